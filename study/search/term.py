"""A word or key phrase of the library, as it is kept to be suggested."""

from collections.abc import Sequence
from dataclasses import dataclass

from study.search.folding import fold
from study.search.numbers import read_aloud
from study.search.sounds import symbol

SHORTEST = 2
LONGEST = 24
"""Characters of a term, and of a query that something is suggested for."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the library: how often it was met, and whether it is a key phrase."""

    text: str
    times: int
    is_phrase: bool


@dataclass(frozen=True, slots=True)
class Keys:
    """What a term is found by: a symbol for each sound, and the first letters of the sounds."""

    sound: str
    initials: str


def spelled(text: str) -> str:
    """The form in which terms and queries are compared: the search form, digits read aloud."""
    return read_aloud(fold(text))


def is_suggestible(text: str) -> bool:
    """Whether a term is worth suggesting: some letters or characters, no mere number."""
    folded = fold(text)
    return any(one.isalpha() for one in folded) and SHORTEST <= len(read_aloud(folded)) <= LONGEST


def keys(sounds: Sequence[str]) -> Keys:
    """The keys of a term with these sounds.

    >>> keys(["si", "ge", "zi", "xin"]).initials
    'sgzx'
    """
    return Keys("".join(map(symbol, sounds)), "".join(sound[0] for sound in sounds))
