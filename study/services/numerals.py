"""4个意识 is 四个意识: numbers of set phrases in either script."""

from dataclasses import replace

from study.search.numbers import other_spellings
from study.search.query import Query, Term
from study.search.segmenting import possible_words
from study.storage import glossary, phrases
from study.storage.database import Database

_NUMERALS = frozenset("0123456789一二三四五六七八九十两")
_LONGEST = 12
"""Characters of a term whose numbers are looked at."""


async def in_either_script(database: Database, query: Query) -> Query:
    """The query with a term also in the other script, where a known formulation with a number
    stands in it: only there does a numeral mean no plain count."""
    terms = [await _in_either_script(database, term) for term in query.terms]
    return replace(query, terms=tuple(terms))


async def _in_either_script(database: Database, term: Term) -> Term:
    [form] = term.forms
    if term.exact or len(form) > _LONGEST or not _NUMERALS.intersection(form):
        return term
    others = [one for way in other_spellings(form) for one in (way, way.replace("二", "两"))]
    known = [one for one in dict.fromkeys(others) if await _has_formulation(database, form, one)]
    return replace(term, forms=(form, *known))


async def _has_formulation(database: Database, form: str, other: str) -> bool:
    """Whether a formulation stands in one of the spellings, at a number that differs."""
    pieces = [
        piece
        for spelling in (form, other)
        for piece in possible_words(spelling)
        if len(piece) > 1 and _NUMERALS.intersection(piece) and piece not in _common(form, other)
    ]
    return bool(await glossary.known(database, pieces) or await phrases.known(database, pieces))


def _common(form: str, other: str) -> set[str]:
    """The pieces that both spellings have."""
    return set(possible_words(form)) & set(possible_words(other))
