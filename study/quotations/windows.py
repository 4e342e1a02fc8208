"""Where in a stretch of a material the characters of a quotation stand close together.

What is counted is the short runs that both have, in any order: items that changed places are
found too.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from study.quotations.stretch import Stretch
from study.search.folding import fold

_SHORT = 16
"""Quotations below are compared by pairs of characters, others by three."""
_GAP = 0.25
"""What a character of the stretch that is not in the quotation takes from a window."""
_WIDEST_GAP = 40
"""A window ends where gaps have taken this much since its best point."""
_BEGINNING = 30
_LEAST = 6
"""Characters of the quotation that a window holds at least."""


@dataclass(frozen=True, slots=True)
class Runs:
    """All runs of `size` characters in a quotation; the bits of the number are the places of
    its characters."""

    size: int
    places: dict[str, int]


@dataclass(frozen=True, slots=True)
class Window:
    """`folded[start:finish]` of a stretch; `cover` has a bit for every place of the quotation
    whose runs stand here."""

    stretch: Stretch
    folded: str
    start: int
    finish: int
    cover: int

    def has(self, words: str) -> bool:
        """Whether `words` stand in the stretch. To look for the beginning of a long text first is
        many times faster where nothing of it stands."""
        return words[:_BEGINNING] in self.folded and words in self.folded


def runs(folded: str) -> Runs:
    """The runs of a quotation in search form."""
    size = 2 if len(folded) < _SHORT else 3
    places: dict[str, int] = {}
    for start in range(len(folded) - size + 1):
        run = folded[start : start + size]
        places[run] = places.get(run, 0) | ((1 << size) - 1) << start
    return Runs(size, places)


def windows(quoted: Runs, stretch: Stretch) -> list[Window]:
    """The places of a stretch that have much in common with the quotation."""
    folded = "".join(map(fold, stretch.paragraphs))
    size = quoted.size
    hits = [
        start
        for start in range(len(folded) - size + 1)
        if folded[start : start + size] in quoted.places
    ]
    found: list[Window] = []
    for group in _groups(hits):
        cover = 0
        for start in group:
            cover |= quoted.places[folded[start : start + size]]
        if cover.bit_count() >= _LEAST:
            found.append(Window(stretch, folded, group[0], group[-1] + size, cover))
    return found


def _groups(hits: list[int]) -> Iterator[list[int]]:
    """Hits that stand close together: each adds one, each character between them takes away."""
    group: list[int] = []
    score = best = 0.0
    best_size = 0
    for hit in hits:
        score -= _GAP * (hit - group[-1] - 1) if group else 0.0
        if group and score <= max(0.0, best - _WIDEST_GAP):
            yield group[:best_size]
            group, score, best = [], 0.0, 0.0
        group.append(hit)
        score += 1
        if score > best:
            best, best_size = score, len(group)
    if group:
        yield group[:best_size]
