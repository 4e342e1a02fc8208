"""`python -m benchmarks.suggestions`: whether suggestions hit what was meant, how fast, how big.

The library's terms are the words and formulations of the real documents beside the project (of
the samples where there are none). Half of the terms are for tuning; the other half is measured.
"""

import asyncio
import gc
import re
import sys
import tempfile
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import perf_counter, thread_time

from benchmarks.misspellings import KINDS, Slips
from benchmarks.report import Bar, Row, percentile, show, single, told
from study.materials.draft import draft
from study.materials.formats import read
from study.search.folding import fold
from study.search.shapes import lookalikes
from study.search.words import cutter
from study.services.suggesting import Exists, fill_tables, learn, near_terms
from study.settings import SAMPLES
from study.storage.database import Database, open_database
from tests.corpus import CORPUS, corpus_files

SEED = 7
_SLIPS = 300
_MANY = 300_000
_LENGTHS = (2, 2, 3, 3, 4, 6)
_OFTEN = 5
_TYPED = 3000
"""Characters that people mistype by."""
_QUOTED = re.compile(r"“([^“”，。；：！？、\s]{2,12})”")
_NUMBERED = re.compile(r"[二两三四五六七八九十](?:个|大|位|项)[一-鿿]{2}(?![一-鿿])")
_WORD = re.compile(r"[一-鿿]{2,8}")
Shapes = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Texts:
    """What the documents say: search forms of all paragraphs, words and formulations."""

    folded: str
    words: Counter[str]
    phrases: Counter[str]


def texts(folder: Path) -> Texts:
    """The texts to measure with; the segmenter keeps its dictionary in `folder`."""
    cut = cutter(folder)
    files = corpus_files() if CORPUS.exists() else sorted(SAMPLES.iterdir())
    found = Texts("", Counter(), Counter())
    folded: list[str] = []
    for path in files:
        for paragraph in draft(path.name, read(path)).paragraphs:
            text = paragraph.text
            folded.append(fold(text))
            found.words.update({one for one in cut(text) if len(one) > 1})
            found.phrases.update(_QUOTED.findall(text) + _NUMBERED.findall(text))
    phrases = Counter({text: times for text, times in found.phrases.items() if times > 1})
    return Texts("\n".join(folded), found.words, phrases)


def slips(source: Texts, seed: int, shapes: Shapes, half: int) -> Iterator[tuple[str, str, str]]:
    """Kind, misspelling and term: as many of each kind, of terms of one half."""
    random = Random(seed)
    often = Counter("".join(source.words))
    typed = "".join(one for one, _ in often.most_common(_TYPED) if _WORD.match(one * 2))
    many = Slips(random, typed, shapes)
    key = [one for one in source.phrases if _WORD.fullmatch(one) and _in_half(one, half)]
    common = [
        one
        for one, times in source.words.items()
        if times >= _OFTEN and _WORD.fullmatch(one) and _in_half(one, half)
    ]
    for kind in KINDS:
        missing = _SLIPS // len(KINDS)
        while missing:
            term = random.choice(random.choice([key, common]) if kind != "首字母" else key)
            slip = many.misspell(term, kind)
            if len(slip) > 1 and fold(slip) not in source.folded:
                missing -= 1
                yield kind, slip, term


def _in_half(term: str, half: int) -> bool:
    return zlib.crc32(term.encode()) % 2 == half


async def fill(database: Database, words: Mapping[str, int], phrases: Mapping[str, int]) -> float:
    """Store the terms; how many seconds that took."""
    start = perf_counter()
    async with database.transaction() as transaction:
        await fill_tables(transaction)
        await learn(transaction, words, phrases)
    return perf_counter() - start


def reader(source: Texts) -> Exists:
    """Whether all words of a text stand in the documents."""

    async def exists(text: str) -> bool:
        return all(fold(part) in source.folded for part in text.split())

    return exists


async def hits(
    database: Database, source: Texts, seed: int, shapes: Shapes, half: int
) -> list[Row]:
    """The shares of slips whose term is named first, and among three."""
    places: dict[str, list[int]] = defaultdict(list)
    exists = reader(source)
    for kind, slip, term in slips(source, seed, shapes, half):
        named = await near_terms(database, slip, exists)
        places[kind].append(named.index(term) if term in named else 9)
    rows = [
        told(f"建议：{kind}（{len(found)} 个）", _shares(found)) for kind, found in places.items()
    ]
    every = [place for found in places.values() for place in found]
    return [
        *rows,
        single("建议：前三个里有（%）", [_share(every, 3)], Bar(90, at_least=True)),
        single("建议：第一个就是（%）", [_share(every, 1)], Bar(75, at_least=True)),
    ]


def _shares(found: list[int]) -> str:
    return f"前三 {_share(found, 3):.0f}%，第一 {_share(found, 1):.0f}%"


def _share(places: list[int], below: int) -> float:
    return 100 * sum(place < below for place in places) / len(places)


async def speed(database: Database, source: Texts) -> list[Row]:
    """How long a suggestion takes among very many terms, and how long others wait meanwhile."""
    random = Random(SEED)
    words = [one for one in source.words if _WORD.fullmatch(one)]
    more = {
        "".join(random.choice(random.choice(words)) for _ in range(random.choice(_LENGTHS)))
        for _ in range(_MANY)
    }
    seconds = await fill(database, dict.fromkeys(more, 1), {})
    typed = [slip for _, slip, _ in slips(source, SEED + 1, lookalikes(), 0)]
    # The bot holds no documents in memory that a collection would walk through.
    gc.freeze()
    times = [await _time(database, slip) for slip in typed]
    waits: list[float] = []
    watch = asyncio.create_task(_watch(waits))
    for slip in typed:
        await near_terms(database, slip, _never)
    watch.cancel()
    return [
        told("建议：记住一个新词（µs）", f"{seconds / len(more) * 1e6:.0f}"),
        single("建议：p50（毫秒，30 万词）", [percentile(times, 0.5)]),
        single("建议：p99（毫秒，30 万词）", [percentile(times, 0.99)], Bar(30)),
        single("建议：最久不让出（处理器毫秒）", [max(waits) * 1000], Bar(5)),
    ]


async def _time(database: Database, slip: str) -> float:
    start = perf_counter()
    await near_terms(database, slip, _never)
    return (perf_counter() - start) * 1000


async def _never(text: str) -> bool:
    """Nothing is found: the most checks that a query can take."""
    return False


async def _watch(waits: list[float]) -> None:
    """How long the loop's thread works between two turns."""
    while True:
        start = thread_time()
        await asyncio.sleep(0)
        waits.append(thread_time() - start)


async def measure() -> list[Row]:
    """All rows of the table."""
    with tempfile.TemporaryDirectory(prefix="study-benchmark-") as folder:
        source = texts(Path(folder))
        database = await open_database(Path(folder) / "study.db")
        try:
            await fill(database, source.words, source.phrases)
            size = await _megabytes(database)
            rows = await hits(database, source, SEED, lookalikes(), 1)
            count = f"{len(source.words)} 个词、{len(source.phrases)} 个提法：{size:.1f} MB"
            return [*rows, told("建议：表的大小", count), *await speed(database, source)]
        finally:
            await database.close()


async def _megabytes(database: Database) -> float:
    rows = await database.read(
        "select sum(pgsize) from dbstat where name like '%term%' or name = 'character'"
    )
    return rows[0][0] / 1e6


if __name__ == "__main__":
    sys.exit(0 if show(asyncio.run(measure())) else 1)
