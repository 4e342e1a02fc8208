"""Where given phrases stand in given texts."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import accumulate

Place = tuple[int, int]
"""The index of a text and of a character in it."""

_BETWEEN = "\n"


def places(texts: Sequence[str], phrases: Collection[str]) -> dict[str, list[Place]]:
    """Every place of each phrase (of two characters or more) that stands anywhere.

    One pass over the texts: where two characters stand that a phrase begins with, the lengths of
    such phrases are tried. Searching for one phrase after the other would take the square of the
    length of a material.
    """
    whole = _BETWEEN.join(texts)
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    wanted = frozenset(phrase for phrase in phrases if len(phrase) > 1)
    sizes: dict[str, set[int]] = defaultdict(set)
    for phrase in wanted:
        sizes[phrase[:2]].add(len(phrase))
    found: dict[str, list[Place]] = defaultdict(list)
    for place in _candidates(whole, sizes):
        for size in sizes.get(whole[place : place + 2], ()):
            if (piece := whole[place : place + size]) in wanted:
                index = bisect_right(starts, place) - 1
                found[piece].append((index, place - starts[index]))
    return found


def _candidates(text: str, beginnings: Collection[str]) -> list[int]:
    """Where a character that a phrase begins with stands before one that it goes on with."""
    if not beginnings:
        return []
    first, second = ("".join({pair[at] for pair in beginnings}) for at in (0, 1))
    pattern = re.compile(f"[{re.escape(first)}](?=[{re.escape(second)}])")
    return [match.start() for match in pattern.finditer(text)]
