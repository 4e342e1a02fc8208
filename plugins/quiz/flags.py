"""/报错 for members, /题 for admins."""

import re

from plugins._chat.call import Call, Refusal, Reply, Role
from plugins._chat.table import Command, register
from plugins.quiz import flag_texts as texts
from study.services import flagging
from study.services.flagging import (
    Deleted,
    EnoughFlags,
    Judgement,
    NotAsked,
    StillOpen,
    UnknownQuestion,
)

_NUMBER = re.compile(r"(?:题号?|[\sQqＱｑ第#＃:：])*(\d{1,9})(?!\d)\s*题?")
_LONGEST_REASON = 100


async def flag(call: Call) -> Reply:
    """Say that a question is wrong: Q12 and why."""
    match = _NUMBER.match(call.rest)
    if match is None:
        raise Refusal(texts.HOW_TO_FLAG)
    reason = " ".join(call.rest[match.end() :].split()).strip("，,：: ")[:_LONGEST_REASON]
    try:
        receipt = await flagging.flag(
            call.database, call.chat, call.person, int(match[1]), reason, call.now, call.timezone
        )
    except NotAsked:
        raise Refusal(texts.NOT_ASKED) from None
    except StillOpen:
        raise Refusal(texts.STILL_OPEN) from None
    except Deleted:
        raise Refusal(texts.DELETED) from None
    except EnoughFlags:
        raise Refusal(texts.ENOUGH_FLAGS) from None
    return Reply(texts.flagged(receipt))


async def waiting(call: Call) -> Reply:
    """The questions that wait for a judgement; members' ones too, so not where others read."""
    if call.group is not None:
        raise Refusal(texts.WAITING_IN_PRIVATE)
    found = await flagging.waiting(call.database)
    return Reply(texts.waiting(found) if found else texts.NOTHING_WAITS)


async def restore(call: Call) -> Reply:
    """Bring a question back into play."""
    return await _judge(call, Judgement.RESTORE)


async def delete(call: Call) -> Reply:
    """Take a question out for good."""
    return await _judge(call, Judgement.DELETE)


async def _judge(call: Call, judgement: Judgement) -> Reply:
    match = _NUMBER.fullmatch(call.rest)
    if match is None:
        raise Refusal(texts.HOW_TO_JUDGE)
    number = int(match[1])
    try:
        await flagging.judge(call.database, number, judgement, call.person, call.now)
    except UnknownQuestion:
        raise Refusal(texts.unknown_question(number)) from None
    return Reply(texts.judged(number, judgement))


register(
    Command(
        "报错",
        "",
        flag,
        "/报错 Q12 [理由]",
        f"这道题有误（{texts.WHERE_THE_NUMBER_IS}）",
        accepts=lambda word: True,
    )
)
for word, handler, usage, summary in (
    ("待审", waiting, "/题 待审", "成员报错的题"),
    ("恢复", restore, "/题 恢复 Q12", "恢复使用，清掉报错记录"),
    ("删除", delete, "/题 删除 Q12", "不再出，也不计分"),
):
    register(Command("题", word, handler, usage, summary, role=Role.ADMIN, takes_rest=True))
