"""The passages that answer one query, best first, a page at a time."""

import asyncio
import itertools
from dataclasses import dataclass, replace

from study.search.expression import HEADING, expression
from study.search.place import material_of, paragraph_of
from study.search.query import Query, Term
from study.search.ranking import score
from study.services.finding import AT_ONCE, find, places_of, shelf_of, verified
from study.services.reader import Reader
from study.storage import search
from study.storage.database import Database
from study.storage.search import Candidate

PAGE = 5
COUNTED = 1_000
"""Hits are counted exactly up to here."""
_FEW = 10
"""With fewer hits than this, materials with one of the words in their title are looked at too."""
_OUTSTANDING = 50
_TELLING = 5
_NEAREST = 50
_IN_ONE_GO = 50
"""Passages scored before others may run."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph that answers; `forms` are the search forms to be marked in its text."""

    material: int
    title: str
    spoken_on: str
    paragraph: int
    level: int
    text: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of what answers a query, the hits of a material together.

    `total` paragraphs in `materials` materials answer, at least so many when `is_more`. Besides,
    `beside` paragraphs lack one of the words, and their material's title has it.
    """

    query: Query
    hits: tuple[Hit, ...]
    total: int
    is_more: bool
    beside: int
    materials: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class _Scored:
    score: float
    one: Candidate
    query: Query


async def answer(database: Database, reader: Reader, query: Query) -> Answer | None:
    """A page of the passages that answer `query`, None when there are none."""
    pool, complete = await _pool(database, reader, query)
    found = await _scored(pool, query)
    beside = await _beside(database, reader, query, found) if len(found) < _FEW else []
    if not found and not beside:
        return None
    ranked = [*_best_first(found), *_best_first(beside)]
    total, materials = len(found), len({one.one.material for one in ranked})
    if not complete:
        total, materials = await _count(database, reader, query)
    pages = -(-len(ranked) // PAGE)
    page = min(query.page, pages)
    hits = _by_material([_hit(one) for one in ranked[(page - 1) * PAGE : page * PAGE]])
    more = total > COUNTED
    return Answer(query, hits, min(total, COUNTED), more, len(beside), materials, page, pages)


async def nearest(database: Database, reader: Reader, query: Query) -> Answer | None:
    """A page of the passages that have most of the query's telling terms, None without any."""
    found = await _scored(list((await _with_some(database, reader, query)).values()), query)
    if not found:
        return None
    ranked = _best_first(found)[:_NEAREST]
    materials = len({one.one.material for one in ranked})
    pages = -(-len(ranked) // PAGE)
    page = min(query.page, pages)
    hits = _by_material([_hit(one) for one in ranked[(page - 1) * PAGE : page * PAGE]])
    return Answer(query, hits, len(ranked), False, 0, materials, page, pages)


async def _with_some(database: Database, reader: Reader, query: Query) -> dict[int, Candidate]:
    """The newest paragraphs with the most telling term, and with any two of the most telling."""
    telling = sorted(query.terms, key=lambda term: -term.weight)[:_TELLING]
    shelf = await shelf_of(database, query, everything=reader.everything)
    pool: dict[int, Candidate] = {}
    for terms in (telling[:1], *itertools.combinations(telling, 2)):
        asked = replace(query, terms=tuple(terms))
        batch = await search.candidates(
            database, expression(terms), shelf, below=search.HIGHEST, limit=AT_ONCE
        )
        pool |= {one.place: one for one in await verified(batch, asked) if one.paragraph}
    return pool


async def _pool(database: Database, reader: Reader, query: Query) -> tuple[list[Candidate], bool]:
    """The newest paragraphs that answer, enough to rank, and whether they are all."""
    pool: list[Candidate] = []
    async for batch in find(database, query, everything=reader.everything):
        pool += [one for one in batch if one.paragraph]
        if len(pool) >= AT_ONCE:
            return [*pool, *await _outstanding(database, reader, query, pool[-1].place)], False
    return pool, True


async def _outstanding(
    database: Database, reader: Reader, query: Query, below: int
) -> list[Candidate]:
    """Older paragraphs that are likely to answer best: headings, and those that define a term."""
    shelf = await shelf_of(database, query, everything=reader.everything)
    asked = expression(query.terms)
    older: dict[int, Candidate] = {}
    defining = [
        expression((Term(form, (form + "是",)),)) for term in query.terms for form in term.forms
    ]
    for one in (HEADING, *defining):
        batch = await search.candidates(
            database, f"{asked} AND {one}", shelf, below=below, limit=_OUTSTANDING
        )
        older |= {found.place: found for found in await verified(batch, query)}
    return [one for one in older.values() if one.paragraph]


async def _scored(pool: list[Candidate], query: Query) -> list[_Scored]:
    found: list[_Scored] = []
    for start in range(0, len(pool), _IN_ONE_GO):
        found += [
            _Scored(
                score(one.text, one.title, one.heading, one.level, one.spoken_on, query), one, query
            )
            for one in pool[start : start + _IN_ONE_GO]
        ]
        await asyncio.sleep(0)
    return found


async def _beside(
    database: Database, reader: Reader, query: Query, found: list[_Scored]
) -> list[_Scored]:
    """Paragraphs with all terms but one, in materials that have that one in their title."""
    beside: dict[int, _Scored] = {}
    for term in query.terms if len(query.terms) > 1 else ():
        rest = tuple(other for other in query.terms if other is not term)
        titles = (*query.titles, term.forms[0])
        narrowed = replace(query, terms=rest, titles=titles)
        pool, _ = await _pool(database, reader, narrowed)
        beside |= {one.one.place: one for one in await _scored(pool, narrowed)}
    known = {one.one.place for one in found}
    return [one for place, one in beside.items() if place not in known]


async def _count(database: Database, reader: Reader, query: Query) -> tuple[int, int]:
    """How many paragraphs answer, up to one more than are counted, and of how many materials."""
    most = COUNTED + 1
    places = await places_of(database, query, everything=reader.everything, most=most)
    paragraphs = [place for place in places if paragraph_of(place)]
    return len(paragraphs), len({material_of(place) for place in paragraphs})


def _best_first(found: list[_Scored]) -> list[_Scored]:
    return sorted(found, key=lambda one: -one.score)


def _by_material(hits: list[Hit]) -> tuple[Hit, ...]:
    """The hits of a material together, in the order of each material's best."""
    order = list(dict.fromkeys(hit.material for hit in hits))
    return tuple(sorted(hits, key=lambda hit: order.index(hit.material)))


def _hit(scored: _Scored) -> Hit:
    one = scored.one
    forms = tuple(form for term in scored.query.terms for form in term.forms)
    return Hit(one.material, one.title, one.spoken_on, one.paragraph, one.level, one.text, forms)
