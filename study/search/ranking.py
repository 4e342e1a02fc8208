"""Which of the paragraphs that were found answer best."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from study.search.matching import comparable
from study.search.query import Query, Term

_SATURATION = 1.2
_LENGTH_SHARE = 0.75
_USUAL_LENGTH = 200
"""BM25 with its usual constants: Robertson and Zaragoza, The Probabilistic Relevance Framework,
2009. `_USUAL_LENGTH` stands for the average length of a paragraph."""

_IN_TITLE = 0.6
_IN_HEADING = 0.5
_HEADING = -0.4
_DEFINED = 0.5
_NEAR = 1.0
_PER_YEAR = 0.01


@dataclass(frozen=True, slots=True)
class Passage:
    """What ranking looks at. `heading` is the heading above the text, `year` 0 if unknown."""

    text: str
    title: str
    heading: str
    level: int
    year: int


def score(passage: Passage, query: Query, weights: Mapping[str, float]) -> float:
    """How well a passage answers `query`, higher is better; `weights` says how telling a term is.

    BM25 of the terms, and what a reader would go by: the term in title or heading, the words
    close together, a sentence that begins with it or says what it is, the newer speech.
    """
    body = comparable(passage.text, query)
    total = 0.0
    for term in query.terms:
        times = sum(body.count(form) for form in term.forms)
        total += weights.get(term.text, 1.0) * _saturated(times, len(body))
        total += _IN_TITLE * _within(passage.title, term)
        total += _IN_HEADING * _within(passage.heading, term)
    if passage.level:
        total += _HEADING
    if len(query.terms) > 1:
        total += _NEAR * _closeness(body, query.terms)
    return total + _PER_YEAR * (passage.year - 2000)


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
