"""Which short pieces of a quotation to look up."""

from study.search.grams import pairs

SIZES = (6, 4, 3)
"""Characters of a piece, round by round: the shorter, the more mistakes a quotation may hold,
and the more paragraphs have nothing but the piece in common with it."""
MOST = 24
"""Pieces of one round."""
_LEAST_PAIRS, _MOST_PAIRS = 3, 8


def pieces(folded: str, size: int = SIZES[0], most: int = MOST) -> list[str]:
    """Pieces spread over a quotation in search form, in order, each once.

    At most half as long as the quotation: one mistake then leaves one of them whole.

    >>> pieces("坚定四个自信做到")
    ['坚定四个', '四个自信', '自信做到']
    """
    size = max(1, min(size, len(folded) // 2))
    last = len(folded) - size
    count = max(2, min(most, 2 * last // size + 1))
    starts = [last * number // (count - 1) for number in range(count)]
    return list(dict.fromkeys(folded[start : start + size] for start in starts))


def some_pairs(piece: str) -> str:
    """The FTS5 expression that paragraphs with a piece answer; few others do.

    Every second pair of neighbours is asked for, of long pieces fewer: the others would rule out
    hardly anything and cost as much again.
    """
    found = pairs(piece)
    count = max(min(_LEAST_PAIRS, len(found)), min(_MOST_PAIRS, (len(found) + 1) // 2))
    last = len(found) - 1
    asked = dict.fromkeys(found[round(last * at / max(1, count - 1))] for at in range(count))
    return " AND ".join(f'"{pair}"' for pair in asked)
