"""Every paragraph that a query means, newest first: what lookup, history and checks stand on."""

import asyncio
from collections.abc import AsyncGenerator

from study.search.expression import all_pairs, expression, is_exact
from study.search.folding import fold
from study.search.matching import holds
from study.search.place import places_between
from study.search.query import Query, Term
from study.storage import search
from study.storage.database import Database
from study.storage.search import Candidate, Shelf

AT_ONCE = 200
"""Candidates fetched in one read."""
_IN_ONE_GO = 50
"""Paragraphs verified before others may run: to fold one takes up to 20 µs."""


async def find(
    database: Database, query: Query, *, everything: bool
) -> AsyncGenerator[list[Candidate]]:
    """All paragraphs (and titles, as paragraph 0) that answer `query`, newest speech first, in
    batches; none that does not, none twice."""
    shelf = await shelf_of(database, query, everything=everything)
    asked = expression(query.terms)
    below = search.HIGHEST
    while True:
        batch = await search.candidates(database, asked, shelf, below=below, limit=AT_ONCE)
        yield await verified(batch, query)
        if len(batch) < AT_ONCE:
            return
        below = batch[-1].place


async def places_of(database: Database, query: Query, *, everything: bool, most: int) -> list[int]:
    """The places of the `most` newest paragraphs and titles that answer `query`."""
    shelf = await shelf_of(database, query, everything=everything)
    asked = expression(query.terms)
    # What is to be without something must be looked at whatever it has.
    terms = [] if query.without else [term.forms for term in query.terms]
    found: list[int] = []
    below = search.HIGHEST
    while len(found) < most:
        rows = await search.places(database, asked, terms, shelf, below=below, limit=most)
        found += [place for place, text in rows if text is None or holds(text, query)]
        await asyncio.sleep(0)
        if len(rows) < most:
            break
        below = rows[-1][0]
    return found[:most]


async def exists(database: Database, form: str, *, everything: bool) -> bool:
    """Whether a search form stands in any paragraph or title that a reader may read."""
    query = Query((Term(form, (form,)),))
    return bool(await places_of(database, query, everything=everything, most=1))


async def shelf_of(database: Database, query: Query, *, everything: bool) -> Shelf:
    """The part of the library that a query is about, for a reader."""
    lowest, highest = places_between(*query.years) if query.years else (0, search.HIGHEST)
    materials = await _titled(database, query, everything=everything) if query.titles else None
    return Shelf(everything, lowest, highest, query.tags, materials)


async def _titled(database: Database, query: Query, *, everything: bool) -> tuple[int, ...]:
    """The materials with all of the query's titles in theirs."""
    asked = " AND ".join(all_pairs(form) for form in query.titles)
    found = await search.titles(database, asked, everything=everything)
    return tuple(
        number
        for number, title in found.items()
        if all(form in fold(title) for form in query.titles)
    )


async def verified(batch: list[Candidate], query: Query) -> list[Candidate]:
    """Those of a batch from the index that do answer `query`."""
    if is_exact(query.terms) and not query.without:
        return batch
    found: list[Candidate] = []
    for start in range(0, len(batch), _IN_ONE_GO):
        found += [one for one in batch[start : start + _IN_ONE_GO] if holds(one.text, query)]
        await asyncio.sleep(0)
    return found
