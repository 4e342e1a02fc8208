"""In what a quotation differs from the place of the source that it is aligned to."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from study.quotations.alignment import Block, beside
from study.quotations.change import Change, named, paired
from study.quotations.exactness import apart, with_whole_numbers
from study.quotations.items import Item, ends_tied, in_order, is_connector, is_tied, placed
from study.quotations.swapping import swapped
from study.quotations.text import ITEM_SIGNS, Text
from study.quotations.verdict import Kind

_BORNE_OUT = 0.5
"""The share of an item's characters that makes it one that was altered, not left out."""
_LEAST_EXTRA = 2


def changes(
    quoted: Text, sourced: Text, blocks: Sequence[Block], extent: tuple[int, int]
) -> list[Change]:
    """All differences in the order of the quotation; none when the texts are the same. `extent`
    is the part of the source in which its items may have stood.

    Whole items that are gone, too many or elsewhere are told as such, all else as wording.
    """
    if all(block.equal for block in blocks):
        return []
    if moves := swapped(quoted, sourced, blocks):
        return moves
    found = _by_items(quoted, sourced, blocks, extent)
    if all(change.kind == Kind.WORDING for change in found):
        # Items do not matter: the alignment says exactly what differs.
        found = [Change(Kind.WORDING, *block[1:]) for block in blocks if not block.equal]
        found = with_whole_numbers(quoted.folded, sourced.folded, found)
    found = apart(paired(quoted, sourced, [named(quoted, sourced, one) for one in found]))
    return sorted(found, key=lambda change: (change.a, change.c))


def _by_items(
    quoted: Text, sourced: Text, blocks: Sequence[Block], extent: tuple[int, int]
) -> list[Change]:
    """Which items are elsewhere or gone, and what stands between the others."""
    items = placed(quoted, sourced, blocks, extent)
    standing = sorted((item for item in items if item.at is not None), key=_at)
    kept = in_order(items)
    moved = set(standing).difference(kept)
    found = [Change(Kind.ORDER, _at(item), item.until, item.start, item.finish) for item in moved]
    for gap in _gaps(kept, blocks):
        gone = [item for item in _between(items, gap.c, gap.d, _start) if item.at is None]
        rest = _rest(quoted.folded, gap, _between(standing, gap.a, gap.b, _at))
        taken = _between(standing, gap.c, gap.d, _start)
        free = gap._replace(d=taken[0].start if taken else gap.d)
        found += (
            _in_gap(quoted, sourced, gap, gone, rest)
            if gone
            else _beside(quoted, sourced, free, rest)
        )
    return found


def _at(item: Item) -> int:
    return item.at or 0


def _start(item: Item) -> int:
    return item.start


def _between(
    items: Sequence[Item], start: int, finish: int, place: Callable[[Item], int]
) -> Sequence[Item]:
    """Of items in the order of their places those from `start` to before `finish`."""
    return items[bisect_left(items, start, key=place) : bisect_left(items, finish, key=place)]


def _gaps(kept: Sequence[Item], blocks: Sequence[Block]) -> Iterator[Block]:
    """What lies between the items that stand in order, before the first and behind the last."""
    first, last = blocks[0], blocks[-1]
    ends = [Item(first.c, first.c, first.a), *kept, Item(last.d, last.d, last.b)]
    for one, other in pairwise(ends):
        gap = Block(False, one.until, other.at or 0, one.finish, other.start)
        if gap.a < gap.b or gap.c < gap.d:
            yield gap


def _in_gap(
    quoted: Text,
    sourced: Text,
    gap: Block,
    gone: Sequence[Item],
    rest: Sequence[tuple[int, int]],
) -> Iterator[Change]:
    """What a gap comes to in which the source has the items `gone` and the quotation `rest`."""
    if rest:
        inner = Block(False, rest[0][0], rest[-1][1], gone[0].start, gone[-1].finish)
        whole = _with_connectors(quoted.folded, sourced.folded, gap, inner)
        yield from _altered(beside(quoted.folded, sourced.folded, whole), gone)
    else:
        is_whole = _is_whole(sourced, gone[0].start, gone[-1].finish)
        yield Change(
            Kind.MISSING if is_whole else Kind.WORDING, gap.a, gap.a, gone[0].start, gone[-1].finish
        )


def _beside(
    quoted: Text, sourced: Text, gap: Block, rest: Sequence[tuple[int, int]]
) -> Iterator[Change]:
    """What a gap comes to in which the quotation has `rest` and the source no item: extra ones, or
    other words for what leads to the next item."""
    is_free = gap.c < gap.d and not is_connector(sourced.folded[gap.c : gap.d])
    for a, b in rest:
        if _is_extra(quoted, a, b):
            yield Change(Kind.EXTRA, a, b, gap.d, gap.d)
        elif is_free and len(rest) == 1:
            blocks = beside(quoted.folded, sourced.folded, Block(False, a, b, gap.c, gap.d))
            yield from (Change(Kind.WORDING, *block[1:]) for block in blocks if not block.equal)
        else:
            yield Change(Kind.WORDING, a, b, gap.d, gap.d)


def _is_whole(sourced: Text, start: int, finish: int) -> bool:
    """Whether the source's signs, or words that tie items, stand on both sides; what lies at an
    end of the aligned part may be cut."""
    return (sourced.is_divided(start, ITEM_SIGNS) or ends_tied(sourced.folded[:start])) and (
        sourced.is_divided(finish, ITEM_SIGNS) or is_tied(sourced.folded[finish:])
    )


def _with_connectors(quoted: str, sourced: str, gap: Block, inner: Block) -> Block:
    """A part of a gap with the words that tie it to the items around, which both may have."""
    return Block(
        False,
        gap.a if is_connector(quoted[gap.a : inner.a]) else inner.a,
        gap.b if is_connector(quoted[inner.b : gap.b]) else inner.b,
        gap.c if is_connector(sourced[gap.c : inner.c]) else inner.c,
        gap.d if is_connector(sourced[inner.d : gap.d]) else inner.d,
    )


def _rest(quoted: str, gap: Block, inside: Sequence[Item]) -> list[tuple[int, int]]:
    """The parts of a gap of the quotation that are no item of the source and tie none."""
    cuts = [gap.a, *(place for item in inside for place in (_at(item), item.until)), gap.b]
    parts = zip(cuts[::2], cuts[1::2], strict=True)
    return [(a, b) for a, b in parts if a < b and not is_connector(quoted[a:b])]


def _is_extra(quoted: Text, start: int, finish: int) -> bool:
    """Whether the quotation's own signs make this an item."""
    return (
        finish - start >= _LEAST_EXTRA
        and quoted.is_divided(start, ITEM_SIGNS)
        and quoted.is_divided(finish, ITEM_SIGNS)
    )


def _altered(blocks: Sequence[Block], gone: Sequence[Item]) -> Iterator[Change]:
    """Items of which the quotation has something: those it has nothing of are missing when
    others account for what it has."""
    shares = [_share(item, blocks) for item in gone]
    missing = [
        item
        for item, share in zip(gone, shares, strict=True)
        if share == 0 and max(shares) >= _BORNE_OUT
    ]
    for item in missing:
        at = next((block.a for block in blocks if item.start < block.d), blocks[-1].b)
        yield Change(Kind.MISSING, at, at, item.start, item.finish)
    for block in blocks:
        if not block.equal and not _within(block, missing):
            yield Change(Kind.WORDING, *block[1:])


def _within(block: Block, items: Sequence[Item]) -> bool:
    return block.a == block.b and any(
        item.start <= block.c and block.d <= item.finish for item in items
    )


def _share(item: Item, blocks: Sequence[Block]) -> float:
    """The share of an item's characters that are aligned with equal ones."""
    equal = sum(
        max(0, min(item.finish, block.d) - max(item.start, block.c))
        for block in blocks
        if block.equal
    )
    return equal / (item.finish - item.start)
