"""A section of a quotation in the terms of its source, before it is said in a verdict."""

from collections.abc import Generator
from dataclasses import dataclass, replace

from study.quotations.change import Change
from study.quotations.changes import changes
from study.quotations.match import GAP, GAP_RATE, MOST_EXTRA, Match, match
from study.quotations.text import Text, text_of
from study.quotations.verdict import Kind
from study.quotations.windows import runs, windows

_CERTAIN = 0.8
"""The similarity from which on a source is named; from `_DOUBTFUL` on it is named as unsure."""
_DOUBTFUL = 0.6
_SHORT, _FREE_MISTAKES = 16, 1
"""Of a quotation with fewer characters, so many may be wrong."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`quoted.folded[start:finish]` beside its place; the blocks of `match` and `changes` count
    from the start of the whole quotation."""

    start: int
    finish: int
    match: Match
    text: Text
    changes: tuple[Change, ...]

    @property
    def mistakes(self) -> float:
        """Characters that are wrong; an item that is gone or elsewhere is one mistake."""
        most = (self.finish - self.start) // MOST_EXTRA
        return min(self.match.cost, sum(_mistakes(change, most) for change in self.changes))

    @property
    def similarity(self) -> float:
        """The share of the quotation that the source bears out, 0 to 1."""
        return max(0.0, 1 - self.mistakes / (self.finish - self.start))

    @property
    def is_certain(self) -> bool:
        """Whether this is the source, whatever is wrong."""
        if self.finish - self.start < _SHORT:
            return self.mistakes <= _FREE_MISTAKES
        return self.similarity >= _CERTAIN

    @property
    def is_near(self) -> bool:
        """Whether this is the source, or may be it."""
        return self.is_certain or self.similarity >= _DOUBTFUL


def _mistakes(change: Change, most_extra: int) -> float:
    size = change.b - change.a
    if change.kind in (Kind.WORDING, Kind.LEFT_OUT):
        return max(1, size)
    if change.kind in (Kind.EXTRA, Kind.ADDED):
        return size if size > most_extra else min(size, GAP + GAP_RATE * size)
    return 1


def finding(quoted: Text, start: int, finish: int, near: Match) -> Generator[None, None, Finding]:
    """What `quoted.folded[start:finish]` is by the source that `near` ties it to. Yields where a
    caller who shares its thread may let others go on."""
    text = text_of(*near.window.stretch.paragraphs)
    yield
    blocks = [block._replace(a=block.a + start, b=block.b + start) for block in near.blocks]
    found = changes(quoted, text, blocks, (near.start, near.finish))
    yield
    first = min([near.start, *(change.c for change in found)])
    last = max([near.finish, *(change.d for change in found)])
    return Finding(start, finish, replace(near, start=first, finish=last), text, tuple(found))


def rematched(part: str, near: Match) -> Match:
    """A part of the quotation beside the stretch of a match of the whole, or of as much."""
    if len(part) == len(near.costs):
        return near
    found = windows(runs(part), near.window.stretch)
    best = max(found, key=lambda window: window.cover.bit_count(), default=near.window)
    return match(part, best)
