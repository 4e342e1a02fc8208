"""Looking something up: as it was typed, and if that stands nowhere, as it may be meant."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from study.search.asking import is_telling, pieces
from study.search.folding import fold
from study.search.query import Query, Term
from study.search.segmenting import possible_words
from study.search.segmenting import words as cut
from study.services.answering import Answer, answer
from study.services.finding import exists, places_of
from study.services.reader import Reader
from study.storage import words
from study.storage.database import Database

_COMMON = 200
"""Words that stand in so many places are equally common here."""
_YEAR = re.compile(r"((?:19|20)\d\d)年?")


class How(StrEnum):
    """How literally a query was answered."""

    LITERALLY = "literally"
    WORDS = "words"
    """All its words, each by itself."""
    SOME_WORDS = "some words"
    """All but those that were left out."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """What was found, how that came from what was asked, and the words that were left out."""

    answer: Answer
    how: How
    left_out: tuple[str, ...] = ()


async def look_up(database: Database, reader: Reader, query: Query) -> Lookup | None:
    """A page of what answers `query`, None when nothing does."""
    if found := await answer(database, reader, query):
        return Lookup(found, How.LITERALLY)
    if query.is_narrowed and (found := await answer(database, reader, _widened(query))):
        return Lookup(found, How.WORDS)
    if any(term.exact for term in query.terms):
        return None
    return await _by_words(database, reader, query)


def _widened(query: Query) -> Query:
    """The year, title or tag as words of the text."""
    narrowing = (*map(str, dict.fromkeys(query.years or ())), *query.tags, *query.titles)
    terms = tuple(Term(word, (fold(word),)) for word in narrowing)
    return Query((*query.terms, *terms), query.without, page=query.page)


async def _by_words(database: Database, reader: Reader, query: Query) -> Lookup | None:
    """A question without what only asks, then its words, then without the commonest of them."""
    query = _dated(query)
    asked = [piece for term in query.terms for piece in pieces(term.forms[0])]
    if found := await answer(database, reader, _with(query, asked)):
        return Lookup(found, How.WORDS)
    runs = [run for piece in asked for run in await _runs(database, piece)]
    longest = [word for run in runs for word in await _joined(database, reader, run)]
    times = {word: await _times(database, reader, word) for word in longest}
    kept = sorted((word for word in times if times[word]), key=lambda word: times[word])
    while kept:
        if found := await answer(database, reader, _with(query, kept)):
            left_out = tuple(word for word in times if word not in kept)
            return Lookup(found, How.SOME_WORDS if left_out else How.WORDS, left_out)
        kept.pop()
    return None


def _dated(query: Query) -> Query:
    """The query with a year that stands in its words as the year of the speech."""
    text = " ".join(term.text for term in query.terms)
    match = _YEAR.search(text)
    rest = (text[: match.start()] + " " + text[match.end() :]).split() if match else []
    if not match or query.years or not any(map(fold, rest)):
        return query
    return replace(_with(query, [fold(word) for word in rest]), years=(int(match[1]),) * 2)


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


async def _joined(database: Database, reader: Reader, run: Sequence[str]) -> list[str]:
    """Neighbouring words made one as long as that stands somewhere."""
    joined = [run[0]]
    for word in run[1:]:
        if await exists(database, joined[-1] + word, everything=reader.everything):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


async def _times(database: Database, reader: Reader, form: str) -> int:
    """In how many places a search form stands, counted up to a bound."""
    query = Query((Term(form, (form,)),))
    return len(await places_of(database, query, everything=reader.everything, most=_COMMON))


def _with(query: Query, forms: Sequence[str]) -> Query:
    """The same query with other words."""
    terms = tuple(Term(form, (form,)) for form in dict.fromkeys(forms) if form)
    return replace(query, terms=terms or query.terms)
