"""Which of the questions about a phrase is asked when the phrase is due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from study.memory.memory import Memory
from study.memory.schedule import forgotten


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question about a phrase; `memory` is None when the person never answered it."""

    question: int
    score: float
    memory: Memory | None


def in_turn(candidates: Iterable[Candidate], end_of_day: datetime, now: datetime) -> list[int]:
    """The questions in the order in which they should be asked.

    Those that are due, the most forgotten first; then those that the person has not seen, the best
    first; then the others, the most forgotten first.
    """

    def rank(one: Candidate) -> tuple[int, float, int]:
        if one.memory is None:
            return 1, -one.score, one.question
        is_due = one.memory.due < end_of_day
        return (0 if is_due else 2), -forgotten(one.memory, now), one.question

    return [one.question for one in sorted(candidates, key=rank)]
