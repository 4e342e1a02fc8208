"""Delivering notices: looks every few seconds for those whose time has come."""

import asyncio
from datetime import UTC, datetime
from typing import cast

import nonebot
from nonebot.adapters.onebot.v11 import Bot
from nonebot.log import logger
from nonebot_plugin_apscheduler import scheduler

from plugins._chat import library, sending
from plugins._chat.call import Reply
from study.services import notices
from study.services.notices import Notice, Sent
from study.services.subscribing import Outcome

_LOOK_EVERY = 15
_SPACING = 1.2
"""Seconds between two notices of one account."""

_passes: dict[str, asyncio.Task[None]] = {}
"""The pass that is under way for each account."""


@scheduler.scheduled_job("interval", seconds=_LOOK_EVERY, id="notices")
async def look() -> None:
    """Start a pass for every account that is online and has notices due; one at a time each."""
    online = list(nonebot.get_bots())
    if not online:
        return
    now, timezone = datetime.now(UTC), library.settings.timezone
    due: dict[str, list[Notice]] = {}
    for notice in await notices.due_now(library.database(), online, now, timezone):
        due.setdefault(notice.account or online[0], []).append(notice)
    for account, found in due.items():
        if account not in _passes:
            _passes[account] = asyncio.create_task(_pass(account, found))
            _passes[account].add_done_callback(lambda _, account=account: _passes.pop(account))


@nonebot.get_driver().on_bot_connect
async def look_at_once() -> None:
    """What could not be sent while an account was away goes out when it comes back."""
    scheduler.modify_job("notices", next_run_time=datetime.now(UTC))


async def stop() -> None:
    """End the passes; a notice that was on its way stays “sending”, and is not sent again."""
    scheduler.pause_job("notices")
    for task in list(_passes.values()):
        task.cancel()
    await asyncio.gather(*_passes.values(), return_exceptions=True)


library.before_closing.append(stop)


async def _pass(account: str, due: list[Notice]) -> None:
    """Send one notice after another; an account that does not answer, or has gone, is left for the
    next look, so that nobody else's notice is risked on it."""
    for notice in due:
        bot = nonebot.get_bots().get(account)
        if bot is None:
            return
        try:
            outcome = await _deliver(cast(Bot, bot), notice)
        except Exception as error:  # noqa: BLE001 - the other people must get theirs
            logger.opt(exception=error).error("a notice was not delivered")
            continue
        if outcome is Outcome.UNKNOWN:
            return
        if outcome is not None:
            await asyncio.sleep(_SPACING)


async def _deliver(bot: Bot, notice: Notice) -> Outcome | None:
    async def send(text: str) -> Sent:
        try:
            return await sending.send(bot, None, notice.person, Reply(text))
        except Exception as error:  # noqa: BLE001 - whatever it was, the message may have arrived
            return Outcome.UNKNOWN, type(error).__name__, ""

    return await notices.deliver(
        library.database(),
        library.vault().keyring,
        notice,
        datetime.now(UTC),
        library.settings.timezone,
        send,
    )
