"""How long a person has been on QQ and in the groups of the bot, as far as the implementation says.

OneBot v11 has `join_time` of a group's member. How old an account is NapCat and LLBot say in
`get_stranger_info`: `reg_time`; besides the days of login in a row and the level, which are too low
rather than too high.
"""

import asyncio
import time
from collections.abc import Awaitable
from datetime import datetime, timedelta
from typing import Any

from nonebot.adapters.onebot.v11 import ActionFailed, Bot
from nonebot.adapters.onebot.v11.exception import NetworkError
from nonebot.exception import ApiNotAvailable

from study.reports.age import Age

_SECONDS = 5
_MOST_GROUPS = 30
_LIST_KEPT = 600.0
_FIRST_LEVEL = timedelta(days=5)
"""Active days that the first level takes."""

_groups: dict[str, tuple[float, list[int]]] = {}
"""The groups of each account of ours, and when it told them (seconds of the steady clock)."""


async def age_of(bot: Bot, person: str, least: timedelta, now: datetime) -> Age:
    """What is known of a person within five seconds, as far as it matters to who wants to know
    whether it is `least`."""
    account, in_group = await asyncio.gather(
        _in_time(_account(bot, person, least, now)), _in_time(_in_group(bot, person, least, now))
    )
    return Age(account, in_group)


async def _in_time(asked: Awaitable[timedelta | None]) -> timedelta | None:
    try:
        return await asyncio.wait_for(asked, _SECONDS)
    except (TimeoutError, ActionFailed, NetworkError, ApiNotAvailable):
        return None


async def _account(bot: Bot, person: str, least: timedelta, now: datetime) -> timedelta | None:
    said = await bot.call_api("get_stranger_info", user_id=int(person))
    info: dict[str, Any] = said if isinstance(said, dict) else {}
    registered = _since(info.get("reg_time"), now)
    level = _number(info.get("qqLevel")) or _number(info.get("level"))
    lowest = max(timedelta(days=_number(info.get("login_days"))), _FIRST_LEVEL * bool(level))
    return registered if registered is not None or lowest < least else lowest


async def _in_group(bot: Bot, person: str, least: timedelta, now: datetime) -> timedelta | None:
    groups = await _groups_of(bot)
    asked = [_in_one(bot, group, person, now) for group in groups[:_MOST_GROUPS]]
    found = await asyncio.gather(*asked)
    longest = max((one for one in found if one is not None), default=timedelta())
    is_complete = len(groups) <= _MOST_GROUPS and None not in found
    return longest if is_complete or longest >= least else None


async def _in_one(bot: Bot, group: int, person: str, now: datetime) -> timedelta | None:
    """How long he has been in a group: nothing where he is not, None where it is not said."""
    try:
        said = await bot.call_api("get_group_member_info", group_id=group, user_id=int(person))
    except ActionFailed:
        return timedelta()
    return _since(said.get("join_time") if isinstance(said, dict) else None, now)


async def _groups_of(bot: Bot) -> list[int]:
    at, known = _groups.get(bot.self_id, (0.0, []))
    if known and time.monotonic() - at < _LIST_KEPT:
        return known
    said = await bot.call_api("get_group_list")
    rows = said if isinstance(said, list) else []
    groups = [_number(one.get("group_id")) for one in rows if isinstance(one, dict)]
    _groups[bot.self_id] = time.monotonic(), groups
    return groups


def _since(moment: Any, now: datetime) -> timedelta | None:
    seconds = _number(moment)
    return now - datetime.fromtimestamp(seconds, now.tzinfo) if seconds else None


def _number(value: Any) -> int:
    """A number that is given as one or as a text; 0 for everything else."""
    return int(value) if isinstance(value, int) or str(value).isdecimal() else 0
