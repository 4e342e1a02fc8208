"""Making batches of redeem codes, looking at them, and revoking codes.

- `CannotRevoke`: nothing was revoked
  - `UnknownBatch`, `UnknownTail`, `UnknownCode`: there is no such thing
  - `NotToBeHad`: the code was redeemed or revoked before
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random
from zoneinfo import ZoneInfo

from study.clock import stamp
from study.members import texts
from study.members.batch import Batch, Code
from study.members.codes import digest, drawn, tail
from study.members.term import Term, after
from study.storage import audit, codes
from study.storage.database import Database, Transaction

MOST = 1000
"""Codes in a batch."""


class CannotRevoke(Exception):
    """Nothing was revoked."""


class UnknownBatch(CannotRevoke):
    """No batch has this number."""


class UnknownTail(CannotRevoke):
    """No code of the batch ends like that."""


class UnknownCode(CannotRevoke):
    """No such code was made."""


class NotToBeHad(CannotRevoke):
    """The code was redeemed, by a person, or revoked (then '')."""

    def __init__(self, redeemed_by: str) -> None:
        super().__init__(redeemed_by)
        self.redeemed_by = redeemed_by


@dataclass(frozen=True, slots=True)
class Order:
    """A batch that is wanted: how many codes of which term, how long they can be redeemed (None
    for ever), a note, and who wants it."""

    amount: int
    term: Term
    valid: Term | None
    note: str
    by: str


@dataclass(frozen=True, slots=True)
class Issued:
    """A new batch with its codes, which are not to be seen again."""

    batch: Batch
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Revoked:
    """How many codes of a batch were revoked, and the batch as it is now."""

    count: int
    batch: Batch


def _nowhere(_: Issued) -> None:
    """Keeps nothing."""


async def issue(
    database: Database,
    order: Order,
    now: datetime,
    timezone: ZoneInfo,
    random: Random,
    keep: Callable[[Issued], None] = _nowhere,
) -> Issued:
    """Make a batch. `random` must be a source that nobody can predict.

    `keep` gets the codes before the batch is committed: when it fails there is no batch.
    """
    today, at = now.astimezone(timezone).date(), stamp(now)
    until = after(today, order.valid) if order.valid else None
    made = tuple(drawn(order.amount, random))
    new = codes.New(order.term, order.amount, until, order.note, order.by, at)
    async with database.transaction() as transaction:
        pairs = [(digest(code), tail(code)) for code in made]
        number = await codes.add_batch(transaction, new, pairs)
        batch = Batch(number, order.term, order.amount, until, order.note, order.by, at)
        what = f"{order.amount}个 {texts.length(order.term)}"
        await audit.note(transaction, at, order.by, f"兑换码 生成第{number}批", "", what)
        issued = Issued(batch, made)
        keep(issued)
    return issued


async def batches(database: Database, most: int, offset: int = 0) -> list[Batch]:
    """Batches, the newest first."""
    return await codes.batches(database, most, offset)


async def look(database: Database, number: int) -> tuple[Batch, list[Code]]:
    """A batch and what became of its codes. Raises UnknownBatch."""
    found = await codes.batch(database, number)
    if found is None:
        raise UnknownBatch
    return found, await codes.of_batch(database, number)


async def revoke_batch(database: Database, number: int, by: str, now: datetime) -> Revoked:
    """Revoke all codes of a batch that can still be had. Raises UnknownBatch."""
    async with database.transaction() as transaction:
        before = await _batch(transaction, number)
        count = await codes.revoke_batch(transaction, number, stamp(now))
        if count:
            action = f"兑换码 作废第{number}批"
            left = f"可用{before.left}"
            await audit.note(transaction, stamp(now), by, action, left, f"作废{count}")
    return Revoked(count, replace(before, revoked=before.revoked + count))


async def revoke_code(database: Database, code: str, by: str, now: datetime) -> Revoked:
    """Revoke one whole code. Raises CannotRevoke."""
    async with database.transaction() as transaction:
        return await _revoke(transaction, digest(code), tail(code), by, now)


async def revoke_tail(
    database: Database, number: int, ending: str, by: str, now: datetime
) -> Revoked:
    """Revoke the code of a batch with this tail. Raises CannotRevoke."""
    async with database.transaction() as transaction:
        await _batch(transaction, number)
        found = await codes.with_tail(transaction, number, ending)
        if not found:
            raise UnknownTail
        return await _revoke(transaction, found, ending, by, now)


async def _revoke(
    transaction: Transaction, hashed: str, ending: str, by: str, now: datetime
) -> Revoked:
    known = await codes.find(transaction, hashed)
    if known is None:
        raise UnknownCode
    if not await codes.revoke(transaction, hashed, stamp(now)):
        raise NotToBeHad(known.redeemed_by)
    action = f"兑换码 作废第{known.batch}批 尾号{ending}"
    await audit.note(transaction, stamp(now), by, action, "可用", "作废")
    return Revoked(1, await _batch(transaction, known.batch))


async def _batch(transaction: Transaction, number: int) -> Batch:
    found = await codes.batch(transaction, number)
    if found is None:
        raise UnknownBatch
    return found
