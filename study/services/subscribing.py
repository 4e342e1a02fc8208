"""Ordering the daily push, and carrying it out once a day and no more."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from study.clock import stamp
from study.delivery.schedule import DailyTime, due, is_workday, next_due
from study.storage import subscriptions
from study.storage.database import Database
from study.storage.subscriptions import Subscription

RETRY_AFTER = (timedelta(minutes=1), timedelta(minutes=10), timedelta(minutes=30))
"""How long after its first, second and third failure a push is tried again."""
UNFINISHED = timedelta(minutes=10)
"""A push that is still “sending” after this long was left by a process that ended."""


class Outcome(StrEnum):
    """What is known of a message after the attempt to send it."""

    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"


async def subscribe(
    database: Database,
    chat: str,
    account: str,
    time: DailyTime,
    by: str,
    now: datetime,
    timezone: ZoneInfo,
) -> datetime:
    """Order the daily push for a chat; return when the next one comes, local time."""
    async with database.transaction() as transaction:
        await subscriptions.subscribe(transaction, chat, account, time, by, stamp(now))
    moment = next_due(time, now.astimezone(timezone), is_workday)
    if chat in await subscriptions.settled_chats(
        database, moment.date().isoformat(), _retries(now)
    ):
        return next_due(time, moment, is_workday)  # Today's has come already.
    return moment


async def unsubscribe(database: Database, chat: str) -> bool:
    """End the daily push of a chat; False when there was none."""
    async with database.transaction() as transaction:
        return await subscriptions.unsubscribe(transaction, chat)


async def due_now(
    database: Database, now: datetime, timezone: ZoneInfo
) -> list[tuple[Subscription, date]]:
    """The pushes that are due and neither sent nor under way, with the day each is for."""
    local = now.astimezone(timezone)
    found = await subscriptions.all_subscriptions(database)
    days = [(one, due(one.time, one.since, local, is_workday)) for one in found]
    settled = {
        day: await subscriptions.settled_chats(database, day.isoformat(), _retries(now))
        for day in {day for _, day in days if day is not None}
    }
    return [(one, day) for one, day in days if day is not None and one.chat not in settled[day]]


async def push_once(
    database: Database,
    chat: str,
    day: date,
    now: datetime,
    send: Callable[[], Awaitable[tuple[Outcome, str, str]]],
) -> Outcome | None:
    """Send one due push, unless it was sent or may have been; None then.

    The intent is committed before `send`, its outcome (with error and message id) after: a
    crash between leaves a push that is never repeated by itself.
    """
    async with database.transaction() as transaction:
        if not await subscriptions.claim(
            transaction, chat, day.isoformat(), stamp(now), _retries(now)
        ):
            return None
    outcome, error, message_id = await send()
    async with database.transaction() as transaction:
        await subscriptions.settle(transaction, chat, day.isoformat(), outcome, error, message_id)
    return outcome


def _retries(now: datetime) -> tuple[str, str, str]:
    first, second, third = (stamp(now - pause) for pause in RETRY_AFTER)
    return first, second, third


async def give_up_unfinished(database: Database, now: datetime) -> int:
    """Mark pushes that a dead process left half done as unknown; return how many."""
    async with database.transaction() as transaction:
        return await subscriptions.give_up_unfinished(transaction, stamp(now - UNFINISHED))
