"""Days and times of study. The present is always handed in, never read here."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

DAY_BEGINS = 4
"""The hour at which a study day turns: who learns past midnight is still in yesterday."""


def study_day(now: datetime, timezone: ZoneInfo) -> date:
    """The study day that the aware time `now` belongs to."""
    return (now.astimezone(timezone) - timedelta(hours=DAY_BEGINS)).date()


def day_begins(day: date, timezone: ZoneInfo) -> datetime:
    """The moment at which a study day begins."""
    return datetime(day.year, day.month, day.day, DAY_BEGINS, tzinfo=timezone)


def stamp(now: datetime) -> str:
    """An aware time as it is stored: UTC, ISO 8601, whole seconds."""
    return now.astimezone(ZoneInfo("UTC")).isoformat(timespec="seconds")
