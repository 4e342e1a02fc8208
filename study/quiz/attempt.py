"""An answer that was judged."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Occasion(StrEnum):
    """What a question is answered in."""

    RACE = "race"
    """抢答: the first right answer scores."""
    OPEN = "open"
    """不抢答: everyone answers within the time."""
    REVIEW = "review"
    """复习: what is due, in private."""
    REPLAY = "replay"
    """错题: what was missed, in private."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One person's answer to a question that was put to a chat.

    `asked` is the number under which it was put, `phrase` the question's formulation in search
    form ('' for none). `given` are the numbers of the chosen choices, or the words that were typed
    ('' for giving up). `credit` are points, `seconds` the time from the question to the answer,
    `at` is aware.
    """

    asked: int
    question: int
    phrase: str
    person: str
    chat: str
    occasion: Occasion
    given: tuple[int, ...] | str
    is_right: bool
    credit: int
    seconds: float
    hinted: bool
    at: datetime
