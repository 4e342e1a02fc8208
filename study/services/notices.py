"""Telling people something in private, once: queued with the decision, sent afterwards.

What certainly did not arrive is kept for the next time the person speaks to the bot in private.
So is what may have arrived, marked as such: it is never sent a second time unasked, but these are
decisions about the person's own case or membership, and to miss one is worse than to read it twice.
"""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from study.clock import stamp
from study.sealing.keyring import Keyring, Unsealable
from study.services.passing import REMINDERS, is_still_true
from study.services.subscribing import Outcome
from study.storage import notices
from study.storage.database import Database, Transaction
from study.storage.notices import Notice

MOST = 200
"""Notices that one look for due ones takes up."""
QUIET_FROM, QUIET_UNTIL = time(22), time(7, 30)
"""Local time between which nobody is reminded of anything."""
UNFINISHED = timedelta(minutes=10)
"""A notice that is still “sending” after this long was left by a process that ended."""
_STATES = {Outcome.SENT: "sent", Outcome.FAILED: "kept", Outcome.UNKNOWN: "unknown"}

Sent = tuple[Outcome, str, str]
"""What is known of a message, the error, the message id."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A text that did not reach somebody, and whether it may have reached him after all."""

    text: str
    maybe_told: bool


async def leave(
    transaction: Transaction,
    keyring: Keyring,
    person: str,
    subject: str,
    text: str,
    due: datetime,
    now: datetime,
) -> None:
    """Queue a private message in the caller's transaction, not to be sent before `due`.

    A person gets one of each `subject`, for instance `case:JB-7K3Q9:confirmed`; later ones of the
    same subject are passed over.
    """
    sealed = keyring.seal_text(text)
    await notices.add(transaction, person, subject, sealed, stamp(due), stamp(now))


async def due_now(
    database: Database, accounts: Collection[str], now: datetime, timezone: ZoneInfo
) -> list[Notice]:
    """The notices to be sent now by the bot accounts that are online.

    The account that somebody speaks to is waited for: another may be a stranger to him. At night
    those that remind of something wait.
    """
    waiting = REMINDERS if is_quiet(now, timezone) else ()
    return await notices.due(database, stamp(now), list(accounts), waiting, MOST)


def is_quiet(now: datetime, timezone: ZoneInfo) -> bool:
    """Whether it is night where the people are."""
    local = now.astimezone(timezone).time()
    return local >= QUIET_FROM or local < QUIET_UNTIL


async def deliver(
    database: Database,
    keyring: Keyring,
    notice: Notice,
    now: datetime,
    timezone: ZoneInfo,
    send: Callable[[str], Awaitable[Sent]],
) -> Outcome | None:
    """Send one due notice, unless it was sent, may have been, or is no longer true; None then.

    The intent is committed before `send`, its outcome after: a crash between leaves a notice that
    is never sent by itself again.
    """
    async with database.transaction() as transaction:
        if not await _claim(transaction, notice, now, timezone):
            return None
    text = _text(keyring, notice)
    outcome, error, _ = await send(text) if text else (Outcome.FAILED, "unsealable", "")
    async with database.transaction() as transaction:
        await notices.settle(transaction, notice.number, _STATES[outcome], error, stamp(now))
    return outcome


async def show_kept(
    database: Database,
    keyring: Keyring,
    person: str,
    now: datetime,
    timezone: ZoneInfo,
    send: Callable[[list[Kept]], Awaitable[Sent]],
) -> None:
    """Send somebody who speaks to the bot in private what did not reach him before, in one go.

    What may not have arrived this time either is offered once more, and then no longer.
    """
    found = [one for one in await notices.untold(database, person) if _text(keyring, one)]
    if not found:
        return
    async with database.transaction() as transaction:
        claimed = [one for one in found if await _claim(transaction, one, now, timezone)]
    if not claimed:
        return
    kept = {_text(keyring, one): one.state == "unknown" for one in claimed}
    outcome, error, _ = await send([Kept(text, maybe) for text, maybe in kept.items()])
    async with database.transaction() as transaction:
        for one in claimed:
            state = _after_showing(one.state, outcome)
            await notices.settle(transaction, one.number, state, error, stamp(now))


def _after_showing(state: str, outcome: Outcome) -> str:
    if outcome is Outcome.FAILED:
        return state
    is_last_try = outcome is Outcome.SENT or state == "unknown"
    return "shown" if is_last_try else "unknown"


async def _claim(
    transaction: Transaction, notice: Notice, now: datetime, timezone: ZoneInfo
) -> bool:
    today = now.astimezone(timezone).date()
    if not await is_still_true(transaction, notice.person, notice.subject, today):
        await notices.drop(transaction, notice.number, notice.state)
        return False
    return await notices.claim(transaction, notice.number, notice.state, stamp(now))


def _text(keyring: Keyring, notice: Notice) -> str:
    """The words of a notice, '' when they were sealed with a key that is not here."""
    try:
        return keyring.unseal_text(notice.text)
    except Unsealable:
        return ""


async def give_up_unfinished(database: Database, now: datetime) -> int:
    """Mark notices that a dead process left half done as unknown; return how many."""
    async with database.transaction() as transaction:
        return await notices.give_up_unfinished(transaction, stamp(now - UNFINISHED))
