"""What a person answered, day by day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Score:
    """How many answers were given and how many of them were right."""

    answers: int
    right: int

    @property
    def percent(self) -> int:
        """The share of right answers in whole per cent, 0 without any answer."""
        return round(100 * self.right / self.answers) if self.answers else 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.answers + other.answers, self.right + other.right)


@dataclass(frozen=True, slots=True)
class Day:
    """A study day: all `answers`, and the `score` of those whose questions are sound."""

    day: date
    answers: int
    score: Score


def week_begins(today: date) -> date:
    """The Monday of a study day."""
    return today - timedelta(days=today.weekday())


def total(days: Iterable[Day], since: date = date.min) -> Score:
    """The score from a day on."""
    return sum((one.score for one in days if one.day >= since), Score(0, 0))
