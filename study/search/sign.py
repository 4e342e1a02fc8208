"""What a query says, place by place: a character, a syllable typed in letters, or one letter."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from study.search.numbers import readings
from study.search.sounds import spellings, without_tones

_PIECE = re.compile(r"[a-z]+|\d+|[^a-z\d]")
_MOST_READINGS = 4


@dataclass(frozen=True, slots=True)
class Character:
    """How a character sounds, the usual sound first, and what it is taken for by its shape."""

    sounds: tuple[str, ...]
    lookalikes: str


NOTHING_KNOWN = Character((), "")


@dataclass(frozen=True, slots=True)
class Sign:
    """One place of a query. `text` is '' for a syllable typed in letters."""

    text: str
    character: Character

    @property
    def is_letter(self) -> bool:
        """Whether it is one letter: of a foreign word, or for a syllable that begins with it."""
        return self.text.isascii() and self.text.isalpha()


def signs_of(folded: str, characters: Mapping[str, Character]) -> list[list[Sign]]:
    """The ways to read a query in its search form, the likeliest first."""
    pieces: list[str] = _PIECE.findall(without_tones(folded))
    ways = product(*(list(_ways(piece, characters)) for piece in pieces))
    return [[sign for part in way for sign in part] for way in islice(ways, _MOST_READINGS)]


def _ways(piece: str, characters: Mapping[str, Character]) -> Iterator[Sequence[Sign]]:
    if piece.isdecimal():
        yield from (_written(reading, characters) for reading in readings(piece))
        return
    if piece.isascii():
        for spelling in spellings(piece):
            yield [Sign("", Character((syllable,), "")) for syllable in spelling]
    yield _written(piece, characters)


def _written(text: str, characters: Mapping[str, Character]) -> list[Sign]:
    return [Sign(one, characters.get(one, NOTHING_KNOWN)) for one in text]
