"""What a person remembers of one subject."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Memory:
    """The FSRS state of a question or a phrase; times are aware.

    `state`, `step`, `stability` and `difficulty` as in `fsrs.Card`.
    """

    state: int
    step: int | None
    stability: float | None
    difficulty: float | None
    due: datetime
    last_review: datetime


@dataclass(frozen=True, slots=True)
class Kept:
    """What a person remembers of a subject. `question` is None for a phrase; `folded` is the phrase
    in search form, that of the question ('' for none)."""

    subject: str
    question: int | None
    folded: str
    memory: Memory


def question_subject(number: int) -> str:
    """The subject of a question: question:12."""
    return f"question:{number}"


def phrase_subject(folded: str) -> str:
    """The subject of a phrase in search form: phrase:四个意识."""
    return f"phrase:{folded}"
