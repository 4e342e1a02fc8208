"""When a daily push is due."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

import chinese_calendar  # pyright: ignore[reportMissingTypeStubs]

CATCH_UP = timedelta(hours=2)
"""How late a push still goes out after a downtime; an excerpt at noon is no morning excerpt."""

IsWorkday = Callable[[date], bool]

_TIME = re.compile(r"(?P<hour>\d{1,2})(?:[:：点时.](?P<minute>\d{1,2}|半)?分?)?|(?P<packed>\d{4})")


@dataclass(frozen=True, slots=True)
class DailyTime:
    """A time of day (`minute` from midnight, local), on every day or on working days only."""

    minute: int
    working_days: bool

    @property
    def text(self) -> str:
        """The time of day: 07:30."""
        return f"{self.minute // 60:02}:{self.minute % 60:02}"


def parse_time(text: str) -> int | None:
    """Minutes from midnight of 07:30, 7：30, 7点半, 0730 or 7; None when it is no time.

    >>> parse_time("7点半"), parse_time("0730"), parse_time("25:00")
    (450, 450, None)
    """
    match = _TIME.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if match is None:
        return None
    if match["packed"]:
        hour, minute = int(match["packed"][:2]), int(match["packed"][2:])
    else:
        hour = int(match["hour"])
        minute = 30 if match["minute"] == "半" else int(match["minute"] or 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def is_workday(day: date) -> bool:
    """Whether people work on `day` in China, moved days (调休) included.

    For years whose holidays have not been announced yet: Monday to Friday.
    """
    try:
        return bool(chinese_calendar.is_workday(day))  # pyright: ignore[reportUnknownMemberType]
    except NotImplementedError:
        return day.weekday() < 5


def due(time: DailyTime, since: datetime, now: datetime, workday: IsWorkday) -> date | None:
    """The day whose push is due at the local time `now`, None when none is.

    A push stays due for CATCH_UP; none is due for a time before `since`, when it was ordered.
    """
    for day in (now.date(), now.date() - timedelta(days=1)):
        moment = _moment(time, day, now)
        if moment <= now <= moment + CATCH_UP and moment > since and _applies(time, day, workday):
            return day
    return None


def moment_of(time: DailyTime, day: date, timezone: tzinfo) -> datetime:
    """The moment of a daily time on `day`."""
    return datetime(
        day.year, day.month, day.day, time.minute // 60, time.minute % 60, tzinfo=timezone
    )


def next_due(time: DailyTime, now: datetime, workday: IsWorkday) -> datetime:
    """The next push after the local time `now`."""
    day = now.date()
    while _moment(time, day, now) <= now or not _applies(time, day, workday):
        day += timedelta(days=1)
    return _moment(time, day, now)


def _moment(time: DailyTime, day: date, like: datetime) -> datetime:
    assert like.tzinfo  # noqa: S101 - local times are handed in
    return moment_of(time, day, like.tzinfo)


def _applies(time: DailyTime, day: date, workday: IsWorkday) -> bool:
    return not time.working_days or workday(day)
