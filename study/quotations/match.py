"""A quotation tied to one place of a source, with what it costs to believe that."""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from study.quotations.alignment import Block, align
from study.quotations.windows import Window

_FLANK = 4
"""Equal characters on both sides make a gap or an item too many a slip within this source."""
GAP, GAP_RATE = 3.0, 0.15
"""What such a slip costs at most: so much, and so much for a character."""
MOST_EXTRA = 3
"""No item that is more than one part in so many of the quotation is a slip."""
_RUN = 6
"""Characters that stand together in both texts have changed places, when they are not aligned."""
_SHORT_RUN, _PER_RUN = 4, 6
"""The same in short quotations, at least; a quotation has so many times the characters."""
_TAKEN = "\0"
_MOVE, _MOVED = 2.0, 0.1
"""What it costs that a part of the quotation changed places: so much, and so much for each of
its characters."""


@dataclass(frozen=True, slots=True)
class Match:
    """`blocks` align the whole quotation; `costs` says for each of its characters how little
    the window bears it out (0: it stands there)."""

    window: Window
    blocks: tuple[Block, ...]
    costs: tuple[float, ...]

    start: int
    finish: int

    @property
    def text(self) -> str:
        """The aligned part of the source, in search form."""
        return self.window.folded[self.start : self.finish]

    @property
    def cost(self) -> float:
        """Of the whole quotation."""
        return sum(self.costs)


def match(quoted: str, window: Window) -> Match:
    """The quotation, in search form, beside a window."""
    at = window.folded.find(quoted)
    if at >= 0:
        whole = Block(True, 0, len(quoted), at, at + len(quoted))
        return Match(window, (whole,), (0.0,) * len(quoted), at, at + len(quoted))
    blocks = align(quoted, window.folded, window.start, window.finish)
    moved = _moved(quoted, window, blocks)
    costs = tuple(_costs(quoted, window, blocks, moved))
    start = min([blocks[0].c, *moved.values()])
    finish = max([blocks[-1].d, *(there + 1 for there in moved.values())])
    return Match(window, tuple(blocks), costs, start, finish)


def _moved(quoted: str, window: Window, blocks: Sequence[Block]) -> dict[int, int]:
    """The places of the quotation that are not aligned and stand in the window all the same,
    where nothing is aligned either; each with a place there."""
    equal = [block for block in blocks if block.equal]
    here = _free(quoted, [(block.a, block.b) for block in equal])
    there = _free(window.folded, [(block.c, block.d) for block in equal])
    found: dict[int, int] = {}
    size = min(_RUN, max(_SHORT_RUN, len(quoted) // _PER_RUN))
    for free in re.finditer(f"[^{_TAKEN}]{{{size},}}", here):
        for at in range(free.start(), free.end() - size + 1):
            place = there.find(here[at : at + size], window.start, window.finish)
            for step in range(size if place >= 0 else 0):
                found.setdefault(at + step, place + step)
    return found


def _free(text: str, taken: Iterable[tuple[int, int]]) -> str:
    """`text` without what is taken, every character in its place."""
    parts: list[str] = []
    done = 0
    for start, finish in taken:
        parts += [text[done:start], _TAKEN * (finish - start)]
        done = finish
    return "".join([*parts, text[done:]])


def _costs(
    quoted: str, window: Window, blocks: Sequence[Block], moved: Container[int]
) -> Sequence[float]:
    costs = [0.0] * len(quoted)
    for index, block in enumerate(blocks):
        if block.equal:
            continue
        is_inside = _is_flanked(index, blocks)
        size = block.b - block.a
        is_slip = is_inside and 0 < size <= len(quoted) // MOST_EXTRA
        rate = min(1.0, (GAP + GAP_RATE * size) / size) if is_slip else 1.0
        for place in range(block.a, block.b):
            costs[place] = _MOVED if place in moved else rate
            if place in moved and (place == block.a or place - 1 not in moved):
                costs[place] += _MOVE
        if is_inside and block.a < len(quoted):
            gone = _strange(window.folded[block.c : block.d], quoted)
            costs[block.a] += min(gone, GAP + GAP_RATE * gone)
    return costs


def _strange(gone: str, quoted: str) -> int:
    """How many characters of a gap the quotation has nowhere: the others only changed places."""
    if len(gone) < _RUN:
        return len(gone)
    known: set[int] = set()
    for at in range(len(gone) - _RUN + 1):
        if gone[at : at + _RUN] in quoted:
            known.update(range(at, at + _RUN))
    return len(gone) - len(known)


def _is_flanked(index: int, blocks: Sequence[Block]) -> bool:
    """Whether there is text on one side only, between longer equal parts."""
    block = blocks[index]
    if (block.b > block.a and block.d > block.c) or not 0 < index < len(blocks) - 1:
        return False
    return all(blocks[side].b - blocks[side].a >= _FLANK for side in (index - 1, index + 1))
