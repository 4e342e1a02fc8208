"""Which terms a misspelt query may stand for, as ranges of an index over their sounds.

Sounds that are taken for each other have one symbol, so a term of the same sound is found as it
is. One character that is wrong, missing, added or swapped leaves what stands before and behind.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from study.search.sign import NOTHING_KNOWN, Character, Sign
from study.search.sounds import symbol
from study.search.term import LONGEST, SHORTEST

_MOST_READINGS = 4
_SHORT = 3
"""In a query so short, what replaces a character must look like it: else too many terms fit."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Terms of `length` sounds that have these symbols at the beginning and at the end."""

    length: int
    beginning: str
    ending: str = ""


def patterns_of(signs: Sequence[Sign], characters: Mapping[str, Character]) -> list[Pattern]:
    """The patterns of a query, each once; none for a single character, or too many.

    `characters` knows what the characters of the query look like.
    """
    if not SHORTEST <= len(signs) <= LONGEST:
        return []
    choices = [_symbols(sign.text, sign.character) for sign in signs]
    found: dict[Pattern, None] = {}
    for reading in islice(product(*choices), _MOST_READINGS):
        found |= dict.fromkeys(_near("".join(reading)))
    if len(signs) <= _SHORT:
        found |= dict.fromkeys(_of_the_same_shape(signs, choices, characters))
    return [pattern for pattern in found if pattern.length >= SHORTEST]


def whole(signs: Sequence[Sign]) -> list[Pattern]:
    """The terms that sound like all of a query."""
    choices = [_symbols(sign.text, sign.character) for sign in signs]
    return [Pattern(len(signs), "".join(one)) for one in islice(product(*choices), _MOST_READINGS)]


def initials_of(signs: Sequence[Sign]) -> str:
    """The first letters of a query's sounds, by the usual sound of each."""
    return "".join((sign.character.sounds or (sign.text,))[0][0] for sign in signs)


def _near(sound: str) -> Iterator[Pattern]:
    """The terms that have this sound, or all of it but one place."""
    length = len(sound)
    yield Pattern(length, sound)
    for place in range(length):
        before, here, behind = sound[:place], sound[place], sound[place + 1 :]
        yield Pattern(length - 1, before + behind)
        yield Pattern(length, before + behind[:1] + here + behind[1:])
        if length > _SHORT:
            yield Pattern(length, before, behind)
    for place in range(length + 1):
        yield Pattern(length + 1, sound[:place], sound[place:])


def _of_the_same_shape(
    signs: Sequence[Sign], choices: Sequence[Sequence[str]], characters: Mapping[str, Character]
) -> Iterator[Pattern]:
    for place, sign in enumerate(signs):
        others = sorted(
            {
                one
                for lookalike in sign.character.lookalikes
                for one in _symbols(lookalike, characters.get(lookalike, NOTHING_KNOWN))
            }
        )
        for reading in product(*choices[:place], others, *choices[place + 1 :]):
            yield Pattern(len(signs), "".join(reading))


def _symbols(text: str, character: Character) -> list[str]:
    """The symbols of all sounds of a character; itself where it has none."""
    return list(dict.fromkeys(map(symbol, character.sounds or (text,))))
