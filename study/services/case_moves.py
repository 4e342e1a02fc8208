"""What all moves of cases have in common: finding the case, asking the rules, writing it all down.

- `NoSuchCase`: there is no case of this number, or this person is not to know of it
- `Overtaken`: somebody moved the case at the same moment
- `study.reports.moves.Refused`: the rules forbid the move
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from study.clock import stamp
from study.reports import texts
from study.reports.moves import (
    REPORTERS,
    SYSTEM,
    Action,
    Mover,
    Position,
    Refused,
    Why,
    decided,
    moved,
)
from study.reports.state import OPEN
from study.sealing.keyring import Keyring
from study.services.notices import leave
from study.storage import audit, case_entries, cases, standings, traits
from study.storage.case_entries import Entry
from study.storage.cases import Case
from study.storage.database import Database, Transaction
from study.storage.vault import Vault


class NoSuchCase(Exception):
    """No case of this number that the person may know of."""


class Overtaken(Exception):
    """The case is no longer as it was read."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Who works on cases, with what: `superusers` are admins beside those who were appointed, and
    one person gets at most `most_rewards` in a year."""

    database: Database
    vault: Vault
    person: str
    superusers: Collection[str]
    now: datetime
    timezone: ZoneInfo
    most_rewards: int

    @property
    def keyring(self) -> Keyring:
        """The keys that seal what is written in cases."""
        return self.vault.keyring


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody does: the kind and the text of its entry in the case, and the verb by which the
    audit log calls it."""

    action: Action
    kind: str
    verb: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """A case after a move, the number of its entry, and the subject under which the reporter is
    told of it."""

    case: Case
    entry: int
    subject: str


def position(case: Case) -> Position:
    """Where a case stands, as the rules see it."""
    return Position(
        case.state,
        case.decision,
        case.reporter,
        case.handler,
        case.decided_by,
        datetime.fromisoformat(case.decided_at) if case.decided_at else None,
        bool(case.appealed_at),
        case.appealed_from,
    )


def person_trait(keyring: Keyring, person: str) -> str:
    """By what a person is known again among the suspects of cases."""
    return keyring.digest("qq", person)


async def admins(source: Database | Transaction, superusers: Collection[str]) -> list[str]:
    """All admins: superusers and those whom they appointed."""
    return sorted({*superusers, *await standings.appointed(source)})


async def uninvolved(
    source: Database | Transaction, keyring: Keyring, case: Case, superusers: Collection[str]
) -> list[str]:
    """The admins who neither reported a case nor are suspected or mentioned in it."""
    return [
        one
        for one in await admins(source, superusers)
        if one != case.reporter and not await is_suspected(source, keyring, case, one)
    ]


async def find_for_admin(desk: Desk, source: Database | Transaction, number: str) -> Case:
    """A case by its number. Raises NoSuchCase, also for an admin who is suspected in it: he would
    learn who reported him."""
    case = await cases.find(source, number)
    if case is None or await is_suspected(source, desk.keyring, case, desk.person):
        raise NoSuchCase
    return case


def refuse_reporter(desk: Desk, case: Case) -> None:
    """Raise Refused where the admin at the desk has reported the case: notes in it are not for
    him."""
    if desk.person == case.reporter:
        raise Refused(Why.INVOLVED, case.state)


async def find_own(source: Database | Transaction, number: str, reporter: str) -> Case:
    """A case that the reporter has reported. Raises NoSuchCase."""
    case = await cases.find(source, number)
    if case is None or case.reporter != reporter:
        raise NoSuchCase
    return case


async def is_suspected(
    source: Database | Transaction, keyring: Keyring, case: Case, person: str
) -> bool:
    """Whether somebody is among those whom a case is against, or may be: a number that is only
    mentioned in a report keeps the case from its owner."""
    return await traits.is_mentioned(source, case.id, person_trait(keyring, person))


async def mover(desk: Desk, source: Database | Transaction, case: Case) -> Mover:
    """The admin at the desk, as the rules see him in a case."""
    everybody = await admins(source, desk.superusers)
    able = await uninvolved(source, desk.keyring, case, desk.superusers)
    return Mover(
        desk.person,
        is_admin=desk.person in everybody,
        is_suspected=await is_suspected(source, desk.keyring, case, desk.person),
        has_colleague=any(one != desk.person for one in able),
    )


async def steady(source: Database | Transaction, now: datetime) -> datetime:
    """The present, but never before what was last decided: a clock that is set back helps nobody to
    an appeal or a reward."""
    newest = await audit.newest_at(source)
    return max(now, datetime.fromisoformat(newest)) if newest else now


async def move(
    transaction: Transaction,
    keyring: Keyring,
    case: Case,
    by: Mover,
    act: Act,
    now: datetime,
    change: Mapping[str, str | int | None] | None = None,
) -> Moved:
    """Move a case by the rules, with what else changes in it, its entry and its row in the audit
    log. Raises Refused, and Overtaken."""
    at = await steady(transaction, now)
    state = moved(position(case), act.action, by, at)
    decision = decided(position(case), act.action)
    is_new = (state, decision) != (case.state, case.decision)
    after = replace(
        case,
        state=state,
        decision=decision,
        moved_at=stamp(now) if is_new or act.action in (Action.TAKE, Action.ASK) else case.moved_at,
        # What is kept is counted from the last decision, which may be appealed against.
        closed_at="" if state in OPEN else stamp(at) if is_new else case.closed_at,
        emptied_at="" if state in OPEN else case.emptied_at,
        **(change or {}),
    )
    if not await cases.move(transaction, case, after):
        raise Overtaken
    text = keyring.seal_text(act.text)
    entry = Entry(act.kind, by.person, state, text, stamp(now), decision)
    number = await case_entries.add(transaction, case.id, entry)
    who = by.person if by.is_admin and act.action not in REPORTERS else SYSTEM
    was, is_now = (texts.standing(one.state, one.decision) for one in (case, after))
    await audit.note(transaction, stamp(now), who, f"{act.verb} {case.number}", was, is_now)
    return Moved(after, number, f"case:{case.number}:{number}")


async def tell(
    transaction: Transaction,
    keyring: Keyring,
    people: Collection[str],
    subject: str,
    text: str,
    now: datetime,
) -> None:
    """Leave a private message for each of some people."""
    for person in people:
        await leave(transaction, keyring, person, subject, text, now, now)


async def tell_admins(
    transaction: Transaction,
    keyring: Keyring,
    case: Case,
    superusers: Collection[str],
    subject: str,
    text: str,
    now: datetime,
) -> None:
    """Leave a private message for all admins who have nothing to do with a case themselves."""
    people = await uninvolved(transaction, keyring, case, superusers)
    await tell(transaction, keyring, people, subject, text, now)
