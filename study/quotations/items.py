"""Which items and clauses of a source a quotation has, and in which order.

The source's own signs say what an item is: those of the quotation may be wrong or gone.
"""

import re
from bisect import bisect_right
from collections.abc import Container, Sequence
from dataclasses import dataclass

from study.quotations.alignment import Block, longest_rise
from study.quotations.text import ITEM_SIGNS, Text

_TYING = ("以及", "和", "与", "及", "或", "并")
_CONNECTOR = re.compile("|".join(_TYING))
_CONNECTORS = re.compile(f"(?:{_CONNECTOR.pattern})*")
_LEAST = 2
"""Characters of an item that may have changed places, where the quotation's signs confirm it."""
_PLAIN = 4
"""The same without signs."""


@dataclass(frozen=True, slots=True)
class Item:
    """`folded[start:finish]` of the source stands in the quotation from `at` on, None nowhere."""

    start: int
    finish: int
    at: int | None

    @property
    def until(self) -> int:
        """The index after the item in the quotation; only of one that stands there."""
        return (self.at or 0) + self.finish - self.start


def placed(
    quoted: Text, sourced: Text, blocks: Sequence[Block], extent: tuple[int, int]
) -> list[Item]:
    """The items of a part of the source in its order, each with its place in the quotation.

    `extent` may be wider than what is aligned: items there count when the quotation has them.
    """
    divided = sourced.divided(*extent, ITEM_SIGNS)
    whole = [Item(start, finish, _straight(start, finish, blocks)) for start, finish in divided]
    items = [
        part
        for item in _searched(quoted, sourced, blocks, whole)
        for part in ([item] if item.at is not None else _connected(sourced.folded, item, blocks))
    ]
    own = {quoted.folded[a:b] for a, b in quoted.divided(blocks[0].a, blocks[-1].b, ITEM_SIGNS)}
    items = [
        item if item.at is not None else _without_verb(sourced.folded, item, own) for item in items
    ]
    start, finish = blocks[0].c, blocks[-1].d
    return [
        item
        for item in _searched(quoted, sourced, blocks, items)
        if item.at is not None or (start < item.finish and item.start < finish)
    ]


def in_order(items: Sequence[Item]) -> list[Item]:
    """The items that stand in the quotation in the order of the source, as many as can be."""
    standing = [item for item in items if item.at is not None]
    return [standing[index] for index in longest_rise([item.at or 0 for item in standing])]


def is_connector(text: str) -> bool:
    """Whether `text` only ties items together."""
    return bool(_CONNECTORS.fullmatch(text))


def is_tied(text: str) -> bool:
    """Whether `text` begins with a word that ties items together."""
    return bool(_CONNECTOR.match(text))


def ends_tied(text: str) -> bool:
    """Whether `text` ends with a word that ties items together."""
    return text.endswith(_TYING)


def _straight(start: int, finish: int, blocks: Sequence[Block]) -> int | None:
    """Where an item stands in the quotation when it is aligned there as a whole."""
    block = blocks[_behind(start, blocks)]
    if block.equal and block.c <= start and finish <= block.d:
        return block.a + start - block.c
    return None


def _behind(place: int, blocks: Sequence[Block]) -> int:
    """The first block that ends behind a place of the source, or the last one."""
    return min(bisect_right(blocks, place, key=lambda block: block.d), len(blocks) - 1)


def _connected(folded: str, item: Item, blocks: Sequence[Block]) -> list[Item]:
    """An item without a sign in it, cut at 和 and its like where both sides are long enough."""
    found: list[Item] = []
    start, finish = item.start, item.finish
    for match in _CONNECTOR.finditer(folded, start, finish):
        if match.start() - start >= _LEAST and finish - match.end() >= _LEAST:
            found.append(Item(start, match.start(), _straight(start, match.start(), blocks)))
            start = match.end()
    return [*found, Item(start, finish, _straight(start, finish, blocks))]


def _without_verb(folded: str, item: Item, own: Container[str]) -> Item:
    """The end of an item that is one by the quotation's own signs, without what leads to it; the
    item itself when there is none."""
    for start in range(item.start + 1, item.finish - _PLAIN + 1):
        if folded[start : item.finish] in own:
            return Item(start, item.finish, None)
    return item


def _searched(
    quoted: Text, sourced: Text, blocks: Sequence[Block], items: Sequence[Item]
) -> list[Item]:
    """The items, those that are not in their place looked for where the quotation is free: the
    longest of what is aligned first, each as near to its place as can be."""
    free = "\0" * blocks[0].a + quoted.folded[blocks[0].a : blocks[-1].b]
    for item in items:
        if item.at is not None:
            free = _taken(free, item.at, item.until)
    found = dict(enumerate(items))
    first, last = blocks[0].c, blocks[-1].d
    missing = [(index, item) for index, item in found.items() if item.at is None]
    missing.sort(key=lambda pair: pair[1].start - pair[1].finish)
    missing.sort(key=lambda pair: not first <= pair[1].start < last)
    for index, item in missing:
        size = item.finish - item.start
        expected = _expected(item.start, blocks)
        at = _nearest(free, sourced.folded[item.start : item.finish], expected)
        if at is not None and (size >= _PLAIN or _is_item(quoted, at, at + size)):
            free = _taken(free, at, at + size)
            found[index] = Item(item.start, item.finish, at)
    return list(found.values())


def _taken(free: str, start: int, finish: int) -> str:
    return free[:start] + "\0" * (finish - start) + free[finish:]


def _is_item(quoted: Text, start: int, finish: int) -> bool:
    """Whether the quotation's own signs make this an item."""
    return (
        finish - start >= _LEAST
        and quoted.is_divided(start, ITEM_SIGNS)
        and quoted.is_divided(finish, ITEM_SIGNS)
    )


def _expected(place: int, blocks: Sequence[Block]) -> int:
    """Where in the quotation a place of the source is aligned to."""
    block = blocks[_behind(place, blocks)]
    return min(block.b, block.a + max(0, place - block.c))


def _nearest(text: str, item: str, expected: int) -> int | None:
    """Where `item` stands in `text` nearest to `expected`."""
    before, after = text.rfind(item, 0, expected + len(item)), text.find(item, expected)
    places = [place for place in (before, after) if place >= 0]
    return min(places, key=lambda place: abs(place - expected), default=None)
