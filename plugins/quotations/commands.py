"""/学习 核对 [年份|《标题》] 句子或段落."""

import re

from plugins._chat.call import Call, Refusal, Reply
from plugins._chat.table import Command, register
from plugins.quotations import texts
from study.quotations.asked import ANYTHING, asked_for
from study.quotations.errors import TooLong, TooShort
from study.services.checking import check

_YEAR = r"((?:19|20)[0-9]{2})年?"
_ASKED = re.compile(
    rf"(?:{_YEAR}(?:\s*[-–—~～至到]\s*{_YEAR})?)?\s*(?:的?《([^《》\n]+)》)?[：:]?\s+(?=\S)"
)


async def checked(call: Call) -> Reply:
    """What is right and what is not in a quotation."""
    match = _ASKED.match(call.rest)
    asked = asked_for(*(said or "" for said in match.groups())) if match else ANYTHING
    text = call.rest[match.end() :] if match else call.rest
    if not text:
        raise Refusal(texts.HOW_TO_CHECK)
    try:
        verdict = await check(call.database, call.reader, text, asked)
    except TooShort as error:
        raise Refusal(texts.too_short(error)) from None
    except TooLong as error:
        raise Refusal(texts.too_long(error)) from None
    return Reply(texts.verdict(verdict))


register(
    Command(
        "学习",
        "核对",
        checked,
        "/学习 核对 句子或段落",
        "核对引文与原文是否一致",
        ("核查", "校对", "对照"),
        takes_rest=True,
        place=16,
    )
)
