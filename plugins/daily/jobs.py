"""The daily push: looks every few seconds for chats whose time has come."""

import asyncio
from datetime import UTC, date, datetime
from typing import cast

import nonebot
from nonebot.adapters.onebot.v11 import Bot
from nonebot.log import logger
from nonebot_plugin_apscheduler import scheduler

from plugins._chat import library, sending
from plugins._chat.call import Reply
from plugins.daily import texts
from study.clock import study_day
from study.services import daily
from study.services.daily import EmptyLibrary, Reader
from study.services.subscribing import Outcome, due_now, push_once
from study.storage.subscriptions import Subscription

_LOOK_EVERY = 15
_SPACING = 1.2
"""Seconds between two pushes of one account."""


_pushing = asyncio.Lock()


@nonebot.get_driver().on_bot_connect
@scheduler.scheduled_job("interval", seconds=_LOOK_EVERY, id="daily_push", max_instances=1)
async def push_what_is_due() -> None:
    """Push today's excerpt to every chat whose time has come and whose account is online.

    Also when an account comes back: what was missed meanwhile is caught up at once.
    """
    if _pushing.locked():
        return
    async with _pushing:
        silent: set[str] = set()
        now, timezone = datetime.now(UTC), library.settings.timezone
        for subscription, day in await due_now(library.database(), now, timezone):
            bot = nonebot.get_bots().get(subscription.account)
            if bot is None or subscription.account in silent:
                continue
            outcome = await _push(cast(Bot, bot), subscription, day)
            if outcome is Outcome.UNKNOWN:
                # It may be deaf: nobody else's push is risked on it before the next look.
                silent.add(subscription.account)
            if outcome is not None:
                await asyncio.sleep(_SPACING)


async def _push(bot: Bot, subscription: Subscription, day: date) -> Outcome | None:
    """Push to one chat; None when there was nothing to send, or something is wrong with it."""
    now, chat = datetime.now(UTC), subscription.chat
    try:
        outcome = await push_once(library.database(), chat, day, now, lambda: _send(bot, chat, now))
    except Exception as error:  # noqa: BLE001 - the other chats must get theirs
        logger.opt(exception=error).error("a daily push failed")
        return None
    if outcome is not None:
        logger.info(f"daily push to a {chat.partition(':')[0]}: {outcome}")
    return outcome


async def _send(bot: Bot, chat: str, now: datetime) -> tuple[Outcome, str, str]:
    kind, _, target = chat.partition(":")
    group, person = (target, "") if kind == "group" else (None, target)
    timezone = library.settings.timezone
    reader = Reader(chat, everything=False)
    try:
        passage = await daily.excerpt_of_the_day(library.database(), reader, now, timezone)
    except EmptyLibrary:
        return Outcome.FAILED, "empty library", ""
    text = texts.today(passage, study_day(now, timezone))
    return await sending.send(bot, group, person, Reply(text))
