"""What a question blanks."""

from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """What a target is, and so what may stand in its place."""

    NUMERAL = "numeral"
    """A formulation with a number: 四个意识."""
    QUOTED = "quoted"
    """A formulation in quotation marks."""
    ITEM = "item"
    """One of several parallel ones."""
    PHRASE = "phrase"
    """A set phrase."""
    NAME = "name"
    """A meeting, a law, a plan."""
    SUBJECT = "subject"
    """What is defined: ____是引领发展的第一动力."""
    ROLE = "role"
    """What something is said to be: 以经济建设为____."""
    VERDICT = "verdict"
    """What something is called: 是引领发展的____."""
    OBJECT = "object"
    """What is held to, built or carried on."""
    NUMBER = "number"
    """A term, a share or an age in a law."""


@dataclass(frozen=True, slots=True)
class Target:
    """Words of a passage, verbatim from `start`.

    `siblings` are the other items of a run that it is one of, `head` the formulation that names
    them ('' for none). `reason` says in Chinese why a teacher would ask for it.
    """

    start: int
    text: str
    sort: Sort
    reason: str
    siblings: tuple[str, ...] = ()
    head: str = ""

    @property
    def finish(self) -> int:
        """The index after the last character."""
        return self.start + len(self.text)
