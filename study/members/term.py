"""Lengths of membership: a year, six months, 365 days."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_ISO = re.compile(r"(?P<sign>-?)P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<days>\d+)D)?")


@dataclass(frozen=True, slots=True)
class Term:
    """Years, months and days; all of one sign. A negative one takes time away."""

    years: int = 0
    months: int = 0
    days: int = 0

    @property
    def iso(self) -> str:
        """ISO 8601, as it is stored: P1Y, P365D, -P30D."""
        sign = "-" if min(self.years, self.months, self.days) < 0 else ""
        parts = ((self.years, "Y"), (self.months, "M"), (self.days, "D"))
        return f"{sign}P" + "".join(f"{abs(count)}{unit}" for count, unit in parts if count)


YEAR = Term(years=1)
THREE_YEARS_BACK = Term(years=-3)


def of_iso(text: str) -> Term:
    """The term that `Term.iso` wrote."""
    match = _ISO.fullmatch(text)
    if match is None:
        raise ValueError(text)
    sign = -1 if match["sign"] else 1
    return Term(*(sign * int(match[name] or 0) for name in ("years", "months", "days")))


def after(day: date, term: Term) -> date:
    """The day that lies a term after `day` (before it for a negative one).

    A day that the month has not, becomes the month's last (Civil Code of the PRC, article 202).
    Raises OverflowError beyond the year 9999.
    """
    months = day.year * 12 + day.month - 1 + term.years * 12 + term.months
    year, month = divmod(months, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last)) + timedelta(days=term.days)
