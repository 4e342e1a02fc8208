"""Reminders: of memberships that end, and of cases that wait for admins."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from study.clock import stamp
from study.members.ending import Ending, ending
from study.members.runs import membership
from study.reports.state import State
from study.reports.waiting import OVERDUE_AFTER, hours, is_overdue
from study.sealing.keyring import Keyring
from study.services.case_moves import admins, person_trait
from study.services.notices import leave
from study.services.passing import DIGEST, ENDS, OVERDUE
from study.storage import audit, cases, reminders
from study.storage.audit import Verdict
from study.storage.database import Database

MOST_CASES = 20
"""Cases that one message names."""


@dataclass(frozen=True, slots=True)
class Reminding:
    """With what reminders are left, and when."""

    database: Database
    keyring: Keyring
    now: datetime
    timezone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Waiting:
    """A case that is open: where it stands, its admin ('' for nobody), how long it has waited."""

    number: str
    state: State
    handler: str
    hours: int
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class Digest:
    """The oldest open cases, how many there are, and how the audit log was found."""

    cases: list[Waiting]
    count: int
    log: Verdict


async def remind_of_ends(desk: Reminding, say: Callable[[Ending], str]) -> None:
    """Leave a notice for everybody whose membership ends soon; one for each end and time before."""
    today = desk.now.astimezone(desk.timezone).date()
    async for people in reminders.ledgers(desk.database):
        found = [(person, ending(membership(grants), today)) for person, grants in people]
        due = [(person, one) for person, one in found if one]
        if due:
            await _leave(desk, [(p, f"{ENDS}{one.last}:{one.before}", say(one)) for p, one in due])


async def remind_of_cases(
    desk: Reminding,
    superusers: Collection[str],
    say_all: Callable[[Digest], str],
    say_overdue: Callable[[list[str]], str],
) -> None:
    """Leave every admin the digest of the day, where there are open cases or the audit log does not
    hold, and what waits too long for him."""
    today = desk.now.astimezone(desk.timezone).date()
    log = await audit.verify(desk.database)
    everybody = await admins(desk.database, superusers)
    for person in everybody:
        trait = person_trait(desk.keyring, person)
        found = await _digest(desk, trait, everybody, log)
        others = [one for one in everybody if one != person]
        before = stamp(desk.now - OVERDUE_AFTER)
        late = await reminders.overdue(desk.database, person, others, trait, before, MOST_CASES)
        is_news = found.count or log.broken is not None
        left = [(person, f"{DIGEST}{today}", say_all(found))] if is_news else []
        left += [(person, f"{OVERDUE}{today}", say_overdue(late))] if late else []
        await _leave(desk, left)


async def _digest(desk: Reminding, trait: str, everybody: Collection[str], log: Verdict) -> Digest:
    """What an admin may know of; nobody learns of a case in which he is suspected."""
    found = await cases.page(desk.database, trait, 0, MOST_CASES, is_open=True)
    waiting = [
        Waiting(
            one.number,
            one.state,
            one.handler if one.handler in everybody else "",
            hours(datetime.fromisoformat(one.moved_at), desk.now),
            is_overdue(datetime.fromisoformat(one.moved_at), desk.now),
        )
        for one in found
    ]
    return Digest(waiting, await cases.count(desk.database, trait, is_open=True), log)


async def _leave(desk: Reminding, left: list[tuple[str, str, str]]) -> None:
    """Leave notices: whom for, the subject, the text."""
    async with desk.database.transaction() as transaction:
        for person, subject, text in left:
            await leave(transaction, desk.keyring, person, subject, text, desk.now, desk.now)
