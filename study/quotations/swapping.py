"""Items that changed places, told by nothing but what lies between two equal ends.

The verb in front of the first item belongs to none, nor does what follows the last one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from study.quotations.alignment import Block, longest_rise
from study.quotations.change import Change
from study.quotations.text import ITEM_SIGNS, Text
from study.quotations.verdict import Kind

_CONNECTOR = re.compile("以及|[和与及或并]")
_REACH = 12
"""Equal characters before and behind what differs that may be part of an item."""
_LONGEST = 300
"""More characters are no enumeration."""


class _Item(NamedTuple):
    start: int
    finish: int
    text: str


def swapped(quoted: Text, sourced: Text, blocks: Sequence[Block]) -> list[Change]:
    """The items that changed places, when nothing else differs; else nothing."""
    for inner in _differing(quoted.folded, sourced.folded, blocks):
        if _characters(quoted, inner.a, inner.b) != _characters(sourced, inner.c, inner.d):
            continue
        for whole in _widened(quoted.folded, sourced.folded, inner):
            own, there = _items(quoted, whole.a, whole.b), _items(sourced, whole.c, whole.d)
            texts = sorted(one.text for one in own)
            if len(own) > 1 and texts == sorted(one.text for one in there):
                return _moves(own, there)
    return []


def _differing(quoted: str, sourced: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """What differs; where an end of the quotation does, also beside more or less of the source,
    for there it is aligned to what fits best as it stands."""
    differing = [block for block in blocks if not block.equal]
    a, b, c, d = differing[0].a, differing[-1].b, differing[0].c, differing[-1].d
    if b - a > _LONGEST:
        return
    yield Block(False, a, b, c, d)
    if not blocks[-1].equal:
        for finish in range(c + b - a, c + b - a + 3):
            size = _equal(quoted[a:b][::-1], sourced[c:finish][::-1])
            yield Block(False, a, b - size, c, finish - size)
    if not blocks[0].equal:
        for start in range(max(0, d - b + a - 2), max(0, d - b + a) + 1):
            size = _equal(quoted[a:b], sourced[start:d])
            yield Block(False, a + size, b, start + size, d)


def _characters(text: Text, start: int, finish: int) -> Counter[str]:
    return Counter(_CONNECTOR.sub("", text.folded[start:finish]))


def _widened(quoted: str, sourced: str, inner: Block) -> Iterator[Block]:
    """The differing part with more and more of the equal characters around it."""
    before = _equal(quoted[: inner.a][::-1], sourced[: inner.c][::-1])
    behind = _equal(quoted[inner.b :], sourced[inner.d :])
    for size in range(before + behind + 1):
        for left in range(max(0, size - behind), min(size, before) + 1):
            right = size - left
            yield Block(False, inner.a - left, inner.b + right, inner.c - left, inner.d + right)


def _equal(one: str, other: str) -> int:
    pairs = zip(one[:_REACH], other[:_REACH], strict=False)
    return next(
        (size for size, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other), _REACH)
    )


def _items(text: Text, start: int, finish: int) -> list[_Item]:
    """The items of a part of a text by its signs, and by the words that tie them."""
    found: list[_Item] = []
    for first, last in text.divided(start, finish, ITEM_SIGNS):
        for match in [*_CONNECTOR.finditer(text.folded, first, last), None]:
            end = match.start() if match else last
            if first < end:
                found.append(_Item(first, end, text.folded[first:end]))
            first = match.end() if match else last
    return found


def _moves(own: Sequence[_Item], there: Sequence[_Item]) -> list[Change]:
    """The items that are not in the longest order that both have."""
    free = list(range(len(there)))
    places: list[int] = []
    for item in own:
        place = next(index for index in free if there[index].text == item.text)
        free.remove(place)
        places.append(place)
    kept = set(longest_rise(places))
    return [
        Change(Kind.ORDER, one.start, one.finish, there[place].start, there[place].finish)
        for index, (one, place) in enumerate(zip(own, places, strict=True))
        if index not in kept
    ]
