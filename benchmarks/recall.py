"""Whether lookup finds everything that stands in the library, and nothing else.

Held against a scan of all published paragraphs, before and after materials were published,
withdrawn and renamed.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from benchmarks import corpus_library
from benchmarks.corpus_library import DATABASE
from benchmarks.large_library import drawn
from benchmarks.report import Row, checked, told
from study.members.entitlement import EVERYTHING
from study.phrases.lexicon import Lexicon
from study.search.folding import fold
from study.search.matching import holds
from study.search.query import Query, Term
from study.search.words import cutter
from study.services.finding import find, places_of
from study.services.importing import Intake, take_in
from study.services.lookup import look_up
from study.services.reader import Reader
from study.storage import search
from study.storage.database import Database, open_database
from study.storage.search import HIGHEST

_PIECES, _PAIRS, _COUNTED = 2000, 500, 300
_LENGTHS = (2, 12)
_STEPS = 200
_SEED = 17
_NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
_EVERYTHING = Reader("benchmark", EVERYTHING)

Place = tuple[int, int]
"""The numbers of a material and of a paragraph in it."""
Forms = tuple[str, ...]
"""Pieces of text, as they stand somewhere, that a paragraph has all of."""


@dataclass(slots=True)
class _Tally:
    """What stands in the library, how much of it is found, and what is found besides; queries
    for which `places_of` or the number that is told says something else."""

    literal: int = 0
    lost: int = 0
    wanted: int = 0
    found: int = 0
    besides: int = 0
    twice: int = 0
    places: int = 0
    counted: int = 0
    miscounted: int = 0


def measure() -> list[Row]:
    """All rows of this part."""
    if not corpus_library.is_there():
        return corpus_library.absent("查全")
    with corpus_library.with_corpus() as data:
        return asyncio.run(_measured(data))


async def _measured(data: Path) -> list[Row]:
    random = Random(_SEED)
    database = await open_database(data / DATABASE)
    try:
        before = _rows("收录之后", await _compared(database, random))
        for _ in range(_STEPS):
            await _change(database, random, Lexicon(cutter(data)))
        return [*before, *_rows(f"又改动 {_STEPS} 次之后", await _compared(database, random))]
    finally:
        await database.close()


async def _compared(database: Database, random: Random) -> _Tally:
    texts = await _texts(database)
    folded = {place: fold(text) for place, text in texts.items()}
    tally = _Tally()
    for number, forms in enumerate(_asked(random, list(texts.values()))):
        query = _query(forms)
        # Nothing else can hold it: a scan of what is left takes seconds, not minutes.
        searched = [fold(one) for one in forms]
        near = [place for place, text in folded.items() if all(one in text for one in searched)]
        wanted = {place for place in near if holds(texts[place], query)}
        literal = {place for place, text in texts.items() if all(form in text for form in forms)}
        tally.literal += len(literal)
        tally.lost += len(literal - wanted)
        await _compare(database, query, wanted, tally)
        if number < _COUNTED:
            await _count(database, query, texts, folded, tally)
    return tally


async def _texts(database: Database) -> dict[Place, str]:
    """Every published paragraph."""
    rows = await database.read(
        "select material_id, number, text from paragraph join material on id = material_id"
        " where status = 'published'"
    )
    return {(row[0], row[1]): row[2] for row in rows}


def _asked(random: Random, texts: Sequence[str]) -> list[Forms]:
    """Pieces wherever words begin and end, then pairs of words of one paragraph."""
    long = [text for text in texts if len(text) >= _LENGTHS[-1]]
    pieces = [(_piece(random, random.choice(long), *_LENGTHS),) for _ in range(_PIECES)]
    pairs: list[Forms] = []
    for _ in range(_PAIRS):
        text = random.choice(long)
        pairs.append((_piece(random, text, 2, 2), _piece(random, text, 2, 3)))
    return [*pieces, *pairs]


def _piece(random: Random, text: str, shortest: int, longest: int) -> str:
    """A piece with something in it that can be looked for, signs and all."""
    while True:
        length = random.randint(shortest, longest)
        start = random.randint(0, len(text) - length)
        piece = text[start : start + length]
        if len(fold(piece)) > 1 and piece == piece.strip():
            return piece


async def _compare(database: Database, query: Query, wanted: set[Place], tally: _Tally) -> None:
    hits = [
        (one.material, one.paragraph)
        async for batch in find(database, query, window=EVERYTHING)
        for one in batch
    ]
    found = set(hits)
    places = await places_of(database, query, window=EVERYTHING, most=HIGHEST)
    told_places = {(one.material, one.paragraph) for one in places}
    tally.wanted += len(wanted)
    tally.found += len(wanted & found)
    tally.besides += len(found - wanted)
    tally.twice += len(hits) - len(found)
    tally.places += told_places != wanted


async def _count(
    database: Database,
    query: Query,
    texts: dict[Place, str],
    folded: dict[Place, str],
    tally: _Tally,
) -> None:
    """Whether a page tells the number of paragraphs that answer; of what it says it looked for:
    a number may be meant in either script."""
    page = await look_up(database, _EVERYTHING, query)
    if page is None or page.answer.is_more:
        tally.miscounted += page is None
        return
    terms = page.answer.query.terms
    wanted = sum(
        all(any(form in text for form in term.forms) for term in terms)
        and holds(texts[place], Query(terms))
        for place, text in folded.items()
    )
    tally.counted += 1
    tally.miscounted += page.answer.total != wanted


def _query(forms: Forms) -> Query:
    return Query(tuple(Term(text, (fold(text),)) for text in dict.fromkeys(forms)))


async def _change(database: Database, random: Random, lexicon: Lexicon) -> None:
    """Publish a material or one that was withdrawn, withdraw one, or rename one."""
    rows = await database.read("select id, status from material")
    kind = random.choice(("publish", "withdraw", "bring back", "rename"))
    if kind == "publish":
        await _publish(database, random, lexicon)
        return
    status = "withdrawn" if kind == "bring back" else "published"
    numbers = [row[0] for row in rows if row[1] == status]
    if not numbers:
        return
    if kind == "rename":
        await _rename(database, random.choice(numbers), f"第{random.random()}次修订稿")
        return
    async with database.transaction() as transaction:
        await transaction.write(
            "update material set status = ? where id = ?",
            ("withdrawn" if kind == "withdraw" else "published", random.choice(numbers)),
        )


async def _publish(database: Database, random: Random, lexicon: Lexicon) -> None:
    rows = await database.read("select level, text from paragraph")
    one = drawn(random, [(row[0], row[1]) for row in rows])
    intake = Intake(random.choice(("free", "member")))
    await take_in(database, [one], intake, _NOW, lexicon)


async def _rename(database: Database, number: int, title: str) -> None:
    """Give a material another title, and with it another place in the index."""
    async with database.transaction() as transaction:
        [before] = await search.entries(transaction, [number])
        await search.take_out(transaction, before)
        await transaction.write("update material set title = ? where id = ?", (title, number))
        await search.put(transaction, replace(before, title=title))


def _rows(when: str, tally: _Tally) -> list[Row]:
    asked = f"{_PIECES} 个片段、{_PAIRS} 对词，共 {tally.wanted} 处"
    hits = f"找到 {100 * tally.found / tally.wanted:.4g}%"
    wrong = f"多出 {tally.besides} 处，重复 {tally.twice} 处"
    is_exact = tally.found == tally.wanted and not tally.besides and not tally.twice
    return [
        told(f"查全，{when}", asked),
        checked("　逐字有的都找到", f"{tally.literal} 处，漏 {tally.lost} 处", not tally.lost),
        checked("　find", f"{hits}，{wrong}", is_exact),
        checked("　places_of", f"{tally.places} 个查询不同", not tally.places),
        checked(
            "　报的处数",
            f"{tally.counted} 个报了准数的查询，{tally.miscounted} 个报错",
            not tally.miscounted,
        ),
    ]
