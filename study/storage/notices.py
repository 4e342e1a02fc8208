"""Rows of notices: what is to be told to somebody in private, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from study.storage.database import Database, Row, Transaction

_COLUMNS = "n.id, n.person, n.subject, n.text, n.state, coalesce(c.account, '') as account"
_WITH_ACCOUNT = "from notice n left join contact c on c.person = n.person"
_UNTOLD = "('kept', 'unknown')"


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice with its sealed text; `account` is where the person last spoke to the bot, '' for
    nowhere."""

    number: int
    person: str
    subject: str
    text: bytes
    state: str
    account: str


async def add(
    transaction: Transaction, person: str, subject: str, text: bytes, due: str, at: str
) -> None:
    """Queue a notice, unless the person has one of this subject, whatever became of it."""
    await transaction.write(
        "insert into notice (person, subject, text, state, made_at, due_at)"
        " values (?,?,?,'waiting',?,?) on conflict (person, subject) do nothing",
        (person, subject, text, at, due),
    )


async def due(
    database: Database, at: str, accounts: Sequence[str], without: Sequence[str], most: int
) -> list[Notice]:
    """At most `most` notices whose time has come, the longest due first: to people who speak to one
    of `accounts`, or to none, and of no subject that begins with one of `without`."""
    places = ", ".join("?" * len(accounts))
    rows = await database.read(
        f"select {_COLUMNS} {_WITH_ACCOUNT} where n.state = 'waiting' and n.due_at <= ?"
        f" and (c.account is null or c.account in ({places}))"
        f"{' and n.subject not glob ?' * len(without)} order by n.due_at, n.id limit ?",
        (at, *accounts, *(f"{one}*" for one in without), most),
    )
    return [_notice(row) for row in rows]


async def untold(database: Database, person: str) -> list[Notice]:
    """What did not reach a person, or may not have, in the order in which it was left."""
    rows = await database.read(
        f"select {_COLUMNS} {_WITH_ACCOUNT} where n.person = ? and n.state in {_UNTOLD}"
        " order by n.id",
        (person,),
    )
    return [_notice(row) for row in rows]


async def claim(transaction: Transaction, number: int, state: str, at: str) -> bool:
    """Commit to sending a notice that is in `state`; False when somebody has done or does so."""
    touched = await transaction.write(
        "update notice set state = 'sending', settled_at = ? where id = ? and state = ?",
        (at, number, state),
    )
    return touched > 0


async def settle(transaction: Transaction, number: int, state: str, error: str, at: str) -> None:
    """Write down what became of a claimed notice."""
    await transaction.write(
        "update notice set state = ?, error = ?, settled_at = ? where id = ?",
        (state, error, at, number),
    )


async def drop(transaction: Transaction, number: int, state: str) -> None:
    """Forget a notice that is in `state` and no longer true; come true again, it is left again."""
    await transaction.write("delete from notice where id = ? and state = ?", (number, state))


async def forget_of(transaction: Transaction, person: str, subjects: Sequence[str]) -> None:
    """Forget what a person was not told yet of the subjects that begin with one of some words."""
    await transaction.write(
        "delete from notice where person = ? and state in ('waiting', 'kept', 'unknown')"
        f" and ({' or '.join(['subject glob ?'] * len(subjects))})",
        (person, *(f"{one}*" for one in subjects)),
    )


async def give_up_unfinished(transaction: Transaction, before: str) -> int:
    """Notices claimed before `before` by a process that ended: nobody knows if they arrived."""
    return await transaction.write(
        "update notice set state = 'unknown', error = '进程中断'"
        " where state = 'sending' and settled_at < ?",
        (before,),
    )


async def forget_settled(transaction: Transaction, before: str, passing: Sequence[str]) -> int:
    """Forget what was told before `before`, and of the subjects that begin with one of `passing`
    also what was not; return how many."""
    return await transaction.write(
        "delete from notice where state not in ('waiting', 'sending') and settled_at < ?"
        f" and (state in ('sent', 'shown'){' or subject glob ?' * len(passing)})",
        (before, *(f"{one}*" for one in passing)),
    )


def _notice(row: Row) -> Notice:
    return Notice(
        row["id"], row["person"], row["subject"], row["text"], row["state"], row["account"]
    )
