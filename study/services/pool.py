"""The paragraphs that are ranked: of very many that answer, those that may answer best."""

import itertools
from dataclasses import replace

from study.search.expression import HEADING, expression
from study.search.query import Query, Term
from study.services.finding import AT_ONCE, find, shelf_of, titled, verified
from study.services.reader import Reader
from study.storage import search
from study.storage.database import Database
from study.storage.search import Candidate

_BATCHES = 10
"""Batches after which no more are looked through, however few of them answer."""
_OUTSTANDING = 50
"""Older paragraphs of each kind that are looked at beside the newest."""
_TITLED = 3
"""Terms that are looked for in titles."""
_TELLING = 4
"""Terms of a question by whose pairs paragraphs are looked for."""
_OF_A_PAIR = 100
_BEST = 120
"""Paragraphs of a question that are worth ranking."""


async def with_all(
    database: Database, reader: Reader, query: Query
) -> tuple[list[Candidate], bool]:
    """The newest paragraphs that answer `query`, enough to rank, and whether they are all."""
    pool: list[Candidate] = []
    batches = 0
    async for batch in find(database, query, window=reader.window):
        pool += batch
        batches += 1
        # A batch that is less than full may be the last one, or one of which some did not answer.
        if len(batch) == AT_ONCE or (len(pool) > AT_ONCE) or (pool and batches == _BATCHES):
            older = await _outstanding(database, reader, query, pool[-1].place)
            return pool + older, False
    return pool, True


async def _outstanding(
    database: Database, reader: Reader, query: Query, below: int
) -> list[Candidate]:
    """Older paragraphs that are likely to answer best: headings, and those that say what the
    only term is."""
    shelf = await shelf_of(database, query, window=reader.window)
    forms = query.terms[0].forms if len(query.terms) == 1 else ()
    likely = [HEADING, *(expression([Term(form, (form + "是",))]) for form in forms)]
    older: dict[int, Candidate] = {}
    for one in likely:
        asked = f"{expression(query.terms)} AND {one}"
        batch = await search.candidates(database, asked, shelf, below=below, limit=_OUTSTANDING)
        older |= {found.place: found for found in await verified(batch, query)}
    return list(older.values())


async def with_some(database: Database, reader: Reader, query: Query) -> list[Candidate]:
    """The paragraphs that have most of the query's telling terms: the newest with the most
    telling one, and with any two of the most telling."""
    telling = sorted(query.terms, key=lambda term: -term.weight)[:_TELLING]
    shelf = await shelf_of(database, query, window=reader.window)
    pool: dict[int, Candidate] = {}
    for terms in () if shelf.is_empty else (telling[:1], *itertools.combinations(telling, 2)):
        batch = await search.candidates(
            database, expression(terms), shelf, below=search.HIGHEST, limit=_OF_A_PAIR
        )
        asked = replace(query, terms=tuple(terms))
        pool |= {one.place: one for one in await verified(batch, asked)}
    return sorted(pool.values(), key=lambda one: -_telling(one.text, query))[:_BEST]


def _telling(text: str, query: Query) -> float:
    """How much of what a query asks stands in a text as it is."""
    return sum(term.weight for term in query.terms if any(form in text for form in term.forms))


async def with_titles(
    database: Database, reader: Reader, query: Query
) -> list[tuple[Candidate, Query]]:
    """Paragraphs with all terms but one, in materials that have that one in their title; each
    with the query that it answers."""
    found: dict[int, tuple[Candidate, Query]] = {}
    for term in query.terms[:_TITLED] if len(query.terms) > 1 else ():
        if await titled(database, Query((term,)), window=reader.window):
            rest = tuple(other for other in query.terms if other is not term)
            narrowed = replace(query, terms=rest, titles=(*query.titles, term.text))
            pool, _ = await with_all(database, reader, narrowed)
            found |= {one.place: (one, narrowed) for one in pool}
    return list(found.values())
