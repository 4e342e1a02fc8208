"""The gold set for lookup: queries, the passages that a person wants first, and two figures.

Graded by hand, from reading: 2 says, defines or measures exactly what is asked, 1 is useful.
Candidates were pooled from literal, word and heading searches, never from the lookup itself.
The set is cut in two at random within each kind: the ranker is tuned on one half only.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path

from study.settings import ROOT

QUERIES = ROOT / "tests" / "search" / "ranking_queries.json"

Place = tuple[str, int]
"""A file's name and the number of a paragraph in it."""
Passages = Mapping[Place, str]
"""What stands at every place, in a form that is the same for copies of a passage."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A passage to be found; `begins` tells when the paragraphs were numbered anew."""

    place: Place
    grade: int
    begins: str


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody types, and what they want."""

    text: str
    kind: str
    held_out: bool
    wanted: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How well ten answers meet one query, or the mean of many."""

    reciprocal_rank: float
    ndcg: float


def load_queries() -> list[Query]:
    """The gold set."""
    entries = json.loads(QUERIES.read_text("utf-8"))["queries"]
    return [
        Query(
            entry["query"],
            entry["kind"],
            entry["held_out"],
            tuple(
                Wanted((Path(one["file"]).name, one["paragraph"]), one["grade"], one["begins"])
                for one in entry["wanted"]
            ),
        )
        for entry in entries
    ]


def displaced(queries: Iterable[Query], texts: Mapping[Place, str]) -> list[Place]:
    """The wanted places where the library holds another text than was graded, or none."""
    wanted = {one for query in queries for one in query.wanted}
    return sorted(
        one.place for one in wanted if not texts.get(one.place, "").startswith(one.begins)
    )


def score(query: Query, found: Sequence[Place], passages: Passages) -> Score:
    """MRR@10 (the first passage of grade 1 or 2) and nDCG@10 (gain 2^grade - 1) of one answer.

    A passage counts once, in whichever copy it comes: laws lie in the corpus in several editions.
    """
    left = {passages[one.place]: one.grade for one in query.wanted}
    best = sorted(left.values(), reverse=True)
    grades = [left.pop(passages.get(place, ""), 0) for place in found[:10]]
    first = next((rank for rank, grade in enumerate(grades, 1) if grade), None)
    return Score(1 / first if first else 0.0, _gain(grades) / _gain(best))


def mean(scores: Sequence[Score]) -> Score:
    """The mean of both figures."""
    return Score(
        sum(one.reciprocal_rank for one in scores) / len(scores),
        sum(one.ndcg for one in scores) / len(scores),
    )


def _gain(grades: Iterable[int]) -> float:
    return sum((2**grade - 1) / log2(rank + 1) for rank, grade in enumerate(grades, 1))
