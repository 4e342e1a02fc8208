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
from plugins._chat.standings import reader_of
from plugins.daily import texts
from study.clock import study_day
from study.delivery.schedule import moment_of
from study.services import daily
from study.services.daily import EmptyLibrary, ForMembers
from study.services.subscribing import Outcome, due_now, push_once
from study.storage.subscriptions import Subscription

_LOOK_EVERY = 15
_SPACING = 1.2
"""Seconds between two pushes of one account."""


_passes: dict[str, asyncio.Task[None]] = {}
"""The pass that is under way for each account."""


@scheduler.scheduled_job("interval", seconds=_LOOK_EVERY, id="daily_push")
async def look() -> None:
    """Start a pass for every account that is online and has pushes due; one at a time each."""
    timezone = library.settings.timezone
    due: dict[str, list[tuple[Subscription, date]]] = {}
    for subscription, day in await due_now(library.database(), datetime.now(UTC), timezone):
        due.setdefault(subscription.account, []).append((subscription, day))
    for account, pushes in due.items():
        bot = nonebot.get_bots().get(account)
        if bot is not None and account not in _passes:
            _passes[account] = asyncio.create_task(_pass(cast(Bot, bot), pushes))
            _passes[account].add_done_callback(lambda _, account=account: _passes.pop(account))


@nonebot.get_driver().on_bot_connect
async def look_at_once() -> None:
    """What was missed while an account was away is caught up when it comes back."""
    scheduler.modify_job("daily_push", next_run_time=datetime.now(UTC))


async def stop() -> None:
    """End the passes; a push that was on its way stays “sending” and is never repeated."""
    scheduler.pause_job("daily_push")
    for task in list(_passes.values()):
        task.cancel()
    await asyncio.gather(*_passes.values(), return_exceptions=True)


library.before_closing.append(stop)


async def _pass(bot: Bot, pushes: list[tuple[Subscription, date]]) -> None:
    """Push to one chat after another; an account that does not answer is left for the next look,
    so that nobody else's push is risked on it."""
    for subscription, day in pushes:
        try:
            outcome = await push_once(
                library.database(),
                subscription.chat,
                day,
                datetime.now(UTC),
                lambda one=subscription, day=day: _send(bot, one, day),
            )
        except Exception as error:  # noqa: BLE001 - the other chats must get theirs
            logger.opt(exception=error).error("a daily push failed")
            continue
        if outcome is None:
            continue
        logger.info(f"daily push to a {subscription.chat.partition(':')[0]}: {outcome}")
        if outcome is Outcome.UNKNOWN:
            return
        await asyncio.sleep(_SPACING)


async def _send(bot: Bot, subscription: Subscription, day: date) -> tuple[Outcome, str, str]:
    kind, _, target = subscription.chat.partition(":")
    group, person = (target, "") if kind == "group" else (None, target)
    timezone = library.settings.timezone
    moment = moment_of(subscription.time, day, timezone)
    reader = await reader_of(subscription.chat, "", moment)
    try:
        passage = await daily.excerpt_of_the_day(library.database(), reader, moment, timezone)
    except EmptyLibrary:
        return Outcome.FAILED, "empty library", ""
    except ForMembers:
        return Outcome.FAILED, "chosen while a membership ran", ""
    reply = Reply(texts.today(passage, study_day(moment, timezone)))
    try:
        return await sending.send(bot, group, person, reply)
    except Exception as error:  # noqa: BLE001 - whatever it was, the message may have arrived
        return Outcome.UNKNOWN, type(error).__name__, ""
