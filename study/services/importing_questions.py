"""Taking banks of questions into the library: from the command line and from chat alike."""

import asyncio
import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from study.banks.bank import Bank
from study.banks.bounded import read_bank
from study.banks.errors import DuplicateBank
from study.banks.item import Item
from study.banks.sifting import Sifted, identities_of, library, sift, stems_of
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
class BankFile:
    """A file as it was given: `columns` says by which columns some meanings go (题干: B), `called`
    how its bank is to be called ('' for as the file)."""

    name: str
    content: bytes
    columns: Mapping[str, str] = field(default_factory=dict[str, str])
    called: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file, or would become: the name of its bank, and its questions."""

    name: str
    sifted: Sifted


@dataclass(frozen=True, slots=True)
class _Read:
    """A file that was read: its digest, its questions, by what they are known again, and the search
    forms of what they ask."""

    name: str
    digest: str
    bank: Bank
    identities: list[tuple[str, str]]
    stems: set[str]


@dataclass(frozen=True, slots=True)
class _Share:
    """Questions of a file that are open to the same people, and their identities."""

    access: str
    items: list[Item]
    identities: list[str]


async def look_over(database: Database, file: BankFile, earlier: Sequence[Outcome] = ()) -> Outcome:
    """What would become of a file if those `earlier` had been taken in, storing nothing; raises as
    `import_questions` does."""
    read = await asyncio.to_thread(_read, file)
    return Outcome(read.name, await _sifted(database, read, earlier))


async def import_questions(
    database: Database,
    file: BankFile,
    access: str,
    person: str,
    now: datetime,
    random: Random,
    progress: Progress | None = None,
) -> Outcome:
    """Store the new questions of a file in one transaction, open to whom `access` says; but what
    the file itself keeps for members stays theirs, in a bank of its own.

    A bank without a new question is not stored. Raises UnreadableFile, and BankError for a file
    that is no bank or was taken before.
    """
    read = await asyncio.to_thread(_read, file)
    async with database.transaction() as transaction:
        sifted = await _sifted(database, read)
        done = 0
        for place, share in enumerate(_shares(sifted, access)):
            digest = f"{read.digest} {share.access}" if place else read.digest
            bank = await _bank(transaction, read.name, digest, share, person, now)
            found = [
                _new(one, identity, bank, random)
                for one, identity in zip(share.items, share.identities, strict=True)
            ]
            for start in range(0, len(found), _AT_ONCE):
                await questions.put_new(transaction, found[start : start + _AT_ONCE])
                done += len(found[start : start + _AT_ONCE])
                if progress:
                    progress(done, len(sifted.fresh))
    return Outcome(read.name, sifted)


def _read(file: BankFile) -> _Read:
    bank = read_bank(file.name, file.content, file.columns)
    digest = hashlib.sha256(file.content).hexdigest()
    name = tidy(file.called)[:_LONGEST_NAME] or _bare(file.name)
    return _Read(name, digest, bank, identities_of(bank), stems_of(bank))


def _bare(name: str) -> str:
    """A file's name without its folder and its ending."""
    file = re.split(r"[/\\]", name)[-1]
    return tidy(file.rpartition(".")[0])[:_LONGEST_NAME] or "题库"


async def _sifted(database: Database, read: _Read, earlier: Sequence[Outcome] = ()) -> Sifted:
    """What is new of a file; also inside of a transaction, which has not written yet."""
    taken = await banks.name_of(database, read.digest)
    if taken is not None:
        raise DuplicateBank(taken)
    identities = {identity for both in read.identities for identity in both}
    known = await banks.known(database, identities)
    same = await banks.asking(database, read.stems)
    before = [(one.name, one.sifted) for one in earlier]
    there = library(known, same, before)
    return await asyncio.to_thread(sift, read.bank, read.identities, there)


def _shares(sifted: Sifted, access: str) -> Sequence[_Share]:
    """The fresh questions by whom they are open to, those for `access` first."""
    shares = {kind: _Share(kind, [], []) for kind in dict.fromkeys((access, "member"))}
    for one, identity in zip(sifted.fresh, sifted.identities, strict=True):
        share = shares["member" if one.for_members else access]
        share.items.append(one)
        share.identities.append(identity)
    return [share for share in shares.values() if share.items]


async def _bank(
    transaction: Transaction, name: str, digest: str, share: _Share, person: str, now: datetime
) -> int:
    """Store the bank of a share, and say so in the audit; return its number."""
    at = stamp(now)
    after = f"{name}：{len(share.items)}题，{share.access}"
    await audit.note(transaction, at, person, "题库 入库", "", after)
    return await banks.insert(transaction, name, digest, share.access, person, at)


def _new(one: Item, identity: str, bank: int, random: Random) -> New:
    return New(
        one.kind,
        one.stem,
        one.choices,
        one.answer,
        quote=one.explanation,
        phrase="",
        score=_SCORE,
        reasons=("题库",),
        digest=identity,
        draw=random.random(),
        bank=bank,
    )
