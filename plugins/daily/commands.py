"""/学习 今日, 昨日, a date, 更多, 订阅, 退订."""

import re

from plugins._chat.call import Call, Refusal, Reply, Role
from plugins._chat.table import Command, register
from plugins._chat.texts import excerpts_only, members_only
from plugins.daily import texts
from plugins.daily.days import names_day, parse_day
from study.clock import study_day
from study.delivery.schedule import DailyTime, parse_time
from study.services import daily, subscribing
from study.services.closed import ExcerptsOnly
from study.services.daily import (
    EmptyLibrary,
    EndOfMaterial,
    ForMembers,
    NoLongerReadable,
)

_WORKING_DAYS = re.compile("工作日|上班日")
_EVERY_DAY = re.compile("每[天日]")


async def today(call: Call) -> Reply:
    """The excerpt of the day."""
    try:
        passage = await daily.excerpt_of_the_day(
            call.database, call.reader, call.now, call.timezone
        )
    except EmptyLibrary:
        raise Refusal(texts.EMPTY) from None
    except ForMembers:
        raise Refusal(members_only("")) from None
    return Reply(texts.today(passage, study_day(call.now, call.timezone)))


async def earlier(call: Call) -> Reply:
    """The excerpt that was shown on the day that the first word names."""
    current = study_day(call.now, call.timezone)
    day = parse_day(call.words[0], current)
    if day is None:
        raise Refusal(texts.NO_SUCH_DAY)
    if day == current:
        return await today(call)
    if day > current:
        raise Refusal(texts.NOT_YET)
    try:
        passage = await daily.excerpt_of(call.database, call.reader, day)
    except ForMembers:
        raise Refusal(members_only("")) from None
    if passage is None:
        raise Refusal(texts.none_shown(day, current))
    return Reply(texts.earlier(passage, day))


async def more(call: Call) -> Reply:
    """The next passage of today's material; today's excerpt first, if nobody has seen it."""
    current = study_day(call.now, call.timezone)
    try:
        if await daily.excerpt_of(call.database, call.reader, current) is None:
            return await today(call)
        further = await daily.read_on(call.database, call.reader, call.now, call.timezone)
    except EmptyLibrary:
        raise Refusal(texts.EMPTY) from None
    except EndOfMaterial as end:
        raise Refusal(texts.end_of_material(end.passage)) from None
    except ForMembers:
        raise Refusal(members_only("")) from None
    except ExcerptsOnly as only:
        raise Refusal(excerpts_only(only.material, only.paragraph)) from None
    except NoLongerReadable as gone:
        raise Refusal(texts.no_longer_readable(gone.passage)) from None
    return Reply(texts.further(further))


async def subscribe(call: Call) -> Reply:
    """Order the daily push for this chat."""
    time = _wanted_time(call.rest)
    if time is None:
        raise Refusal(texts.HOW_TO_SUBSCRIBE)
    moment = await subscribing.subscribe(
        call.database, call.chat, call.account, time, call.person, call.now, call.timezone
    )
    return Reply(texts.subscribed(time.text, time.working_days, moment))


def _wanted_time(rest: str) -> DailyTime | None:
    """The time in 07:30 工作日, in whatever order and however close, None when there is none."""
    plain = _WORKING_DAYS.sub(" ", rest)
    minute = parse_time(_EVERY_DAY.sub(" ", plain))
    return None if minute is None else DailyTime(minute, working_days=plain != rest)


async def unsubscribe(call: Call) -> Reply:
    """End the daily push to this chat."""
    if not await subscribing.unsubscribe(call.database, call.chat):
        raise Refusal(texts.NO_SUBSCRIPTION)
    return Reply(texts.UNSUBSCRIBED)


register(
    Command("学习", "今日", today, "/学习 今日", "今天的摘录", ("今天", "摘录", "每日"), place=10)
)
register(
    Command(
        "学习",
        "昨日",
        earlier,
        "/学习 昨日",
        "昨天的摘录；某一天的写 /学习 11-20",
        accepts=names_day,
        place=11,
    )
)
register(
    Command(
        "学习", "更多", more, "/学习 更多", "接着今天的摘录往下读", ("继续", "下一段"), place=12
    )
)
register(
    Command(
        "学习",
        "订阅",
        subscribe,
        "/学习 订阅 07:30 [工作日]",
        "每天定时推送摘录",
        group_role=Role.GROUP_ADMIN,
        takes_rest=True,
        place=60,
    )
)
register(
    Command(
        "学习",
        "退订",
        unsubscribe,
        "/学习 退订",
        "不再每天推送",
        ("取消订阅",),
        group_role=Role.GROUP_ADMIN,
        place=61,
    )
)
