"""Making everything that materials are found by anew, beside what is in use."""

from collections import Counter
from collections.abc import AsyncGenerator

from study.phrases.lexicon import Lexicon
from study.services.indexing import findable, note
from study.storage import materials, search, terms, words
from study.storage.database import Database, Transaction
from study.storage.search import ANEW, Entry

AT_ONCE = 20


async def reindex(database: Database, lexicon: Lexicon) -> AsyncGenerator[tuple[int, int]]:
    """Index every material anew; tells after each batch how many are done, and of how many.

    The old index serves until the new one is full, and they change in one transaction, with
    whatever was imported or changed meanwhile. Interrupted, it leaves the old one as it was, and
    fewer terms to be suggested.
    """
    async with database.transaction() as transaction:
        await search.begin_anew(transaction)
        await terms.clear(transaction)
    counts: Counter[str] = Counter()
    done: dict[int, tuple[str, str]] = {}
    while batch := await search.entries(database, after=max(done, default=0), limit=AT_ONCE):
        ready = [(entry, findable(entry.paragraphs, lexicon)) for entry in batch]
        async with database.transaction() as transaction:
            for entry, found in ready:
                await search.put(transaction, entry, table=ANEW)
                await search.set_sections(transaction, entry)
                await note(transaction, entry.material, found)
                counts += found.words
        done |= {entry.material: (entry.spoken_on, entry.title) for entry in batch}
        yield len(done), await materials.count(database)
    async with database.transaction() as transaction:
        await _catch_up(transaction, done, counts, lexicon)
        await words.clear(transaction)
        await words.add(transaction, counts)
        await search.change_over(transaction)


async def _catch_up(
    transaction: Transaction,
    done: dict[int, tuple[str, str]],
    counts: Counter[str],
    lexicon: Lexicon,
) -> None:
    """Bring the new index up to what was imported or renamed while it was made."""
    for number, headline in (await search.headlines(transaction)).items():
        if done.get(number) == headline:
            continue
        [entry] = await search.entries(transaction, after=number - 1, limit=1)
        if number in done:
            before = Entry(number, *done[number], entry.paragraphs)
            await search.take_out(transaction, before, table=ANEW)
        else:
            counts += findable(entry.paragraphs, lexicon).words
        await search.put(transaction, entry, table=ANEW)
