"""4个意识 is 四个意识: numbers of set phrases in either script."""

from dataclasses import replace

from study.search.numbers import other_spellings
from study.search.query import Query, Term
from study.search.segmenting import possible_words
from study.services.reader import Reader
from study.storage import glossary, phrases
from study.storage.database import Database

_NUMERALS = frozenset("0123456789一二三四五六七八九十两")
_LONGEST = 12
"""Characters of a term whose numbers are looked at."""


async def in_either_script(database: Database, reader: Reader, query: Query) -> Query:
    """The query with a term also in the other script, where a known formulation with a number
    stands in it: only there does a numeral mean no plain count."""
    terms = [await _in_either_script(database, reader, term) for term in query.terms]
    return replace(query, terms=tuple(terms))


async def _in_either_script(database: Database, reader: Reader, term: Term) -> Term:
    form = term.forms[0]
    if term.exact or len(form) > _LONGEST or not _NUMERALS.intersection(form):
        return term
    ways = [one for way in other_spellings(form) for one in (way, way.replace("二", "两"))]
    pieces = {other: _differing(form, other) for other in dict.fromkeys(ways) if other != form}
    asked = list(dict.fromkeys(piece for one in pieces.values() for piece in one))
    if not asked:
        return term
    known = await glossary.known(database, asked)
    known |= await phrases.known(database, asked, window=reader.window)
    others = [other for other, found in pieces.items() if not known.isdisjoint(found)]
    return replace(term, forms=(form, *others))


def _differing(form: str, other: str) -> list[str]:
    """The pieces with a numeral that one of two spellings has and the other has not."""
    one, two = set(possible_words(form)), set(possible_words(other))
    return [piece for piece in one ^ two if len(piece) > 1 and _NUMERALS.intersection(piece)]
