"""Which part of a quotation stands where: the cheapest way to put it together from places."""

from collections.abc import Generator, Sequence
from typing import NamedTuple

from study.quotations.match import Match
from study.quotations.text import CLAUSE_SIGNS, ITEM_SIGNS, Text

_SWITCH = 20.0
"""What it costs to go on in another place in the middle of an item: more characters must be wrong
otherwise. Whoever puts a quotation together rarely does it within a word."""
_AT_ITEM, _AT_CLAUSE = 9.0, 8.0
"""The same between two items, and between two clauses of the quotation."""
_NOWHERE = 0.4
"""What a character costs that is taken to stand nowhere."""
_PLACES_AT_ONCE = 200


class Section(NamedTuple):
    """`quoted[start:finish]` stands in the match; None: nowhere."""

    start: int
    finish: int
    match: Match | None


def sections(quoted: Text, matches: Sequence[Match]) -> Generator[None, None, list[Section]]:
    """The quotation in as few sections as its mistakes allow, in order.

    Yields where a caller who shares its thread may let others go on.
    """
    length = len(quoted.folded)
    rows = [*(one.costs for one in matches), (_NOWHERE,) * length]
    totals = [row[0] for row in rows]
    origins: list[list[int]] = []
    for place in range(1, length):
        if place % _PLACES_AT_ONCE == 0:
            yield
        toll = _toll(quoted, place)
        best = min(range(len(totals)), key=totals.__getitem__)
        limit = totals[best] + toll
        origins.append([best if total > limit else state for state, total in enumerate(totals)])
        totals = [min(total, limit) + row[place] for total, row in zip(totals, rows, strict=True)]
    states = _walked_back(min(range(len(totals)), key=totals.__getitem__), origins)
    return _joined(states, [*matches, None])


def _toll(quoted: Text, place: int) -> float:
    if quoted.is_divided(place, CLAUSE_SIGNS):
        return _AT_CLAUSE
    return _AT_ITEM if quoted.is_divided(place, ITEM_SIGNS) else _SWITCH


def _walked_back(state: int, origins: Sequence[Sequence[int]]) -> list[int]:
    states = [state]
    for origin in reversed(origins):
        state = origin[state]
        states.append(state)
    return states[::-1]


def _joined(states: Sequence[int], matches: Sequence[Match | None]) -> list[Section]:
    cuts = [place for place in range(1, len(states)) if states[place] != states[place - 1]]
    return [
        Section(start, finish, matches[states[start]])
        for start, finish in zip([0, *cuts], [*cuts, len(states)], strict=True)
    ]
