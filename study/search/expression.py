"""From what is to be found to what the index is asked: a necessary condition, verified later."""

from collections.abc import Iterable

from study.search.grams import HEADING_MARK, pairs
from study.search.query import Term

HEADING = f'"{HEADING_MARK}"'
"""The FTS5 expression that all headings answer."""
_MOST_PAIRS = 8
"""Pairs of one form that the index is asked for; more would cost more than they rule out."""


def expression(terms: Iterable[Term]) -> str:
    """The FTS5 expression that all paragraphs with all of `terms` answer."""
    return " AND ".join(_any(term.forms) for term in terms)


def all_pairs(form: str) -> str:
    """The FTS5 expression that all paragraphs with the search form answer."""
    asked = dict.fromkeys(_spread(pairs(form)))
    return "(" + " AND ".join(f'"{pair}"' for pair in asked) + ")"


def _any(forms: Iterable[str]) -> str:
    return "(" + " OR ".join(all_pairs(form) for form in forms) + ")"


def _spread(found: list[str]) -> list[str]:
    """At most `_MOST_PAIRS`, evenly spread, the first and the last among them."""
    if len(found) <= _MOST_PAIRS:
        return found
    step = (len(found) - 1) / (_MOST_PAIRS - 1)
    return [found[round(index * step)] for index in range(_MOST_PAIRS)]
