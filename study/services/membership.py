"""A person's membership: what it is, and what admins give and take.

- `CannotChange`: a change of membership that is not made
  - `Oneself`: nobody changes his own membership
  - `NothingToTake`: the membership does not run
  - `TooFarAhead`: it would run for more than thirty years
  - `UnknownGrant`: no grant has this number
  - `Reversed`: the grant was taken back before
  - `Reward`: the grant is what a case brought, and goes with the decision of that case
"""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from study.clock import stamp
from study.members import texts
from study.members.runs import Grant, Membership, membership
from study.members.term import Term, after
from study.sealing.keyring import Keyring
from study.services import notices
from study.storage import audit, grants
from study.storage.database import Database, Transaction

LONGEST = Term(years=30)
"""How far ahead a membership may end: beyond it, somebody has mistyped."""


class CannotChange(Exception):
    """A change of membership that is not made."""


class Oneself(CannotChange):
    """The admin is the person."""


class NothingToTake(CannotChange):
    """No membership runs."""


class TooFarAhead(CannotChange):
    """The membership would end too far ahead."""


class UnknownGrant(CannotChange):
    """There is no grant of this number."""


class Reversed(CannotChange):
    """The grant stands no longer."""


class Reward(CannotChange):
    """The grant belongs to a case; which, only the reporter and the case's admins may know."""


@dataclass(frozen=True, slots=True)
class Held:
    """The grants of a person that stand, and the membership they come to."""

    grants: list[Grant]
    membership: Membership


@dataclass(frozen=True, slots=True)
class Record:
    """A grant, and when, by whom and why it was taken back; None for the time while it stands."""

    grant: Grant
    reversed_at: datetime | None
    reversed_by: str
    reversed_why: str


@dataclass(frozen=True, slots=True)
class Order:
    """What an admin wants: a term (a negative one takes) for a person, and why."""

    person: str
    term: Term
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A grant that was made or reversed, with the last day of the membership before and after;
    None where none runs on the day of the change."""

    person: str
    number: int
    term: Term
    before: date | None
    after: date | None


async def held(database: Database, person: str) -> Held:
    """What a person has."""
    found = await grants.of_person(database, person)
    return Held(found, membership(found))


async def ledger(database: Database, person: str) -> list[Record]:
    """Everything that was given to a person and taken, in its order, what stands no longer too."""
    return [_record(one) for one in await grants.ledger(database, person)]


def _record(one: grants.Placed) -> Record:
    at = datetime.fromisoformat(one.reversed_at) if one.reversed_at else None
    return Record(one.grant, at, one.reversed_by, one.reversed_why)


async def give(transaction: Transaction, one: grants.New) -> Changed:
    """Write a grant down in the caller's transaction. Raises TooFarAhead."""
    before = await _ends(transaction, one.person, one.day)
    if after(before or one.day, one.term) > after(one.day, LONGEST):
        raise TooFarAhead
    number = await grants.add(transaction, one)
    ends = await _ends(transaction, one.person, one.day)
    return Changed(one.person, number, one.term, before, ends)


async def change(
    database: Database, keyring: Keyring, order: Order, now: datetime, timezone: ZoneInfo
) -> Changed:
    """Give or take what an admin orders, and leave word for the person. Raises CannotChange."""
    if order.person == order.by:
        raise Oneself
    today, at = now.astimezone(timezone).date(), stamp(now)
    async with database.transaction() as transaction:
        takes = texts.is_taken(order.term)
        if takes and await _ends(transaction, order.person, today) is None:
            raise NothingToTake
        new = grants.New(
            order.person, order.term, "admin", "", order.reason, order.by, today, at
        )  # fmt: skip
        changed = await give(transaction, new)
        done = f"{'减' if takes else '加'}了{texts.length(order.term)}"
        await _note(transaction, changed, order.by, f"会员{done}", order.reason, at)
        subject = f"grant:{changed.number}"
        await _tell(transaction, keyring, changed, subject, done, order.reason, now)
    return changed


async def reverse(
    database: Database,
    keyring: Keyring,
    number: int,
    by: str,
    reason: str,
    now: datetime,
    timezone: ZoneInfo,
) -> Changed:
    """Take back a grant as if it had never been, and leave word for the person.

    Raises CannotChange.
    """
    today, at = now.astimezone(timezone).date(), stamp(now)
    async with database.transaction() as transaction:
        placed = await _reversible(transaction, number, by)
        before = await _ends(transaction, placed.person, today)
        await grants.reverse(transaction, number, by, reason, at)
        ends = await _ends(transaction, placed.person, today)
        changed = Changed(placed.person, number, placed.grant.term, before, ends)
        done = f"撤销了{texts.dated(placed.grant)}"
        await _note(transaction, changed, by, f"会员{done}（#{number}）", reason, at)
        subject = f"grant:{number}:reversed"
        await _tell(transaction, keyring, changed, subject, done, reason, now)
    return changed


async def _reversible(transaction: Transaction, number: int, by: str) -> grants.Placed:
    placed = await grants.find(transaction, number)
    if placed is None:
        raise UnknownGrant
    if placed.person == by:
        raise Oneself
    if placed.reversed_at:
        raise Reversed
    if placed.grant.source == "reward":
        raise Reward
    return placed


async def _ends(transaction: Transaction, person: str, today: date) -> date | None:
    return membership(await grants.of_person(transaction, person)).ends_after(today)


async def _note(
    transaction: Transaction, changed: Changed, by: str, action: str, reason: str, at: str
) -> None:
    before = f"{changed.person} {texts.until(changed.before)}"
    await audit.note(transaction, at, by, action, before, f"{texts.until(changed.after)} {reason}")


async def _tell(
    transaction: Transaction,
    keyring: Keyring,
    changed: Changed,
    subject: str,
    done: str,
    reason: str,
    now: datetime,
) -> None:
    text = texts.told(done, changed.after, reason)
    await notices.leave(transaction, keyring, changed.person, subject, text, now, now)
