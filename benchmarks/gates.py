"""What lookup on ten thousand documents costs beside the least that any answer costs."""

import asyncio
import gc
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from random import Random
from time import perf_counter

from benchmarks.queries import QUESTION, Asked
from benchmarks.raw_search import point_read
from benchmarks.report import Bar, Row, beside, percentile, ratio, single
from study.members.entitlement import EVERYTHING
from study.search.expression import expression
from study.search.query import Query, parse
from study.services.finding import find, shelf_of, verified
from study.storage import search
from study.storage.database import Database, open_database

_ROUNDS = 3
_FIRST = 10
_READS = 2000
_SEED = 5
_POINT = "select text from paragraph where material_id = ? and number = ?"
_TEXT = "select sum(length(cast(text as blob))) from paragraph"
_PAGES = (
    "select sum(pgsize) from dbstat where name like 'gram%' or name = 'paragraph'"
    " or name = 'sqlite_autoindex_paragraph_1'"
)

Latencies = list[list[float]]
"""ms of every query, for every round."""


def measure(path: Path, queries: Sequence[Asked], shown: Sequence[float]) -> list[Row]:
    """All rows of this part; `shown` is what each query took with its snippets (ms)."""
    # What this process gathered before would only be walked through at every collection.
    gc.freeze()
    reads, first, batch = asyncio.run(_streamed(path, [parse(one.text) for one in queries]))
    # The gate was set for what is found literally.
    literal = [ms for one, ms in zip(queries, shown, strict=True) if one.kind != QUESTION]
    return [
        ratio("前 10 条（一万份）比读一段：p50", _at(reads, 0.5), _at(first, 0.5), Bar(6)),
        ratio("前 10 条（一万份）比读一段：p99", _at(reads, 0.99), _at(first, 0.99), Bar(10)),
        beside("　find 的第一批（200 条）：p50 毫秒", _at(reads, 0.5), _at(batch, 0.5)),
        beside("　find 的第一批（200 条）：p99 毫秒", _at(reads, 0.99), _at(batch, 0.99)),
        ratio(
            "排好序、剪好的一页（不含问句）p99 比同步读一段",
            [_cached(path)],
            [percentile(literal, 0.99)],
            Bar(550),
        ),
        _size(path),
    ]


async def _streamed(path: Path, queries: Sequence[Query]) -> tuple[Latencies, Latencies, Latencies]:
    """Of point reads, of the first ten rows, and of the first batch of `find`."""
    database = await open_database(path)
    keys = await _keys(database)
    reads, first, batch = Latencies(), Latencies(), Latencies()
    try:
        for _ in range(_ROUNDS):
            reads.append([await _point(database, key) for key in keys])
            first.append([await _first_rows(database, query) for query in queries])
            batch.append([await _first_batch(database, query) for query in queries])
    finally:
        await database.close()
    return reads, first, batch


async def _keys(database: Database) -> list[tuple[int, int]]:
    """Paragraphs to be read."""
    rows = await database.read("select material_id, number from paragraph")
    return [(row[0], row[1]) for row in Random(_SEED).sample(rows, _READS)]


async def _point(database: Database, key: tuple[int, int]) -> float:
    start = perf_counter()
    await database.read(_POINT, key)
    return (perf_counter() - start) * 1000


async def _first_rows(database: Database, query: Query) -> float:
    """What `find` does for its first batch, for ten rows."""
    start = perf_counter()
    shelf = await shelf_of(database, query, window=EVERYTHING)
    asked = expression(query.terms)
    rows = await search.candidates(database, asked, shelf, below=search.HIGHEST, limit=_FIRST)
    await verified(rows, query)
    return (perf_counter() - start) * 1000


async def _first_batch(database: Database, query: Query) -> float:
    start = perf_counter()
    await anext(find(database, query, window=EVERYTHING))
    return (perf_counter() - start) * 1000


def _cached(path: Path) -> float:
    """The median of a point read that everything is at hand for."""
    with point_read(path) as read:
        return percentile([read() for _ in range(_READS)], 0.5)


def _size(path: Path) -> Row:
    with closing(sqlite3.connect(path)) as connection:
        [(pages,)] = connection.execute(_PAGES)
        [(text,)] = connection.execute(_TEXT)
    return single(f"索引和段落是原文（{text / 1e6:.0f} MB）的几倍", [pages / text], Bar(1.8))


def _at(rounds: Latencies, share: float) -> list[float]:
    return [percentile(values, share) for values in rounds]
