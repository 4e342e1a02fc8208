"""Rows of membership: terms that were given and taken."""

from dataclasses import dataclass
from datetime import date

from study.members.runs import Grant
from study.members.term import Term, of_iso
from study.storage.database import Database, Row, Transaction, single


@dataclass(frozen=True, slots=True)
class New:
    """A term for somebody, from a local day on; `at` is the stamp of the moment."""

    person: str
    term: Term
    source: str
    reference: str
    reason: str
    by: str
    day: date
    at: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A grant with whose it is; when, by whom and why it was taken back, '' while it stands."""

    person: str
    grant: Grant
    reversed_at: str
    reversed_by: str
    reversed_why: str


async def add(transaction: Transaction, one: New) -> int:
    """Write a grant down; return its number."""
    rows = await transaction.read(
        "insert into membership_grant (person, term, source, reference, reason, granted_by,"
        " granted_on, granted_at) values (?,?,?,?,?,?,?,?) returning id",
        (one.person, one.term.iso, one.source, one.reference, one.reason, one.by,
         one.day.isoformat(), one.at),
    )  # fmt: skip
    return int(single(rows))


async def reverse(transaction: Transaction, number: int, by: str, why: str, at: str) -> bool:
    """Take a grant back as if it had never been; False when it was taken back before."""
    touched = await transaction.write(
        "update membership_grant set reversed_at = ?, reversed_by = ?, reversed_why = ?"
        " where id = ? and reversed_at = ''",
        (at, by, why, number),
    )
    return touched > 0


async def of_person(source: Database | Transaction, person: str) -> list[Grant]:
    """The grants of a person that stand."""
    rows = await source.read(
        "select id, term, source, reference, reason, granted_on from membership_grant"
        " where person = ? and reversed_at = '' order by id",
        (person,),
    )
    return [_grant(row) for row in rows]


async def find(source: Database | Transaction, number: int) -> Placed | None:
    """The grant of this number, whether it stands or not."""
    rows = await source.read("select * from membership_grant where id = ?", (number,))
    return _placed(rows[0]) if rows else None


async def ledger(source: Database | Transaction, person: str) -> list[Placed]:
    """All grants that a person was given, also those that stand no longer."""
    rows = await source.read(
        "select * from membership_grant where person = ? order by id", (person,)
    )
    return [_placed(row) for row in rows]


def _placed(row: Row) -> Placed:
    reversal = (row["reversed_at"], row["reversed_by"], row["reversed_why"])
    return Placed(row["person"], _grant(row), *reversal)


def _grant(row: Row) -> Grant:
    return Grant(
        row["id"],
        of_iso(row["term"]),
        row["source"],
        row["reference"],
        row["reason"],
        date.fromisoformat(row["granted_on"]),
    )
