"""A library of ten thousand documents: paragraphs of real ones, dealt out anew."""

import asyncio
import sqlite3
from collections import Counter
from collections.abc import Generator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

from benchmarks.corpus_library import DATABASE, copied
from study.materials.draft import Draft
from study.materials.front import Front
from study.materials.likeness import Identity
from study.materials.paragraph import Paragraph
from study.search.folding import fold
from study.search.words import Cut, cutter
from study.storage import materials, search, words
from study.storage.database import Database, Transaction, open_database
from study.storage.search import Entry

DOCUMENTS = 10_000
_CHARACTERS = (600, 3400)
_TITLES = range(8, 31)
_YEARS = (1954, 2026)
_MEMBERS = 0.3
"""Share of the materials that only members may read."""
_AT_ONCE = 100
_SEED = 11


@contextmanager
def enlarged(data: Path) -> Generator[Path]:
    """A data folder with a large library, made from the library in `data`.

    Words are counted anew; key phrases and terms stay those of the real documents, which
    themselves are withdrawn.
    """
    with copied(data) as copy:
        texts = _parts(copy / DATABASE)
        asyncio.run(_fill(copy / DATABASE, texts, cutter(copy)))
        yield copy


def _parts(path: Path) -> list[tuple[int, str]]:
    """Level and text of all paragraphs."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(
            "select level, text from paragraph order by material_id, number"
        ).fetchall()


async def _fill(path: Path, parts: Sequence[tuple[int, str]], cut: Cut) -> None:
    random, used = Random(_SEED), Counter[str]()
    database = await open_database(path)
    try:
        await _withdraw(database)
        for _ in range(0, DOCUMENTS, _AT_ONCE):
            drafts = [drawn(random, parts) for _ in range(_AT_ONCE)]
            used.update(part.text for one in drafts for part in one.paragraphs)
            async with database.transaction() as transaction:
                # FTS5 writes out what it has gathered whenever a row is older than the last.
                for one in sorted(drafts, key=lambda one: one.front.spoken_on):
                    await _put(transaction, one, random)
        async with database.transaction() as transaction:
            await words.clear(transaction)
            await words.add(transaction, _counted(used, cut))
    finally:
        await database.close()


async def _withdraw(database: Database) -> None:
    """Out with the real documents: the benchmark takes some of them in again."""
    async with database.transaction() as transaction:
        await transaction.write("update material set status = 'withdrawn'")


def drawn(random: Random, parts: Sequence[tuple[int, str]]) -> Draft:
    """A document of paragraphs drawn at random, without excerpts; of no known likeness."""
    wanted, paragraphs = random.randint(*_CHARACTERS), list[Paragraph]()
    while wanted > 0:
        level, text = random.choice(parts)
        paragraphs.append(Paragraph(len(paragraphs) + 1, level, text))
        wanted -= len(text)
    day = f"{random.randint(*_YEARS)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
    front = Front(title=_title(random, parts), spoken_on=day)
    identity = Identity(random.randbytes(32).hex(), random.randbytes(1024))
    return Draft("抽取.txt", front, False, paragraphs, [], [], identity)


def _title(random: Random, parts: Sequence[tuple[int, str]]) -> str:
    while len(text := random.choice(parts)[1]) not in _TITLES:
        continue
    return text


async def _put(transaction: Transaction, one: Draft, random: Random) -> None:
    access = "member" if random.random() < _MEMBERS else "free"
    number = await materials.insert(
        transaction, one, access=access, status="published", sample=False, at=""
    )
    entry = Entry(number, one.front.title, one.paragraphs)
    await search.put(transaction, entry)


def _counted(used: Mapping[str, int], cut: Cut) -> Counter[str]:
    """How many paragraphs have each word, when each text is used so many times."""
    counts: Counter[str] = Counter()
    for text, times in used.items():
        for word in {fold(word) for word in cut(text)}:
            if 0 < len(word) <= words.LONGEST:
                counts[word] += times
    return counts
