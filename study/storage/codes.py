"""Rows of redeem codes, of their batches, and of wrong codes that somebody tried."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from study.members.batch import Batch, Code
from study.members.term import Term, of_iso
from study.storage.database import Database, Row, Transaction, single

_BATCH = (
    "select b.*, count(nullif(c.redeemed_by, '')) as redeemed,"
    " count(nullif(c.revoked_at, '')) as revoked"
    " from code_batch b left join redeem_code c on c.batch_id = b.id"
)


@dataclass(frozen=True, slots=True)
class New:
    """A batch to be made; `valid_until` is a local day, None for ever, `at` a stamp."""

    term: Term
    amount: int
    valid_until: date | None
    note: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Known:
    """A code that exists, with its batch's number, term and maker."""

    batch: int
    term: Term
    valid_until: date | None
    made_by: str
    redeemed_by: str
    redeemed_at: str
    revoked_at: str


async def add_batch(transaction: Transaction, one: New, codes: Iterable[tuple[str, str]]) -> int:
    """Write down a batch with the digests and tails of its codes; return its number."""
    rows = await transaction.read(
        "insert into code_batch (term, amount, valid_until, note, made_by, made_at)"
        " values (?,?,?,?,?,?) returning id",
        (one.term.iso, one.amount, _day(one.valid_until), one.note, one.by, one.at),
    )
    number = int(single(rows))
    await transaction.write_many(
        "insert into redeem_code (digest, batch_id, tail) values (?,?,?)",
        [(digest, number, tail) for digest, tail in codes],
    )
    return number


async def redeem(transaction: Transaction, digest: str, person: str, at: str, today: date) -> bool:
    """Give a code to a person, in one statement; False when it cannot be had (any more)."""
    touched = await transaction.write(
        "update redeem_code set redeemed_by = ?, redeemed_at = ?"
        " where digest = ? and redeemed_by = '' and revoked_at = '' and exists (select 1"
        " from code_batch b where b.id = batch_id and (b.valid_until = '' or b.valid_until >= ?))",
        (person, at, digest, today.isoformat()),
    )
    return touched > 0


async def find(source: Database | Transaction, digest: str) -> Known | None:
    """The code with this digest."""
    rows = await source.read(
        "select c.*, b.term, b.valid_until, b.made_by from redeem_code c"
        " join code_batch b on b.id = c.batch_id where c.digest = ?",
        (digest,),
    )
    return _known(rows[0]) if rows else None


async def add_wrong(transaction: Transaction, person: str, at: str) -> None:
    """Write down that somebody tried a wrong code."""
    await transaction.write("insert into wrong_code (person, at) values (?,?)", (person, at))


async def wrong_since(transaction: Transaction, person: str, since: str) -> list[str]:
    """The stamps of somebody's wrong codes from `since` on."""
    rows = await transaction.read(
        "select at from wrong_code where person = ? and at >= ?", (person, since)
    )
    return [row["at"] for row in rows]


async def batch(source: Database | Transaction, number: int) -> Batch | None:
    """The batch of this number."""
    rows = await source.read(f"{_BATCH} where b.id = ? group by b.id", (number,))
    return _batch(rows[0]) if rows else None


async def batches(database: Database, most: int, offset: int) -> list[Batch]:
    """Batches, the newest first."""
    rows = await database.read(
        f"{_BATCH} group by b.id order by b.id desc limit ? offset ?", (most, offset)
    )
    return [_batch(row) for row in rows]


async def of_batch(database: Database, number: int) -> list[Code]:
    """The codes of a batch: redeemed ones first, then those to be had, then revoked ones."""
    rows = await database.read(
        "select tail, redeemed_by, redeemed_at, revoked_at from redeem_code where batch_id = ?"
        " order by redeemed_at = '', revoked_at, redeemed_at, tail",
        (number,),
    )
    return [Code(*row) for row in rows]


async def revoke_batch(transaction: Transaction, number: int, at: str) -> int:
    """Revoke what can still be had of a batch; return how many codes that were."""
    return await transaction.write(
        "update redeem_code set revoked_at = ?"
        " where batch_id = ? and redeemed_by = '' and revoked_at = ''",
        (at, number),
    )


async def revoke(transaction: Transaction, digest: str, at: str) -> bool:
    """Revoke a code; False when it cannot be had any more."""
    touched = await transaction.write(
        "update redeem_code set revoked_at = ?"
        " where digest = ? and redeemed_by = '' and revoked_at = ''",
        (at, digest),
    )
    return touched > 0


async def with_tail(transaction: Transaction, number: int, tail: str) -> str:
    """The digest of a batch's code with this tail, '' when it has none."""
    rows = await transaction.read(
        "select digest from redeem_code where batch_id = ? and tail = ?", (number, tail)
    )
    return rows[0]["digest"] if rows else ""


def _known(row: Row) -> Known:
    return Known(
        row["batch_id"],
        of_iso(row["term"]),
        _date(row["valid_until"]),
        row["made_by"],
        row["redeemed_by"],
        row["redeemed_at"],
        row["revoked_at"],
    )


def _batch(row: Row) -> Batch:
    return Batch(
        row["id"],
        of_iso(row["term"]),
        row["amount"],
        _date(row["valid_until"]),
        row["note"],
        row["made_by"],
        row["made_at"],
        row["redeemed"],
        row["revoked"],
    )


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _date(day: str) -> date | None:
    return date.fromisoformat(day) if day else None
