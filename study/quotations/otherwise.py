"""The same passage in the words of another year."""

from collections.abc import Sequence

from study.quotations.change import Change
from study.quotations.findings import Finding
from study.quotations.match import Match
from study.quotations.text import CLAUSE_SIGNS, SENTENCE_SIGNS, Text
from study.quotations.windows import Window

_CONTEXT = 12
"""Characters around a difference that it is looked for with; less where its clause ends."""
_SHORTEST = 6
"""With fewer characters a difference and its clause stand anywhere."""
_SENTENCE = 40
"""Characters around it in which the other passage must be parallel."""
_PARALLEL = 0.5
_MOST_OTHERWISE = 0.3
_LEAST_FOR_NEWER = 12
_TRIED = 4


def spot(quoted: Text, change: Change, within: tuple[int, int]) -> tuple[int, int]:
    """A difference with what is around it in its clause, enough of it to look for."""
    start, finish = quoted.around(change.a, change.b, CLAUSE_SIGNS)
    start, finish = _held(start, finish, change, _CONTEXT)
    if finish - start < _SHORTEST:
        start, finish = change.a - _SHORTEST, change.b + _SHORTEST
    return max(start, within[0]), min(finish, within[1])


def _clause(quoted: Text, change: Change, within: tuple[int, int]) -> tuple[int, int]:
    """The whole clause of a difference."""
    start, finish = quoted.around(change.a, change.b, CLAUSE_SIGNS)
    return max(start, within[0]), min(finish, within[1])


def worded_elsewhere(
    quoted: Text, finding: Finding, change: Change, places: Sequence[Window]
) -> tuple[Window, int, int] | None:
    """The parallel passage of another year that has the whole clause as it is quoted, verbatim,
    and from where to where in it; the nearest one, of these the newest."""
    start, finish = _clause(quoted, change, (finding.start, finding.finish))
    words = quoted.folded[start:finish]
    if len(words) < _SHORTEST or words in finding.match.text:
        return None
    window = _parallel(quoted, finding, change, words, places)
    if window is None:
        return None
    at = window.folded.index(words)
    return window, at, at + len(words)


def _parallel(
    quoted: Text, finding: Finding, change: Change, words: str, places: Sequence[Window]
) -> Window | None:
    sentence = _sentence(quoted, change, (finding.start, finding.finish))
    found = [
        window
        for window in places
        if _is_of_another_year(window, finding.match.window)
        and words in window.folded
        and _share(window, *sentence) >= _PARALLEL
    ]
    return max(found, key=lambda one: (_share(one, *sentence), one.stretch.spoken_on), default=None)


def newer(quoted: Text, newest: str, places: Sequence[Window]) -> list[Window]:
    """The windows of later years than the quotation's newest source that may word it otherwise,
    those that have most of it first."""
    if len(quoted.folded) < _LEAST_FOR_NEWER or not newest:
        return []
    later = [
        window
        for window in places
        if window.stretch.year > newest[:4] and quoted.folded not in window.folded
    ]
    return sorted(later, key=lambda window: -window.cover.bit_count())[:_TRIED]


def is_parallel(one: Match) -> bool:
    """Whether a place of a later year says the same in other words."""
    return one.cost <= _MOST_OTHERWISE * len(one.costs)


def _held(start: int, finish: int, change: Change, reach: int) -> tuple[int, int]:
    return max(start, change.a - reach), min(finish, change.b + reach)


def _sentence(quoted: Text, change: Change, within: tuple[int, int]) -> tuple[int, int]:
    start, finish = quoted.around(change.a, change.b, SENTENCE_SIGNS)
    start, finish = _held(start, finish, change, _SENTENCE)
    return max(start, within[0]), min(finish, within[1])


def _is_of_another_year(window: Window, here: Window) -> bool:
    one, other = window.stretch.year, here.stretch.year
    return bool(one and other) and one != other


def _share(window: Window, start: int, finish: int) -> float:
    """How much of `quoted[start:finish]` a window has."""
    bits = window.cover >> start & ((1 << finish - start) - 1)
    return bits.bit_count() / max(1, finish - start)
