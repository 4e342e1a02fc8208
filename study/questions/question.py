"""A question."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    """One of four options."""
    TYPED = "typed"
    """A blank to be filled in words."""
    TRUTH = "truth"
    """对 or 错."""
    SEVERAL = "several"
    """All options that are right, and no other."""
    ORDER = "order"
    """The options in their right order."""
    TOGETHER = "together"
    """合力题: the items of an enumeration, named one by one by the whole group."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that may be chosen, put in order, named or typed.

    Right and wrong ones for `Kind.CHOICE`, `SEVERAL` and `TRUTH`; for `ORDER` and `TOGETHER` the
    items in the source's order, for `TYPED` what is accepted: all of them right. `material` is the
    number of the material whose words a wrong one is, None where the words are public (a glossary,
    a bank) or the question's own material has them.
    """

    text: str
    is_right: bool
    material: int | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A question made from a paragraph of a material.

    `answer` are verbatim pieces of the paragraph, as they are told after the question; `quote` is
    the sentence that shows it, verbatim. `phrase` is the formulation that the question is about
    ('' for none). A higher `score` is better, `reasons` says in Chinese what it rests on.
    `choices` may hold more wrong ones than are shown at once.
    """

    kind: Kind
    stem: str
    choices: tuple[Choice, ...]
    answer: tuple[str, ...]
    quote: str
    paragraph: int
    phrase: str
    score: float
    reasons: tuple[str, ...] = ()
