"""Every paragraph that a query means: what lookup, history and checks stand on."""

import asyncio
from collections.abc import AsyncGenerator, Iterable
from dataclasses import replace
from typing import TypeVar

from study.members.entitlement import Window
from study.search.expression import expression
from study.search.folding import fold
from study.search.matching import holds
from study.search.query import Query, Term
from study.storage import search
from study.storage.database import Database
from study.storage.search import Candidate, Place, Shelf

Readable = TypeVar("Readable", Candidate, Place)

AT_ONCE = 200
"""Candidates fetched in one read."""
_IN_ONE_GO = 4_000
"""Characters looked at before others may run: to fold or to rank them takes 1 to 2 ms."""


async def find(
    database: Database, query: Query, *, window: Window
) -> AsyncGenerator[list[Candidate]]:
    """All paragraphs that answer `query`, the newest first (see `study.storage.search`), in
    batches; none that does not, none twice."""
    shelf = await shelf_of(database, query, window=window)
    asked = expression(query.terms)
    below = 0 if shelf.is_empty else search.HIGHEST
    while below:
        batch = await search.candidates(database, asked, shelf, below=below, limit=AT_ONCE)
        yield await verified(batch, query)
        below = batch[-1].place if len(batch) == AT_ONCE else 0


async def places_of(
    database: Database,
    query: Query,
    *,
    window: Window,
    most: int,
    materials: tuple[int, ...] | None = None,
) -> list[Place]:
    """The places of the `most` newest paragraphs that answer `query`, in certain `materials` only
    unless that is None."""
    shelf = await shelf_of(database, query, window=window)
    if materials is not None:
        shelf = replace(shelf, materials=materials)
    asked = expression(query.terms)
    # What is to be without something must be looked at whatever it has.
    terms = [] if query.without else [term.forms for term in query.terms]
    found: list[Place] = []
    below = 0 if shelf.is_empty else search.HIGHEST
    while below and len(found) < most:
        limit = min(most - len(found), AT_ONCE * 5)
        rows = await search.places(database, asked, terms, shelf, below=below, limit=limit)
        found += await _verified_places(rows, query)
        below = rows[-1].place if len(rows) == limit else 0
    return found


async def exists(database: Database, query: Query, *, window: Window) -> bool:
    """Whether any paragraph that a reader may read answers `query`."""
    return bool(await places_of(database, query, window=window, most=1))


async def titled(database: Database, query: Query, *, window: Window) -> dict[int, str]:
    """The readable materials with all terms of `query` in their title, with their titles."""
    asked = expression(query.terms)
    found = await search.titles(database, asked, window=window)
    return {number: title for number, title in found.items() if holds(title, query)}


async def shelf_of(database: Database, query: Query, *, window: Window) -> Shelf:
    """The part of the library that a query is about, for a reader."""
    if not query.titles:
        return Shelf(window, query.years, query.tags)
    terms = tuple(Term(title, (fold(title),)) for title in query.titles)
    found = await titled(database, Query(terms), window=window)
    return Shelf(window, query.years, query.tags, tuple(found))


async def verified(batch: list[Candidate], query: Query) -> list[Candidate]:
    """Those of a batch from the index that do answer `query`."""
    return [one async for one in in_turns(batch) if holds(one.text, query)]


async def in_turns(batch: Iterable[Readable]) -> AsyncGenerator[Readable]:
    """What has a text, others let on after every few thousand characters of it."""
    read = 0
    for one in batch:
        read += len(one.text or "")
        if read > _IN_ONE_GO:
            read = 0
            await asyncio.sleep(0)
        yield one


async def _verified_places(rows: list[Place], query: Query) -> list[Place]:
    return [one async for one in in_turns(rows) if one.text is None or holds(one.text, query)]
