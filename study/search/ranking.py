"""Which of the paragraphs that were found answer best."""

import re
from collections.abc import Sequence

from study.search.matching import comparable
from study.search.query import Query, Term

_SATURATION = 1.2
_LENGTH_SHARE = 0.75
_USUAL_LENGTH = 200
"""BM25 with its usual constants: Robertson and Zaragoza, The Probabilistic Relevance Framework,
2009. `_USUAL_LENGTH` stands for the average length of a paragraph."""

_IN_TITLE = 0.6
_HEADING = -0.4
_NEAR = 1.0
_PER_YEAR = 0.01


def score(text: str, title: str, level: int, spoken_on: str, query: Query) -> float:
    """How well a paragraph answers `query`, higher is better.

    `level` is that of a heading, 0 for body text. BM25 of the terms, and what a reader would go
    by: the term in the title, the words close together, the newer speech.
    """
    body = comparable(text, query)
    total = _HEADING if level else 0.0
    for term in query.terms:
        times = sum(body.count(form) for form in term.forms)
        total += _saturated(times, len(body))
        total += _IN_TITLE * _within(title, term)
    if len(query.terms) > 1:
        total += _NEAR * _closeness(body, query.terms)
    return total + _PER_YEAR * (int(spoken_on[:4] or 0) - 2000)


def _saturated(times: int, length: int) -> float:
    norm = 1 - _LENGTH_SHARE + _LENGTH_SHARE * length / _USUAL_LENGTH
    return times * (_SATURATION + 1) / (times + _SATURATION * norm)


def _within(text: str, term: Term) -> bool:
    return any(form in text for form in term.forms)


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
