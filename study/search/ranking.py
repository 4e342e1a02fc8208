"""Which of the paragraphs that were found answer best.

The weights were set on one half of the queries in tests/search/ranking_queries.json and are
measured on the other: `python3 -m benchmarks.ranking`.
"""

from collections.abc import Sequence

from study.search.matching import comparable
from study.search.query import Query, Term

_SATURATION = 1.2
_LENGTH_SHARE = 0.75
_USUAL_LENGTH = 200
"""BM25 with its usual constants: Robertson and Zaragoza, The Probabilistic Relevance Framework,
2009. `_USUAL_LENGTH` stands for the average length of a paragraph."""

_TITLE = 0.6
_UNDER_HEADING = 1.0
_IS_HEADING = -0.4
_LEAD = 0.5
_LISTED = 0.5
_DEFINED = 0.5
_TOGETHER = 2.0
_ACROSS = -1.5
_PER_YEAR = 0.01

_AROUND = 45
"""Characters to each side of a term in which its items may be listed."""
_MOST_ITEMS = 4
_SAYS_WHAT = ("是", "就是", "即", "指")
_BEHIND_TERM = "”’」》，"
_MOST_TIMES = 20
"""Times that a term is looked at in one paragraph."""


def score(text: str, title: str, heading: str, level: int, spoken_on: str, query: Query) -> float:
    """How well a paragraph answers `query`, higher is better.

    `heading` is the one above it, `level` its own as a heading, 0 for body text. Beside BM25 of
    the terms counts what a reader would go by: the term in title or heading, at the beginning,
    said what it is, with its items around; several terms close together; the newer speech. What
    is found only across signs, or in another script, comes last.
    """
    body = comparable(text, query)
    total = (_IS_HEADING if level else 0.0) + (0.0 if body is text else _ACROSS)
    all_places = [_places(body, term) for term in query.terms]
    for term, places in zip(query.terms, all_places, strict=True):
        about = _TITLE * _has(title, term) + _UNDER_HEADING * _has(heading, term)
        total += term.weight * (about + _frequency(body, len(places)))
        if places:
            first = places[0][0]
            total += term.weight * _LEAD / (1 + first / 20)
            total += _LISTED * _listed(body, first) + _DEFINED * _defined(body, places)
    if len(query.terms) > 1:
        total += _TOGETHER * _closeness(len(body), all_places)
    return total + _PER_YEAR * (int(spoken_on[:4]) - 2000 if spoken_on else 0)


def _places(body: str, term: Term) -> list[tuple[int, int]]:
    """Where a term stands: first index and the one behind the last, in order."""
    found: list[tuple[int, int]] = []
    for form in term.forms:
        start = body.find(form)
        while start >= 0 and len(found) < _MOST_TIMES:
            found.append((start, start + len(form)))
            start = body.find(form, start + len(form))
    return sorted(found) if len(term.forms) > 1 else found


def _has(text: str, term: Term) -> bool:
    return any(form in text for form in term.forms)


def _frequency(body: str, times: int) -> float:
    norm = 1 - _LENGTH_SHARE + _LENGTH_SHARE * len(body) / _USUAL_LENGTH
    return times * (_SATURATION + 1) / (times + _SATURATION * norm)


def _listed(body: str, place: int) -> float:
    """How far a place stands among items (0 to 1): 、 joins them."""
    items = body.count("、", max(0, place - _AROUND), place + _AROUND)
    return min(items, _MOST_ITEMS) / _MOST_ITEMS


def _defined(body: str, places: Sequence[tuple[int, int]]) -> bool:
    """Whether the text says what the term is: 发展是, “四个意识”，就是."""
    for _, behind in places:
        while behind < len(body) and body[behind] in _BEHIND_TERM:
            behind += 1
        if body.startswith(_SAYS_WHAT, behind):
            return True
    return False


def _closeness(length: int, places: Sequence[Sequence[tuple[int, int]]]) -> float:
    """1 for terms side by side, towards 0 as the shortest stretch with all of them grows."""
    ordered = sorted((start, index) for index, found in enumerate(places) for start, _ in found)
    shortest = length
    last: dict[int, int] = {}
    for start, index in ordered:
        last[index] = start
        if len(last) == len(places):
            shortest = min(shortest, start - min(last.values()))
    return 1 / (1 + shortest / 30)
