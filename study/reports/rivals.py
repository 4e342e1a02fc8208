"""Cases that may be about one resale: what they have in common, and which of them comes first."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from study.reports.state import OPEN, Decision, State


class Common(StrEnum):
    """What two cases have in common, the most telling first; the value is a kind of trait."""

    CONTENT = "content"
    """The same file, picture or text, byte for byte."""
    PICTURE = "picture"
    """A picture that was cropped, scaled or saved anew."""
    LINK = "link"
    QQ = "qq"
    GROUP = "group"
    TEXT = "text"
    SKETCH = "sketch"
    """A text that is nearly the same."""
    NAME = "name"


STRONG = frozenset(Common) - {Common.SKETCH, Common.NAME}
"""What makes two cases rivals: similar words and the name of a shop may be chance."""
SURE = STRONG - {Common.PICTURE}
"""What an admin cannot wave aside: that two screenshots look alike may be chance too."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Another case, by its `place` in the order in which cases were received, and what it has in
    common with the one that is looked at."""

    place: int
    number: str
    state: State
    decision: Decision
    common: tuple[Common, ...]


def is_rival(other: Alike) -> bool:
    """Whether another case may be about the same resale."""
    return not STRONG.isdisjoint(other.common)


def is_sure(other: Alike) -> bool:
    """Whether more than pictures says that a case is a rival."""
    return not SURE.isdisjoint(other.common)


def earlier_open(place: int, others: Iterable[Alike], *, is_another: bool) -> Alike | None:
    """The first rival that was received before and is still open: it is decided first.

    With `is_another` an admin says that what looks alike is not the same.
    """
    counts = is_sure if is_another else is_rival
    before = (one for one in others if one.place < place and one.state in OPEN and counts(one))
    return min(before, key=lambda one: one.place, default=None)


def confirmed(others: Iterable[Alike]) -> Alike | None:
    """The first rival that is confirmed: one resale is rewarded once."""
    upheld = (one for one in others if one.decision is Decision.CONFIRMED and is_rival(one))
    return min(upheld, key=lambda one: one.place, default=None)
