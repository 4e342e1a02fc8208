"""Points in a chat, and who stands where."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from study.memory.record import week_begins

DAILY = 60
"""What a study day can bring in a chat: more answers are practice, not points."""


class Period(StrEnum):
    """The time that a board looks at."""

    WEEK = "周"
    MONTH = "月"
    ALL = "总"


@dataclass(frozen=True, slots=True)
class Standing:
    """A player's place; equal points share one, and the places behind it stay free."""

    place: int
    person: str
    points: int


def first_day(period: Period, today: date) -> date:
    """The first study day of a period; weeks begin on Monday."""
    match period:
        case Period.WEEK:
            return week_begins(today)
        case Period.MONTH:
            return today.replace(day=1)
        case Period.ALL:
            return date.min


def standings(points: Iterable[tuple[str, int]]) -> list[Standing]:
    """Players (person and points) from the first place to the last; equal ones by person.

    >>> [one.place for one in standings([("a", 5), ("b", 9), ("c", 5), ("d", 1)])]
    [1, 2, 2, 4]
    """
    ranked = sorted(points, key=lambda one: (-one[1], one[0]))
    found: list[Standing] = []
    for place, (person, count) in enumerate(ranked, start=1):
        shared = found and found[-1].points == count
        found.append(Standing(found[-1].place if shared else place, person, count))
    return found
