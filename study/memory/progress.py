"""How far a person has come."""

from dataclasses import dataclass
from datetime import date

from study.memory.record import Day, Score
from study.memory.topics import Topic

WEEKS = 26
"""Weeks of the calendar, the present one too."""
LATEST = 500
"""Answers that accuracy by topic looks at."""


@dataclass(frozen=True, slots=True)
class Progress:
    """A person's study up to the study day `today`.

    `days` are those of the calendar on which something was answered, `studied` how many there are
    in all; `forecast` says what is due today and on the days after, `planned` how much of today's
    the daily fill leaves.
    """

    today: date
    streak: int
    studied: int
    days: tuple[Day, ...]
    week: Score
    total: Score
    topics: tuple[Topic, ...]
    forecast: tuple[int, ...]
    planned: int
