"""Taking banks of questions into the library: from the command line and from chat alike."""

import asyncio
import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random

from study.banks.bank import Bank
from study.banks.bounded import read_bank
from study.banks.errors import DuplicateBank
from study.banks.item import Item
from study.banks.sifting import Sifted, digests_of, sift
from study.banks.tidy import tidy
from study.clock import stamp
from study.storage import audit, banks, questions
from study.storage.database import Database, Transaction
from study.storage.questions import New

_SCORE = 2.0
"""What a person took the trouble to write is as good as the best that rules make."""
_LONGEST_NAME = 60
_AT_ONCE = 500
"""Questions in one statement: the bot goes on between two of them."""

Progress = Callable[[int, int], None]
"""Told how many questions are stored, and of how many."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the file `name`; `number` is that of its bank, 0 where nothing was stored."""

    name: str
    number: int
    sifted: Sifted


@dataclass(frozen=True, slots=True)
class _Read:
    """A file that was read: its digest, its questions and theirs."""

    name: str
    digest: str
    bank: Bank
    digests: list[str]


async def look_over(
    database: Database, name: str, content: bytes, columns: Mapping[str, str]
) -> Outcome:
    """What would become of a file, storing nothing; raises as `import_questions` does."""
    read = await asyncio.to_thread(_read, name, content, columns)
    return Outcome(read.name, 0, await _sifted(database, read))


async def import_questions(
    database: Database,
    name: str,
    content: bytes,
    access: str,
    person: str,
    now: datetime,
    random: Random,
    columns: Mapping[str, str],
    progress: Progress | None = None,
) -> Outcome:
    """Store the new questions of a file in one transaction, open to whom `access` says.

    `columns` says by which columns some meanings go (题干: B). A bank without a new question is not
    stored. Raises UnreadableFile, and BankError for a file that is no bank or was taken before.
    """
    read = await asyncio.to_thread(_read, name, content, columns)
    async with database.transaction() as transaction:
        sifted = await _sifted(transaction, read)
        if not sifted.fresh:
            return Outcome(read.name, 0, sifted)
        at = stamp(now)
        number = await banks.insert(transaction, read.name, read.digest, access, person, at)
        found = [
            _new(one, digest, number, random)
            for one, digest in zip(sifted.fresh, sifted.digests, strict=True)
        ]
        for start in range(0, len(found), _AT_ONCE):
            await questions.put_new(transaction, found[start : start + _AT_ONCE])
            if progress:
                progress(start, len(found))
        after = f"{read.name}：{len(sifted.fresh)}题，{access}"
        await audit.note(transaction, at, person, "题库 入库", "", after)
    return Outcome(read.name, number, sifted)


def _read(name: str, content: bytes, columns: Mapping[str, str]) -> _Read:
    bank = read_bank(name, content, columns)
    return _Read(_bare(name), hashlib.sha256(content).hexdigest(), bank, digests_of(bank))


def _bare(name: str) -> str:
    """A file's name without its folder and its ending."""
    file = re.split(r"[/\\]", name)[-1]
    return tidy(file.rpartition(".")[0])[:_LONGEST_NAME] or "题库"


async def _sifted(source: Database | Transaction, read: _Read) -> Sifted:
    taken = await banks.name_of(source, read.digest)
    if taken is not None:
        raise DuplicateBank(taken)
    return sift(read.bank, read.digests, await banks.known(source, read.digests))


def _new(one: Item, digest: str, bank: int, random: Random) -> New:
    return New(
        one.kind,
        one.stem,
        one.choices,
        one.answer,
        quote=one.explanation,
        phrase="",
        score=_SCORE,
        reasons=("题库",),
        digest=digest,
        draw=random.random(),
        bank=bank,
    )
