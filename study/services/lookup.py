"""Looking something up: as it was typed, and if that stands nowhere, as it may be meant."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from study.search.asking import is_telling, pieces
from study.search.folding import fold
from study.search.query import MOST_TERMS, Query, Term
from study.search.segmenting import possible_words
from study.search.segmenting import words as cut
from study.services.answering import Answer, answer, nearest
from study.services.finding import exists, titled
from study.services.numerals import in_either_script
from study.services.reader import Reader
from study.services.suggesting import near_terms
from study.storage import words
from study.storage.database import Database

_YEAR = re.compile(r"((?:19|20)\d\d)年?")
_FEWEST = 2
_MOSTLY = 0.6
"""So many words, or this share of what was typed in one, are enough to look for it by words."""
_NAMES = 2
"""Words that name a material when they stand together in its title."""
_RAREST = math.log(20_000)
"""How telling a word is that stands in one paragraph of a middling library."""


class How(StrEnum):
    """How literally a query was answered."""

    LITERALLY = "literally"
    WORDS = "words"
    """Without what only asks, or with year, title or tag looked for in the text."""
    ANYWHERE = "anywhere"
    """Without the year, title or tag, by which there is nothing."""
    NEARLY = "nearly"
    """By paragraphs that have most of the words."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """What was found, and how that came from what was asked."""

    answer: Answer
    how: How


async def look_up(database: Database, reader: Reader, query: Query) -> Lookup | None:
    """A page of what answers `query`, None when nothing does."""
    query = await in_either_script(database, reader, query)
    if found := await answer(database, reader, query):
        return Lookup(found, How.LITERALLY)
    if query.is_narrowed:
        if found := await answer(database, reader, _widened(query)):
            return Lookup(found, How.WORDS)
        if found := await answer(database, reader, _anywhere(query)):
            return Lookup(found, How.ANYWHERE)
    if any(term.exact for term in query.terms) or await titled_materials(database, reader, query):
        return None
    return await _by_words(database, reader, _dated(query))


async def titled_materials(database: Database, reader: Reader, query: Query) -> dict[int, str]:
    """The materials with all terms of `query` in their title, with their titles."""
    return await titled(database, query, window=reader.window)


async def meant(database: Database, reader: Reader, query: Query) -> list[str]:
    """Up to three texts that may have been meant by a query, and that answer it somewhere."""

    async def stands(text: str) -> bool:
        asked = _with(query, map(_term, text.split()))
        return await exists(database, asked, window=reader.window)

    return await near_terms(database, " ".join(term.text for term in query.terms), stands)


def _widened(query: Query) -> Query:
    """The year, title or tag as words of the text."""
    narrowing = (*map(str, dict.fromkeys(query.years or ())), *query.tags, *query.titles)
    return _anywhere(replace(query, terms=(*query.terms, *map(_term, narrowing))))


def _anywhere(query: Query) -> Query:
    return replace(query, years=None, tags=(), titles=())


async def _by_words(database: Database, reader: Reader, query: Query) -> Lookup | None:
    """A question without what only asks; then by its words, a title among them narrowing."""
    asked = [piece for term in query.terms for piece in pieces(term.forms[0])][:MOST_TERMS]
    plain = _with(query, map(_term, asked))
    if plain != query and (found := await answer(database, reader, plain)):
        return Lookup(found, How.WORDS)
    runs = [run for piece in asked for run in await _runs(database, piece)]
    query, runs = await _titled(database, reader, query, runs)
    telling = await _telling(database, [word for run in runs for word in run])
    covered = sum(len(term.text) for term in telling) / max(1, sum(map(len, asked)))
    if not query.titles and len(telling) < _FEWEST and covered < _MOSTLY:
        return None
    if telling and (found := await nearest(database, reader, _with(query, telling))):
        return Lookup(found, How.NEARLY)
    return None


async def _runs(database: Database, piece: str) -> list[list[str]]:
    """The words of a search form, cut where a word stands that tells nothing."""
    counts = await words.counts(database, possible_words(piece))
    runs: list[list[str]] = [[]]
    for word in cut(piece, counts):
        if is_telling(word):
            runs[-1].append(word)
        else:
            runs.append([])
    return [run for run in runs if run]


async def _titled(
    database: Database, reader: Reader, query: Query, runs: list[list[str]]
) -> tuple[Query, list[list[str]]]:
    """The query narrowed by the words that stand together in a title, and the other words."""
    for place, run in enumerate(runs):
        name = "".join(run)
        others = [*runs[:place], *runs[place + 1 :]]
        if len(run) < _NAMES or not others or query.titles:
            continue
        if await titled(database, Query((_term(name),)), window=reader.window):
            return replace(query, titles=(name,)), others
    return query, runs


def _dated(query: Query) -> Query:
    """The query with a year that stands in its words as the year of the speech."""
    text = " ".join(term.text for term in query.terms)
    match = _YEAR.search(text)
    rest = (text[: match.start()] + " " + text[match.end() :]).split() if match else []
    if not match or query.years or not any(map(fold, rest)):
        return query
    return replace(_with(query, map(_term, rest)), years=(int(match[1]),) * 2)


async def _telling(database: Database, found: Sequence[str]) -> list[Term]:
    """Words as terms, weighted by their rarity.

    The weight is the inverse document frequency: Spärck Jones, 1972.
    """
    counts = await words.counts(database, found) if found else {}
    return [
        replace(_term(word), weight=max(0.1, 1 - math.log(counts.get(word, 0) + 1) / _RAREST))
        for word in dict.fromkeys(found)
    ]


def _with(query: Query, terms: Iterable[Term]) -> Query:
    """The same query with other terms."""
    return replace(query, terms=tuple({one.forms: one for one in terms if one.forms[0]}.values()))


def _term(text: str) -> Term:
    return Term(text, (fold(text),))
