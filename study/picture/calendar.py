"""The calendar of the picture: a column a week, a row a weekday."""

from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from study.memory.record import Day, week_begins

STEPS = (1, 5, 10, 20)
"""Answers of a day from which the next darker colour is taken."""


@dataclass(frozen=True, slots=True)
class Week:
    """A column: `month` where one begins, 0 elsewhere; `shades` from Monday on, 0 (no answer) …
    4, None for days that have not come."""

    month: int
    shades: tuple[int | None, ...]


def calendar(days: Iterable[Day], today: date, weeks: int) -> list[Week]:
    """The last `weeks` weeks, the present one last."""
    answers = {one.day: one.answers for one in days}
    first = week_begins(today) - timedelta(weeks=weeks - 1)
    return [_week(first + timedelta(weeks=place), answers, today) for place in range(weeks)]


def _week(monday: date, answers: dict[date, int], today: date) -> Week:
    days = [monday + timedelta(days=place) for place in range(7)]
    begun = next((day.month for day in days if day.day == 1), 0)
    shades = tuple(bisect(STEPS, answers.get(day, 0)) if day <= today else None for day in days)
    return Week(begun, shades)
