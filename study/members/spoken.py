"""Terms as people write them: 365天, 1年, 半年, 六个月, 一年半."""

import re
import unicodedata

from study.members.term import Term

LONGEST_YEARS = 10
LONGEST_DAYS = 3660
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2}
_NUMBER = r"(?P<number>\d{1,5}|[零一二两三四五六七八九十百]{1,6})"
_TERM = re.compile(
    rf"{_NUMBER}(?P<unit>天|日|周|星期|个?月|年)?(?P<half>半)?|(?P<half_year>半年)|(?P<one>[年月])"
)
_DAYS = {"天": 1, "日": 1, "周": 7, "星期": 7}


class OutOfBounds(Exception):
    """A term below a day or above ten years."""


def term(text: str) -> Term | None:
    """The term that a text names, None when it names none. A bare number is days.

    >>> [term(text).iso for text in ("365", "两年", "半年", "一年半")]
    ['P365D', 'P2Y', 'P6M', 'P18M']

    Raises OutOfBounds.
    """
    match = _TERM.fullmatch("".join(unicodedata.normalize("NFKC", text).split()))
    if match is None:
        return None
    if match["half_year"]:
        return Term(months=6)
    if match["one"]:
        return Term(years=1) if match["one"] == "年" else Term(months=1)
    found = _term(_value(match["number"]), match["unit"] or "天")
    if match["half"]:
        if not found.years:
            return None
        found = Term(months=found.years * 12 + 6)
    return _within_bounds(found)


def _term(number: int, unit: str) -> Term:
    if unit == "年":
        return Term(years=number)
    if unit.endswith("月"):
        return Term(months=number)
    return Term(days=number * _DAYS[unit])


def _within_bounds(one: Term) -> Term:
    months = one.years * 12 + one.months
    if months + one.days < 1 or months > LONGEST_YEARS * 12 or one.days > LONGEST_DAYS:
        raise OutOfBounds
    return one


def _value(number: str) -> int:
    """The value of a number in digits or in Chinese, up to 999."""
    if number.isdecimal():
        return int(number)
    total, digit = 0, 0
    for sign in number:
        if sign in "十百":
            total += (digit or 1) * (10 if sign == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[sign]
    return total + digit
