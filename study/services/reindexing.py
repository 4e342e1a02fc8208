"""Making everything that materials are found by anew, beside what is in use."""

import secrets
from collections import Counter
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field, replace

from study.phrases.lexicon import Lexicon
from study.services.indexing import findable, note
from study.storage import search, terms, words
from study.storage.database import Database, Transaction
from study.storage.search import Entry, last_place

AT_ONCE = 20


@dataclass(slots=True)
class _Anew:
    """The index that is being made: the places of its materials, their titles, their words."""

    places: dict[int, tuple[int, int]] = field(default_factory=dict[int, tuple[int, int]])
    titles: dict[int, str] = field(default_factory=dict[int, str])
    words: Counter[str] = field(default_factory=Counter[str])
    next_place: int = 1


async def reindex(database: Database, lexicon: Lexicon) -> AsyncGenerator[tuple[int, int]]:
    """Index every material anew in the order of the dates; tells after each batch how many are
    done, and of how many.

    The old index serves until the new one is full, and they change in one transaction, with
    whatever was imported or renamed meanwhile. Interrupted, it leaves the old one as it was, and
    fewer terms to be suggested. Raises AnotherReindex when one was begun after it.
    """
    anew, token = _Anew(), secrets.token_hex()
    async with database.transaction() as transaction:
        await search.begin_anew(transaction, token)
        await terms.clear(transaction)
    numbers = await search.in_order(database)
    for start in range(0, len(numbers), AT_ONCE):
        batch = await search.entries(database, numbers[start : start + AT_ONCE])
        ready = [(entry, findable(entry.paragraphs, lexicon)) for entry in batch]
        async with database.transaction() as transaction:
            await search.go_on(transaction, token)
            for entry, found in ready:
                await _put(transaction, anew, entry)
                await search.set_sections(transaction, entry)
                await note(transaction, entry.material, found)
                anew.words += found.words
        yield len(anew.places), len(numbers)
    async with database.transaction() as transaction:
        await search.go_on(transaction, token)
        await _catch_up(transaction, anew, lexicon)
        await words.clear(transaction)
        await words.add(transaction, anew.words)
        await search.change_over(transaction, anew.places)


async def _put(transaction: Transaction, anew: _Anew, entry: Entry) -> None:
    first = anew.next_place
    last = last_place(entry, first)
    await search.put_anew(transaction, entry, first)
    anew.places[entry.material] = (first, last)
    anew.titles[entry.material] = entry.title
    anew.next_place = last + 1


async def _catch_up(transaction: Transaction, anew: _Anew, lexicon: Lexicon) -> None:
    """Bring the new index up to what was imported or renamed while it was made."""
    for number, title in (await search.headlines(transaction)).items():
        if anew.titles.get(number) == title:
            continue
        [entry] = await search.entries(transaction, [number])
        if number in anew.places:
            before = replace(entry, title=anew.titles[number])
            await search.take_out_anew(transaction, before, anew.places[number][0])
        else:
            anew.words += findable(entry.paragraphs, lexicon).words
        await _put(transaction, anew, entry)
