"""The passages that answer one query, best first, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

from study.search.query import Query
from study.search.ranking import score
from study.services.finding import in_turns, places_of
from study.services.pool import with_all, with_some, with_titles
from study.services.reader import Reader
from study.storage.database import Database
from study.storage.search import Candidate

PAGE = 5
COUNTED = 500
"""Hits are counted exactly up to here."""
_FEW = 10
"""With fewer hits than this, materials with one of the words in their title are looked at too."""
_NEAREST = 50
"""Passages shown of those that have most of the words."""


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

    `total` paragraphs of `materials` materials answer, at least so many when `is_more`; `listed`
    of them are on the pages. Besides, `beside` paragraphs lack one of the words, and their
    material's title has it.
    """

    query: Query
    hits: tuple[Hit, ...]
    total: int
    is_more: bool
    listed: int
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
    pool, complete = await with_all(database, reader, query)
    found = await _ranked([(one, query) for one in pool])
    beside: list[_Scored] = []
    if len(found) < _FEW:
        known = {one.place for one in pool}
        besides = await with_titles(database, reader, query)
        beside = await _ranked([pair for pair in besides if pair[0].place not in known])
    if not found and not beside:
        return None
    total, materials = len(found), _materials([*found, *beside])
    if not complete:
        total, materials = await _count(database, reader, query)
    return _page(query, [*found, *beside], total, len(beside), materials)


async def nearest(database: Database, reader: Reader, query: Query) -> Answer | None:
    """A page of the passages that have most of the query's telling terms, None without any."""
    pool = await with_some(database, reader, query)
    found = (await _ranked([(one, query) for one in pool]))[:_NEAREST]
    return _page(query, found, len(found), 0, _materials(found)) if found else None


def _page(
    query: Query, ranked: Sequence[_Scored], total: int, beside: int, materials: int
) -> Answer:
    pages = -(-len(ranked) // PAGE)
    page = min(query.page, pages)
    hits = _by_material([_hit(one) for one in ranked[(page - 1) * PAGE : page * PAGE]])
    listed = len(ranked) - beside
    more = total > COUNTED
    return Answer(query, hits, min(total, COUNTED), more, listed, beside, materials, page, pages)


async def _ranked(pool: Sequence[tuple[Candidate, Query]]) -> list[_Scored]:
    """Candidates with the query that each answers, best first."""
    found: list[_Scored] = []
    queries = {one.place: query for one, query in pool}
    async for one in in_turns(one for one, _ in pool):
        found.append(_score(one, queries[one.place]))
    return sorted(found, key=lambda one: -one.score)


def _score(one: Candidate, query: Query) -> _Scored:
    merit = score(one.text, one.title, one.heading, one.level, one.spoken_on, query)
    return _Scored(merit, one, query)


async def _count(database: Database, reader: Reader, query: Query) -> tuple[int, int]:
    """How many paragraphs answer, up to one more than are counted, and of how many materials."""
    most = COUNTED + 1
    places = await places_of(database, query, window=reader.window, most=most)
    return len(places), len({place.material for place in places})


def _materials(found: Sequence[_Scored]) -> int:
    return len({one.one.material for one in found})


def _by_material(hits: list[Hit]) -> tuple[Hit, ...]:
    """The hits of a material together, in the order of each material's best."""
    order = list(dict.fromkeys(hit.material for hit in hits))
    return tuple(sorted(hits, key=lambda hit: order.index(hit.material)))


def _hit(scored: _Scored) -> Hit:
    one = scored.one
    forms = tuple(form for term in scored.query.terms for form in term.forms)
    return Hit(one.material, one.title, one.spoken_on, one.paragraph, one.level, one.text, forms)
