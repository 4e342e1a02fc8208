"""Words in what somebody typed without blanks, told by the words of the library itself.

The bot needs no dictionary for it: a word that the library does not have finds nothing anyway.
"""

import math
from collections.abc import Mapping

LONGEST_WORD = 8
_UNKNOWN = 12.0
"""What a character that belongs to no known word costs: more than any word."""


def possible_words(form: str) -> list[str]:
    """All pieces of a search form that may be words, each once."""
    return list(
        dict.fromkeys(
            form[start:finish]
            for start in range(len(form))
            for finish in range(start + 1, min(len(form), start + LONGEST_WORD) + 1)
        )
    )


def words(form: str, counts: Mapping[str, int]) -> list[str]:
    """The likeliest cut of a search form into words of `counts`; the rest in single characters.

    The cut with the greatest product of word frequencies, as jieba's own.
    """
    total = math.log(sum(counts.values()) + 1)
    best: list[tuple[float, int]] = [(0.0, 0)]
    for finish in range(1, len(form) + 1):
        best.append(
            min(
                (best[start][0] + _cost(form[start:finish], counts, total), start)
                for start in range(max(0, finish - LONGEST_WORD), finish)
            )
        )
    cut: list[str] = []
    finish = len(form)
    while finish:
        start = best[finish][1]
        cut.append(form[start:finish])
        finish = start
    return cut[::-1]


def _cost(piece: str, counts: Mapping[str, int], total: float) -> float:
    if times := counts.get(piece):
        return total - math.log(times)
    return _UNKNOWN * len(piece) + (0 if len(piece) == 1 else 1e6)
