"""Every paragraph that a query means, newest first: what lookup, history and checks stand on."""

import asyncio
from collections.abc import AsyncGenerator

from study.search.expression import all_pairs, expression, is_exact
from study.search.matching import holds
from study.search.place import places_between
from study.search.query import Query
from study.storage import search
from study.storage.database import Database
from study.storage.search import Candidate, Shelf

AT_ONCE = 300
"""Candidates fetched in one read."""
_IN_ONE_GO = 50
"""Paragraphs verified before others may run: to fold one takes up to 20 µs."""


async def find(
    database: Database, query: Query, *, everything: bool
) -> AsyncGenerator[list[Candidate]]:
    """All paragraphs (and titles, as paragraph 0) that answer `query`, newest speech first, in
    batches; none that does not, none twice."""
    shelf, asked = shelf_of(query, everything=everything), expression(query.terms)
    below = search.HIGHEST
    while True:
        batch = await search.candidates(database, asked, shelf, below=below, limit=AT_ONCE)
        yield await _verified(batch, query)
        if len(batch) < AT_ONCE:
            return
        below = batch[-1].place


async def places_of(database: Database, query: Query, *, everything: bool, most: int) -> list[int]:
    """The places of the `most` newest paragraphs and titles that answer `query`."""
    if needs_no_look(query):
        shelf = shelf_of(query, everything=everything)
        return await search.places(database, expression(query.terms), shelf, limit=most)
    found: list[int] = []
    async for batch in find(database, query, everything=everything):
        found += [one.place for one in batch]
        if len(found) >= most:
            break
    return found[:most]


def shelf_of(query: Query, *, everything: bool) -> Shelf:
    """The part of the library that a query is about, for a reader."""
    lowest, highest = places_between(*query.years) if query.years else (0, search.HIGHEST)
    title = " AND ".join(all_pairs(form) for form in query.titles)
    return Shelf(everything, lowest, highest, query.tags, title)


def needs_no_look(query: Query) -> bool:
    """Whether the index alone answers the query, without a look at the paragraphs."""
    return is_exact(query.terms) and not query.without


async def _verified(batch: list[Candidate], query: Query) -> list[Candidate]:
    if needs_no_look(query):
        return batch
    found: list[Candidate] = []
    for start in range(0, len(batch), _IN_ONE_GO):
        found += [one for one in batch[start : start + _IN_ONE_GO] if holds(one.text, query)]
        await asyncio.sleep(0)
    return found
