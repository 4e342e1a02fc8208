"""A quotation and a place of a source beside each other, character by character, both in search
form.

Runs that stand once in both are tied first, in the longest order that both have; what lies
between is aligned by Levenshtein distance. What stands in the source before and behind costs
nothing.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

_TIED = 4
"""Characters of a run that ties; fewer in short quotations."""
_GAP = 0.25
"""What a character of the source that is not in the quotation takes from its end of the place."""
_REACH = 40
"""Characters at an end of a quotation that may stand there without any run that ties them."""
_FAR = 80
"""So far off a clause at an end may stand when what lies between was left out."""
_SLACK = 6
_LONG = 500
"""Longer quotations have runs enough to be tied by; to try other ways would take long."""
_ISLAND = 2
"""Equal characters between two longer differences are chance, and belong to the difference."""


class Block(NamedTuple):
    """`quoted[a:b]` stands beside `sourced[c:d]`."""

    equal: bool
    a: int
    b: int
    c: int
    d: int


def align(quoted: str, sourced: str, start: int, finish: int) -> list[Block]:
    """The whole quotation beside the part of the source around `start` to `finish` that is
    nearest to it, in blocks that follow one another on both sides."""
    ways: list[list[Block]] = []
    for first, last in _spans(len(quoted), start, finish):
        whole = Block(False, 0, len(quoted), first, last)
        ways.append(list(_tied(quoted, sourced, whole)))
        if len(quoted) <= _LONG:
            ways.append(list(_between(quoted, sourced, whole)))
    return min((_completed(quoted, sourced, way) for way in ways), key=_distance)


def beside(quoted: str, sourced: str, whole: Block) -> list[Block]:
    """All of two texts beside each other, both to their ends."""
    return _without_islands(_merged(_between(quoted, sourced, whole)))


def _spans(length: int, start: int, finish: int) -> list[tuple[int, int]]:
    """Where the quotation may begin and end: all of the place, or its end or beginning only."""
    size = length + length // 8 + _SLACK
    if length > _LONG or finish - start <= size:
        return [(start, finish)]
    return [(start, finish), (finish - size, finish), (start, start + size)]


def _completed(quoted: str, sourced: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks that hold together, with the ends of the quotation beside what is next to
    them."""
    core = _core(blocks)
    if not core:
        return [Block(False, 0, len(quoted), blocks[-1].d, blocks[-1].d)]
    head = _backward(quoted, core[0].a, sourced, core[0].c)
    tail = _forward(quoted, core[-1].b, sourced, core[-1].d)
    return _without_islands(_merged([*head, *core, *tail]))


def _distance(blocks: Iterable[Block]) -> int:
    """Characters that are not equal, on either side."""
    return sum(max(block.b - block.a, block.d - block.c) for block in blocks if not block.equal)


def _tied(quoted: str, sourced: str, whole: Block) -> Iterable[Block]:
    """The texts of `whole` beside each other, runs that both have once tied first."""
    size = max(2, min(_TIED, len(quoted) // 6))
    a, c = 0, whole.c
    for at, there in _ties(quoted, sourced, whole, size):
        if at < a or there < c:
            continue
        b, d = at + size, there + size
        while b < len(quoted) and d < whole.d and quoted[b] == sourced[d]:
            b, d = b + 1, d + 1
        yield from _between(quoted, sourced, Block(False, a, at, c, there))
        yield Block(True, at, b, there, d)
        a, c = b, d
    yield from _between(quoted, sourced, Block(False, a, len(quoted), c, whole.d))


def _ties(quoted: str, sourced: str, whole: Block, size: int) -> list[tuple[int, int]]:
    """Where runs of `size` characters that stand once in both lie, in an order both have."""
    there = _single(sourced, whole.c, whole.d, size)
    pairs = [
        (at, there[run])
        for run, at in _single(quoted, 0, len(quoted), size).items()
        if there.get(run, -1) >= 0 and at >= 0
    ]
    order = longest_rise([place for _, place in pairs])
    return [pairs[index] for index in order]


def _single(text: str, start: int, finish: int, size: int) -> dict[str, int]:
    """Each run and where it stands; -1 when it stands there more than once."""
    found: dict[str, int] = {}
    for at in range(start, finish - size + 1):
        run = text[at : at + size]
        found[run] = -1 if run in found else at
    return found


def longest_rise(values: Sequence[int]) -> list[int]:
    """The indexes of a longest rising part of `values`.

    >>> longest_rise([5, 1, 2, 9, 3])
    [1, 2, 4]
    """
    ends: list[int] = []
    chain: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        length = bisect_left(ends, value)
        ends[length : length + 1] = [value]
        chain[length : length + 1] = [index]
        before.append(chain[length - 1] if length else -1)
    found: list[int] = []
    index = chain[-1] if chain else -1
    while index >= 0:
        found.append(index)
        index = before[index]
    return found[::-1]


def _between(quoted: str, sourced: str, gap: Block) -> Iterable[Block]:
    """What Levenshtein makes of the texts of a gap."""
    if gap.a == gap.b or gap.c == gap.d:
        yield gap
        return
    one, other = quoted[gap.a : gap.b], sourced[gap.c : gap.d]
    for code in Levenshtein.opcodes(one, other):
        a, b = gap.a + code.src_start, gap.a + code.src_end
        yield Block(code.tag == "equal", a, b, gap.c + code.dest_start, gap.c + code.dest_end)


def _core(blocks: Sequence[Block]) -> list[Block]:
    """The blocks that hold together: without far-off ends that share a few characters only."""
    best = score = 0.0
    start, found = 0, (0, 0)
    for index, block in enumerate(blocks):
        score += (block.b - block.a) if block.equal else -_GAP * (block.d - block.c)
        if score <= 0:
            score, start = 0.0, index + 1
        elif block.equal and score > best:
            best, found = score, (start, index + 1)
    core = list(blocks[found[0] : found[1]])
    while core and not core[0].equal:
        core.pop(0)
    return core


def _forward(quoted: str, a: int, sourced: str, c: int) -> list[Block]:
    """The end of the quotation beside as much of the source as fits it best, or farther off as
    it is."""
    near = quoted[a : a + _REACH]
    if not near:
        return []
    sizes = range(min(len(near) + _SLACK, len(sourced) - c) + 1)
    distances = [Levenshtein.distance(near, sourced[c : c + size]) for size in sizes]
    size = min(sizes, key=lambda one: _fit(near, one, distances[one]))
    far = sourced.find(near, c, c + _FAR + len(near)) if len(near) >= _TIED else -1
    if far >= 0 and distances[size] > len(near) // 2:
        return [Block(False, a, a, c, far), Block(True, a, a + len(near), far, far + len(near))]
    b, d = a + len(near), c + size
    rest = [Block(False, b, len(quoted), d, d)] if b < len(quoted) else []
    return [*_between(quoted, sourced, Block(False, a, b, c, d)), *rest]


def _fit(near: str, size: int, distance: int) -> tuple[int, bool, int]:
    """How badly an end fits so many characters of the source: of equals, best where all of a word
    stands among them, else where they are as many."""
    is_whole = len(near) > 1 and distance == size - len(near)
    return distance, not is_whole, abs(size - len(near))


def _backward(quoted: str, b: int, sourced: str, d: int) -> list[Block]:
    """The beginning of the quotation, as `_forward` its end."""
    turned = _forward(quoted[:b][::-1], 0, sourced[max(0, d - b - _FAR) : d][::-1], 0)
    return [
        Block(block.equal, b - block.b, b - block.a, d - block.d, d - block.c)
        for block in reversed(turned)
    ]


def _merged(blocks: Iterable[Block]) -> list[Block]:
    """Neighbours of one kind as one block."""
    found: list[Block] = []
    for block in blocks:
        if found and found[-1].equal == block.equal:
            found[-1] = Block(block.equal, found[-1].a, block.b, found[-1].c, block.d)
        elif block.a < block.b or block.c < block.d:
            found.append(block)
    return found


def _without_islands(blocks: list[Block]) -> list[Block]:
    """Blocks without those equal ones that lie between longer differences by chance."""
    sizes = [0 if block.equal else max(block.b - block.a, block.d - block.c) for block in blocks]
    return _merged(
        block._replace(equal=False)
        if 0 < index < len(blocks) - 1
        and block.equal
        and block.b - block.a <= min(_ISLAND, sizes[index - 1] - 1, sizes[index + 1] - 1)
        else block
        for index, block in enumerate(blocks)
    )
