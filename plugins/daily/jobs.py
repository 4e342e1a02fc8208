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


@nonebot.get_driver().on_bot_connect
@scheduler.scheduled_job("interval", seconds=_LOOK_EVERY, id="daily_push", max_instances=1)
async def push_what_is_due() -> None:
    """Push today's excerpt to every chat whose time has come and whose account is online.

    Also when an account comes back: what was missed meanwhile is caught up at once.
    """
    now = datetime.now(UTC)
    for subscription, day in await due_now(library.database(), now, library.settings.timezone):
        bot = nonebot.get_bots().get(subscription.account)
        if bot is not None and await _push(cast(Bot, bot), subscription, day, now):
            await asyncio.sleep(_SPACING)


async def _push(bot: Bot, subscription: Subscription, day: date, now: datetime) -> bool:
    """Push to one chat; whether anything was sent."""
    kind, _, target = subscription.chat.partition(":")
    group, person = (target, "") if kind == "group" else (None, target)

    async def send() -> tuple[Outcome, str, str]:
        timezone = library.settings.timezone
        reader = Reader(subscription.chat, everything=False)
        try:
            passage = await daily.excerpt_of_the_day(library.database(), reader, now, timezone)
        except EmptyLibrary:
            return Outcome.FAILED, "empty library", ""
        text = texts.today(passage, study_day(now, timezone))
        return await sending.send(bot, group, person, Reply(text))

    outcome = await push_once(library.database(), subscription.chat, day, now, send)
    if outcome is not None:
        logger.info(f"daily push to a {kind}: {outcome}")
    return outcome is not None
