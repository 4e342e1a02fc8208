"""How far a term is from what was typed: a weighted edit distance over characters.

Damerau's four slips (1964: wrong, missing, added, swapped), of which a wrong character costs
less the more it sounds or looks like the right one.
"""

from collections.abc import Mapping, Sequence
from math import inf

from study.search.sign import NOTHING_KNOWN, Character, Sign
from study.search.sounds import symbol

_SAME_SOUND = 0.2
_ALIKE_SOUND = 0.35
_TYPED_ALIKE = 0.2
_SAME_SHAPE = 0.3
_INITIAL = 0.1
_MISSING = 0.5
_ADDED = 0.6
_SWAPPED = 0.25
_WRONG = 1.0
_BAND = 2
"""Places that a slip moves what follows, at most: patterns allow one slip of length."""


class Comparison:
    """Compares what was typed with terms. `characters` knows the characters of the terms."""

    def __init__(self, characters: Mapping[str, Character]) -> None:
        self._characters = characters
        self._differences: dict[tuple[Sign, str], float] = {}

    def difference(self, sign: Sign, text: str) -> float:
        """What it costs to take `sign` for the character `text`: 0 (the same) to 1."""
        pair = (sign, text)
        cost = self._differences.get(pair)
        if cost is None:
            cost = _difference(sign, text, self._characters.get(text, NOTHING_KNOWN))
            self._differences[pair] = cost
        return cost

    def distance(self, signs: Sequence[Sign], spelling: str) -> float:
        """How much must be mended in `signs` to get `spelling`, 0 for nothing."""
        before: list[float] = []
        last = [_MISSING * place for place in range(len(spelling) + 1)]
        for row, sign in enumerate(signs, 1):
            this = [_ADDED * row] + [inf] * len(spelling)
            for column in range(max(1, row - _BAND), min(len(spelling), row + _BAND) + 1):
                best = last[column - 1] + self.difference(sign, spelling[column - 1])
                best = min(best, last[column] + _ADDED, this[column - 1] + _MISSING)
                if before and column > 1:
                    one = self.difference(sign, spelling[column - 2])
                    other = self.difference(signs[row - 2], spelling[column - 1])
                    best = min(best, before[column - 2] + one + other + _SWAPPED)
                this[column] = best
            before, last = last, this
        return last[-1]


def _difference(sign: Sign, text: str, character: Character) -> float:
    if sign.text == text:
        return 0.0
    if sign.is_letter:
        begins = any(sound.startswith(sign.text) for sound in character.sounds)
        return _INITIAL if begins else _WRONG
    costs = [_WRONG]
    if text in sign.character.lookalikes:
        costs.append(_SAME_SHAPE)
    sounds = sign.character.sounds
    if not set(sounds).isdisjoint(character.sounds):
        costs.append(_SAME_SOUND if sign.text else 0.0)
    elif not set(map(symbol, sounds)).isdisjoint(map(symbol, character.sounds)):
        costs.append(_ALIKE_SOUND if sign.text else _TYPED_ALIKE)
    return min(costs)
