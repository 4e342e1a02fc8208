"""By what a question is known again, in whatever file or material it comes."""

import hashlib
from collections.abc import Iterable

from study.questions.question import Choice, Kind
from study.questions.substitution import BLANK
from study.search.folding import fold


def identity(kind: Kind, stem: str, choices: Iterable[Choice]) -> str:
    """The same for questions of one kind, stem and right answer, in whatever order and with
    whatever wrong options; but an ordering is its order, and of what may be typed the first
    counts. Signs and blanks do not."""
    right = [fold(one.text) or one.text for one in choices if one.is_right]
    if kind is Kind.TYPED:
        right = right[:1]
    elif kind is not Kind.ORDER:
        right.sort()
    return hashlib.sha256("\n".join([kind, asked(stem), *right]).encode()).hexdigest()


def asked(stem: str) -> str:
    """The search form of a stem, in which blanks are kept, but for one at its end."""
    return "_".join(map(fold, stem.split(BLANK))).rstrip("_")
