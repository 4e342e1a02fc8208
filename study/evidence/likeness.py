"""Whether two pictures are copies of one, by their marks.

Marks with the same key say how one picture may lie on the other; then it is seen, line by line, how
well the marks that should meet do. Two chats of one look share where their bubbles lie, a title and
a phrase here and there: a copy says the same in most of its lines.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress

from study.evidence.marks import KEY_BITS, Mark

_PROBES = 3
"""Uncertain bits of a key that may be otherwise in a copy."""
_MOST_PAIRS = 200
FEWEST_PAIRS = 3
"""Keys that a copy shares at least, the uncertain ones included."""
_MOST_LAYS = 8
_NEAR = 24
"""Pixels by which two pairs may differ in how they lay one picture on the other; beside that,
_STRETCH of their distance: scales are not known exactly."""
_STRETCH = 0.06
_REACH = 10
"""Pixels around the place where a mark should be met."""
_SAME, _PER_BIT, _OTHER = 3.0, 0.5, -0.5
"""What a mark tells, about in bits: that it is the same where the keys are, less for each bit that
differs, and that it is another where too many do. As measured on screenshots of one layout."""
_ALIKE = 6.0
"""What the marks of a line that is the same tell at least."""
_ANOTHER = -4.0
"""The most that a line tells against a copy: noise may have spoilt it."""
_FEWEST_LINES = 4
"""Lines that are the same in a copy; a title and two phrases may be by chance."""
_LEAST, _PER_MARK = 50.0, 0.7
"""What all lines of a copy tell, at least and for each mark that should meet."""
_OVERLAP = 0.5
"""The share of the smaller picture that must lie on the other."""

_Pair = tuple[Mark, Mark]
_Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Lay:
    """How one picture lies on another: scaled, then moved."""

    scale: float
    right: float
    down: float

    def place(self, mark: Mark) -> _Place:
        """Where a mark comes to lie."""
        return mark.x * self.scale + self.right, mark.y * self.scale + self.down


def keys_of(marks: Iterable[Mark]) -> set[int]:
    """The keys under which a picture is found."""
    return {mark.key for mark in marks}


def probes_of(marks: Iterable[Mark]) -> set[int]:
    """The keys under which copies of a picture are looked for."""
    return {probe for mark in marks for probe in _probes(mark)}


def is_like(mine: Sequence[Mark], theirs: Sequence[Mark]) -> bool:
    """Whether two pictures are the same or one is a part of the other."""
    pairs = _pairs(mine, theirs)
    if len(pairs) < FEWEST_PAIRS:
        return False
    lays = sorted((_agreeing(pair, pairs) for pair in pairs), key=len, reverse=True)
    return any(
        _is_laid(mine, theirs, _lay(agreeing))
        for agreeing in lays[:_MOST_LAYS]
        if len(agreeing) >= FEWEST_PAIRS
    )


def _is_laid(mine: Sequence[Mark], theirs: Sequence[Mark], lay: _Lay) -> bool:
    """Whether enough lines are the same. Noise makes marks that have no like: what counts is the
    picture with fewer of them in the common part."""
    there = [(mark.x, mark.y) for mark in theirs]
    here = [lay.place(mark) for mark in mine]
    common = _inside(here, there)
    should = min(sum(common), sum(_inside(there, here)))
    if should < _OVERLAP * min(len(mine), len(theirs)):
        return False
    told = _told(compress(zip(mine, here, strict=True), common), theirs)
    alike = sum(one >= _ALIKE for one in told)
    enough = max(_LEAST, _PER_MARK * should)
    return alike >= _FEWEST_LINES and sum(max(one, _ANOTHER) for one in told) >= enough


def _probes(mark: Mark) -> Iterator[int]:
    """The key itself and with its uncertain bits the other way."""
    found = [mark.key]
    for bit in mark.weak[:_PROBES]:
        found += [key ^ (1 << bit) for key in found]
    return iter(found)


def _pairs(mine: Sequence[Mark], theirs: Sequence[Mark]) -> list[_Pair]:
    """Marks that may be the same one; keys that only one place has are the most telling."""
    by_key: dict[int, list[Mark]] = defaultdict(list)
    for mark in theirs:
        by_key[mark.key].append(mark)
    found = [(one, [*_found(one, by_key)]) for one in mine]
    found.sort(key=lambda pair: len(pair[1]))
    return [(one, other) for one, others in found for other in others][:_MOST_PAIRS]


def _found(mark: Mark, by_key: dict[int, list[Mark]]) -> Iterator[Mark]:
    for key in _probes(mark):
        yield from by_key.get(key, ())


def _agreeing(pair: _Pair, pairs: Sequence[_Pair]) -> list[_Pair]:
    """The pairs that lay one picture on the other as this one does."""
    one, other = pair
    scale = other.tall / one.tall
    return [
        (a, b)
        for a, b in pairs
        if _is_near(other.x + (a.x - one.x) * scale - b.x, a.x - one.x)
        and _is_near(other.y + (a.y - one.y) * scale - b.y, a.y - one.y)
    ]


def _is_near(off: float, distance: int) -> bool:
    return abs(off) <= _NEAR + _STRETCH * abs(distance)


def _lay(pairs: Sequence[_Pair]) -> _Lay:
    """The best lay for these pairs: least squares of scale and shift."""
    count = len(pairs)
    mine = (sum(a.x for a, _ in pairs) / count, sum(a.y for a, _ in pairs) / count)
    theirs = (sum(b.x for _, b in pairs) / count, sum(b.y for _, b in pairs) / count)
    spread = sum((a.x - mine[0]) ** 2 + (a.y - mine[1]) ** 2 for a, _ in pairs)
    both = sum(
        (a.x - mine[0]) * (b.x - theirs[0]) + (a.y - mine[1]) * (b.y - theirs[1]) for a, b in pairs
    )
    scale = both / spread if spread and both > 0 else 1.0
    return _Lay(scale, theirs[0] - mine[0] * scale, theirs[1] - mine[1] * scale)


def _told(laid: Iterable[tuple[Mark, _Place]], theirs: Sequence[Mark]) -> list[float]:
    """What each line tells of a copy, by its marks and where they come to lie."""
    around: dict[tuple[int, int], list[Mark]] = defaultdict(list)
    for mark in theirs:
        around[mark.x // _REACH, mark.y // _REACH].append(mark)
    lines: dict[tuple[int, int], float] = defaultdict(float)
    for mark, (x, y) in laid:
        bits = _different(mark.key, int(x) // _REACH, int(y) // _REACH, around)
        lines[mark.y, mark.tall] += max(_SAME - _PER_BIT * bits, _OTHER)
    return list(lines.values())


def _inside(places: Sequence[_Place], others: Sequence[_Place]) -> list[bool]:
    """Which places lie in the part of the picture that others are spread over."""
    left, right = min(x for x, _ in others) - _REACH, max(x for x, _ in others) + _REACH
    top, bottom = min(y for _, y in others) - _REACH, max(y for _, y in others) + _REACH
    return [left <= x <= right and top <= y <= bottom for x, y in places]


def _different(key: int, column: int, row: int, around: dict[tuple[int, int], list[Mark]]) -> int:
    """In how many bits the most similar mark around a place differs."""
    keys = (
        mark.key
        for x in (column - 1, column, column + 1)
        for y in (row - 1, row, row + 1)
        for mark in around.get((x, y), ())
    )
    return min(((key ^ other).bit_count() for other in keys), default=KEY_BITS)
