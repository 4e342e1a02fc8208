"""Which of the paragraphs that were found answer best.

The weights were set on one half of the queries in tests/search/ranking_queries.json and are
measured on the other: `python3 -m benchmarks.ranking`.
"""

import re
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
_SAYS_WHAT = re.compile("[”’」》]?，?(?:就?是|即|指)")


def score(text: str, title: str, heading: str, level: int, spoken_on: str, query: Query) -> float:
    """How well a paragraph answers `query`, higher is better.

    `heading` is the one above it, `level` its own as a heading, 0 for body text. Beside BM25 of
    the terms counts what a reader would go by: the term in title or heading, at the beginning,
    said what it is, with its items around; several terms close together; the newer speech. What
    is found only across signs, or in another script, comes last.
    """
    body = comparable(text, query)
    total = (_IS_HEADING if level else 0.0) + (0.0 if body is text else _ACROSS)
    for term in query.terms:
        about = _TITLE * _has(title, term) + _UNDER_HEADING * _has(heading, term)
        total += term.weight * (_frequency(body, term) + about + _LEAD * _lead(body, term))
        total += _LISTED * _listed(body, term) + _DEFINED * _defined(body, term)
    if len(query.terms) > 1:
        total += _TOGETHER * _closeness(body, query.terms)
    return total + _PER_YEAR * (int(spoken_on[:4]) - 2000 if spoken_on else 0)


def _frequency(body: str, term: Term) -> float:
    times = sum(body.count(form) for form in term.forms)
    norm = 1 - _LENGTH_SHARE + _LENGTH_SHARE * len(body) / _USUAL_LENGTH
    return times * (_SATURATION + 1) / (times + _SATURATION * norm)


def _has(text: str, term: Term) -> bool:
    return any(form in text for form in term.forms)


def _first(body: str, term: Term) -> int:
    """Where a term first stands, -1 for nowhere."""
    return min((place for form in term.forms if (place := body.find(form)) >= 0), default=-1)


def _lead(body: str, term: Term) -> float:
    """1 for a paragraph that begins with the term, less the later it comes, 0 without it."""
    first = _first(body, term)
    return 0.0 if first < 0 else 1 / (1 + first / 20)


def _listed(body: str, term: Term) -> float:
    """How far the term stands among items (0 to 1): 、 joins them."""
    first = _first(body, term)
    if first < 0:
        return 0.0
    around = body[max(0, first - _AROUND) : first + _AROUND]
    return min(around.count("、"), _MOST_ITEMS) / _MOST_ITEMS


def _defined(body: str, term: Term) -> bool:
    """Whether the text says what the term is: 发展是, “四个意识”，就是."""
    return any(
        _SAYS_WHAT.match(body, match.end())
        for form in term.forms
        for match in re.finditer(re.escape(form), body)
    )


def _closeness(body: str, terms: Sequence[Term]) -> float:
    """1 for terms side by side, towards 0 as the shortest stretch with all of them grows."""
    places = sorted(
        (match.start(), index)
        for index, term in enumerate(terms)
        for form in term.forms
        for match in re.finditer(re.escape(form), body)
    )
    shortest = len(body)
    last: dict[int, int] = {}
    for place, index in places:
        last[index] = place
        if len(last) == len(terms):
            shortest = min(shortest, place - min(last.values()))
    return 1 / (1 + shortest / 30)
