"""How fast paragraphs are made findable: MB of their text in a second of one core."""

import asyncio
import importlib.util
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from time import process_time

from benchmarks.corpus_library import DATABASE, copied
from benchmarks.report import Bar, Row, single, told
from study.phrases.lexicon import Lexicon
from study.search.words import by_jieba, by_rjieba
from study.services import indexing
from study.services.importing import AT_ONCE
from study.storage import glossary, search, words
from study.storage.database import Database, open_database
from study.storage.search import Entry

_WITH_JIEBA = Bar(0.5, at_least=True)
_WITH_RJIEBA = Bar(3, at_least=True)
_EMPTYING = (
    "insert into gram (gram) values ('delete-all')",
    "delete from word",
    "delete from key_phrase_item",
    "delete from key_phrase",
    "delete from term",
)

_Index = Callable[[Database, Sequence[Entry], Lexicon], Awaitable[None]]


def measure(data: Path) -> list[Row]:
    """All rows of this part, with the materials of the library in `data`."""
    with copied(data) as copy:
        return asyncio.run(_measured(copy))


async def _measured(data: Path) -> list[Row]:
    database = await open_database(data / DATABASE)
    try:
        known = tuple(await glossary.names(database))
        rows = await _rows(database, "jieba", Lexicon(by_jieba(data, known), known), _WITH_JIEBA)
        if importlib.util.find_spec("rjieba") is None:
            return [*rows, told("建索引（rjieba）", "没有量：没有装 rjieba")]
        lexicon = Lexicon(by_rjieba(known), known)
        return [*rows, *await _rows(database, "rjieba", lexicon, _WITH_RJIEBA)]
    finally:
        await database.close()


async def _rows(database: Database, name: str, lexicon: Lexicon, bar: Bar) -> list[Row]:
    # The first cut loads the dictionary.
    lexicon.cut("发展")
    entries = await search.entries(database, await search.in_order(database))
    texts = [part.text for one in entries for part in one.paragraphs]
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    plain = await _seconds(database, entries, lexicon, _index)
    full = await _seconds(database, entries, lexicon, _index_all)
    return [
        single(f"建索引（{name}，{megabytes:.1f} MB）：MB/CPU 秒", [megabytes / plain], bar),
        single("　连同提法和建议", [megabytes / full]),
    ]


async def _seconds(
    database: Database, entries: Sequence[Entry], lexicon: Lexicon, index: _Index
) -> float:
    """CPU seconds, of all threads, of indexing the entries in an empty index."""
    async with database.transaction() as transaction:
        for statement in _EMPTYING:
            await transaction.write(statement)
    start = process_time()
    for first in range(0, len(entries), AT_ONCE):
        await index(database, entries[first : first + AT_ONCE], lexicon)
    return process_time() - start


async def _index(database: Database, entries: Sequence[Entry], lexicon: Lexicon) -> None:
    """Only what a lookup finds by: the part of `study.services.indexing` without phrases."""
    cut = [[lexicon.cut(part.text) for part in one.paragraphs] for one in entries]
    counted = [indexing._words(one) for one in cut]
    async with database.transaction() as transaction:
        for entry, counts in zip(entries, counted, strict=True):
            await search.put(transaction, entry)
            await words.add(transaction, counts)


async def _index_all(database: Database, entries: Sequence[Entry], lexicon: Lexicon) -> None:
    ready = [indexing.findable(one.paragraphs, lexicon) for one in entries]
    async with database.transaction() as transaction:
        for entry, found in zip(entries, ready, strict=True):
            await indexing.index(transaction, entry, found)
