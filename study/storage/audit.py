"""What admins and the system decided: rows that are only ever added, each chained to the last.

The hash of a row is the SHA-256 over the hash before and the row itself, so that a row which was
changed, taken out, put in or moved breaks the chain. Rows from before the chain have none; they
are hashed with the first one that has. `audit_head` has the number of that one, how many rows
there are and the last hash: without it nobody would miss what was cut off at the end.
"""

import hashlib
import json
from collections.abc import AsyncGenerator
from dataclasses import dataclass

from study.storage.database import Database, Row, Transaction

_BATCH = 500
_COLUMNS = "a.id, a.at, a.person, a.action, a.before, a.after, a.hash"


@dataclass(frozen=True, slots=True)
class Entry:
    """What somebody decided; `at` is a stamp, the person "system" the bot itself."""

    number: int
    at: str
    person: str
    action: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Head:
    """How many rows the chain has and the hash of its last, '' before the first is written."""

    count: int
    hash: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The rows that were read and the hash they come to; `broken` is the number of the first row
    that does not fit (or of the one that is missing behind the last), None when all do."""

    count: int
    hash: str
    broken: int | None


async def note(
    transaction: Transaction, at: str, person: str, action: str, before: str, after: str
) -> None:
    """Record a decision in the transaction that carries it out.

    The stamp `at` never goes back behind the row before, whatever the clock says.
    """
    newest = await newest_at(transaction)
    await _add(transaction, max(at, newest), person, action, before, after)


async def set_right(transaction: Transaction, at: str) -> None:
    """Record that the clock was ahead and what was written behind `at` has not passed yet: from
    here on stamps are measured by this one. Only an operator can know; nobody else may say so."""
    newest = await newest_at(transaction)
    await _add(transaction, at, "system", "校准时间", newest, at)


async def _add(
    transaction: Transaction, at: str, person: str, action: str, before: str, after: str
) -> None:
    last, _ = await _newest(transaction)
    chain = await head(transaction)
    if not chain.hash:
        chain = await _begin(transaction, last + 1)
    one = Entry(last + 1, at, person, action, before, after)
    linked = _link(chain.hash, one)
    await transaction.write(
        "insert into audit (id, at, person, action, before, after, hash) values (?,?,?,?,?,?,?)",
        (one.number, one.at, person, action, before, after, linked),
    )
    await transaction.write(
        "update audit_head set entries = ?, hash = ?", (chain.count + 1, linked)
    )


async def newest_at(source: Database | Transaction) -> str:
    """The stamp of the newest row, '' when there is none: a moment that has certainly passed."""
    return (await _newest(source))[1]


async def head(source: Database | Transaction) -> Head:
    """Where the chain stands; whoever keeps it elsewhere can tell later if it was rewritten."""
    rows = await source.read("select entries, hash from audit_head")
    return Head(rows[0]["entries"], rows[0]["hash"]) if rows else Head(0, "")


async def verify(database: Database) -> Verdict:
    """Go through the whole chain in pieces; the bot may go on writing to it."""
    count, last, linked = 0, 0, ""
    while rows := await _chained(database, last):
        for row in rows:
            if row["id"] is None:
                break
            linked = _link(linked, _entry(row))
            if row["hash"] != (linked if 0 < row["first"] <= row["id"] else ""):
                return Verdict(count, linked, row["id"])
            count, last = count + 1, row["id"]
        if len(rows) < _BATCH:
            fits = not rows[-1]["first"] or (rows[-1]["entries"], rows[-1]["head"]) == (
                count,
                linked,
            )
            return Verdict(count, linked, None if fits else last + 1)
    return Verdict(count, linked, last + 1)


async def entries(database: Database, since: str = "", person: str = "") -> AsyncGenerator[Entry]:
    """The rows in their order: those from the stamp `since` on, of one person when asked for."""
    last = 0
    while True:
        rows = await database.read(
            f"select {_COLUMNS} from audit a where a.id > ? and a.at >= ?"
            " and (? = '' or a.person = ?) order by a.id limit ?",
            (last, since, person, person, _BATCH),
        )
        for row in rows:
            yield _entry(row)
        if len(rows) < _BATCH:
            return
        last = rows[-1]["id"]


async def _newest(source: Database | Transaction) -> tuple[int, str]:
    """Number and stamp of the newest row, 0 and '' when there is none."""
    rows = await source.read("select id, at from audit order by id desc limit 1")
    return (rows[0]["id"], rows[0]["at"]) if rows else (0, "")


async def _begin(transaction: Transaction, first: int) -> Head:
    """The chain over the rows that have no hash, and the number from which on all have one."""
    linked, count = "", 0
    for row in await transaction.read(f"select {_COLUMNS} from audit a order by a.id"):
        linked, count = _link(linked, _entry(row)), count + 1
    await transaction.write("update audit_head set first = ?", (first,))
    return Head(count, linked)


async def _chained(database: Database, last: int) -> list[Row]:
    """Rows behind `last`, with the head as it was at that moment; a head alone at the end."""
    return await database.read(
        f"select {_COLUMNS}, h.first, h.entries, h.hash as head"
        " from audit_head h left join audit a on a.id > ? order by a.id limit ?",
        (last, _BATCH),
    )


def _entry(row: Row) -> Entry:
    return Entry(*tuple(row)[:6])


def _link(before: str, one: Entry) -> str:
    parts = [before, one.number, one.at, one.person, one.action, one.before, one.after]
    # `repr` for what no row of ours holds: bytes that somebody put in make a wrong hash, no error.
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), default=repr)
    return hashlib.sha256(text.encode()).hexdigest()
