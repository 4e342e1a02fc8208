"""Looking something up: as it was typed, and if that stands nowhere, as it may be meant."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from study.search.asking import is_telling, pieces
from study.search.folding import fold
from study.search.query import Query, Term
from study.search.segmenting import possible_words
from study.search.segmenting import words as cut
from study.services.answering import Answer, answer, nearest
from study.services.finding import places_of
from study.services.numerals import in_either_script
from study.services.reader import Reader
from study.services.suggesting import near_terms
from study.storage import words
from study.storage.database import Database

_YEAR = re.compile(r"((?:19|20)\d\d)年?")
_FEWEST = 2
_MOSTLY = 0.6
"""So many words, or this share of what was typed in one, are enough to look for it by words."""
_RAREST = math.log(20_000)
"""How telling a word is that stands in one paragraph of a middling library."""


class How(StrEnum):
    """How literally a query was answered."""

    LITERALLY = "literally"
    WORDS = "words"
    """Without what only asks, or with year, title or tag looked for in the text."""
    NEARLY = "nearly"
    """By paragraphs that have most of the words."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """What was found, and how that came from what was asked."""

    answer: Answer
    how: How


async def look_up(database: Database, reader: Reader, query: Query) -> Lookup | None:
    """A page of what answers `query`, None when nothing does."""
    query = await in_either_script(database, query)
    if found := await answer(database, reader, query):
        return Lookup(found, How.LITERALLY)
    if query.is_narrowed and (found := await answer(database, reader, _widened(query))):
        return Lookup(found, How.WORDS)
    if any(term.exact for term in query.terms):
        return None
    return await _by_words(database, reader, _dated(query))


async def meant(database: Database, reader: Reader, query: Query) -> list[str]:
    """Up to three texts that may have been meant by a query, and that answer it somewhere."""

    async def stands(text: str) -> bool:
        terms = tuple(map(_term, text.split()))
        asked = replace(query, terms=terms)
        return bool(await places_of(database, asked, everything=reader.everything, most=1))

    return await near_terms(database, " ".join(term.text for term in query.terms), stands)


def _widened(query: Query) -> Query:
    """The year, title or tag as words of the text."""
    narrowing = (*map(str, dict.fromkeys(query.years or ())), *query.tags, *query.titles)
    terms = tuple(Term(word, (fold(word),)) for word in narrowing)
    return replace(query, terms=(*query.terms, *terms), years=None, tags=(), titles=())


async def _by_words(database: Database, reader: Reader, query: Query) -> Lookup | None:
    """A question without what only asks; then the paragraphs with most of its words."""
    asked = [piece for term in query.terms for piece in pieces(term.forms[0])]
    if found := await answer(database, reader, _with(query, map(_term, asked))):
        return Lookup(found, How.WORDS)
    telling = await _telling(database, asked)
    covered = sum(len(term.text) for term in telling) / max(1, sum(map(len, asked)))
    if len(telling) < _FEWEST and covered < _MOSTLY:
        return None
    found = await nearest(database, reader, _with(query, telling))
    return found and Lookup(found, How.NEARLY)


def _dated(query: Query) -> Query:
    """The query with a year that stands in its words as the year of the speech."""
    text = " ".join(term.text for term in query.terms)
    match = _YEAR.search(text)
    rest = (text[: match.start()] + " " + text[match.end() :]).split() if match else []
    if not match or query.years or not any(map(fold, rest)):
        return query
    return replace(_with(query, map(_term, rest)), years=(int(match[1]),) * 2)


async def _telling(database: Database, asked: Sequence[str]) -> list[Term]:
    """The words of search forms that tell what is asked, weighted by their rarity.

    The weight is the inverse document frequency: Spärck Jones, 1972.
    """
    found: dict[str, int] = {}
    for piece in asked:
        counts = await words.counts(database, possible_words(piece))
        found |= {word: counts.get(word, 0) for word in cut(piece, counts) if is_telling(word)}
    return [
        replace(_term(word), weight=max(0.1, 1 - math.log(times + 1) / _RAREST))
        for word, times in found.items()
    ]


def _with(query: Query, terms: Iterable[Term]) -> Query:
    """The same query with other terms."""
    return replace(query, terms=tuple({one.forms: one for one in terms if one.forms[0]}.values()))


def _term(text: str) -> Term:
    return Term(text, (fold(text),))
