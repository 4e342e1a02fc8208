"""What is done once a day: reminding members and admins, deleting what is over its time."""

import asyncio
from datetime import UTC, date, datetime, time

from nonebot import get_driver
from nonebot.log import logger
from nonebot_plugin_apscheduler import scheduler

from plugins._chat import library
from plugins.notices import texts
from study.services import notices, reminding, retention
from study.services.reminding import Reminding

_LOOK_EVERY = 300
_FROM = time(9)
"""Local time from which on the round of a day is made."""

_done: set[date] = set()
"""The day whose round is made; after a restart it is made again, which changes nothing."""
_under_way: set[asyncio.Task[None]] = set()


@scheduler.scheduled_job("interval", seconds=_LOOK_EVERY, id="rounds")
async def look() -> None:
    """Start the round of the day, unless it is made or too early."""
    now = datetime.now(UTC)
    await notices.give_up_unfinished(library.database(), now)
    local = now.astimezone(library.settings.timezone)
    if local.time() < _FROM or local.date() in _done or _under_way:
        return
    task = asyncio.create_task(_make(local.date(), now))
    _under_way.add(task)
    task.add_done_callback(_under_way.discard)


async def stop() -> None:
    """End a round; what it has not done is done in the next."""
    scheduler.pause_job("rounds")
    for task in list(_under_way):
        task.cancel()
    await asyncio.gather(*_under_way, return_exceptions=True)


library.before_closing.append(stop)


async def _make(day: date, now: datetime) -> None:
    try:
        await make(now)
    except Exception as error:  # noqa: BLE001 - it is tried again, and the bot goes on
        logger.opt(exception=error).error("the round of the day was not finished")
        return
    _done.clear()
    _done.add(day)


async def make(now: datetime) -> None:
    """Remind and delete."""
    desk = Reminding(library.database(), library.vault().keyring, now, library.settings.timezone)
    await reminding.remind_of_ends(desk, texts.membership_ends)
    superusers = get_driver().config.superusers
    await reminding.remind_of_cases(desk, superusers, texts.open_cases, texts.overdue)
    emptied = await retention.clean_up(
        library.database(), library.vault(), library.settings.evidence_days, now
    )
    if emptied:
        logger.info(f"{emptied} 件结案已到期，证据已删除")
