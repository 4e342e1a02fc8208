"""/举报 and what a reporter does with his cases, in private chat."""

from datetime import timedelta

import nonebot
from nonebot.adapters.onebot.v11 import Bot

from plugins._chat import hints, library, talks
from plugins._chat.call import Call, Refusal, Reply
from plugins._chat.shortcuts import confirmation
from plugins._chat.table import Command, keep_private, register, unknown
from plugins.report import ages, own_texts, talk, texts
from study.evidence.links import suspect_traits
from study.reports.age import is_too_young
from study.reports.moves import Refused
from study.reports.number import PREFIX, Mistyped, NoNumber, read
from study.reports.state import OPEN, State
from study.reports.words import word_of
from study.services import drafting, following_cases
from study.services.case_moves import NoSuchCase
from study.services.drafting import NothingBegun, OtherDraft, Writing
from study.services.following_cases import Progress, Unexplained
from study.services.opening_cases import may_report

_WORDS = ("进度", "补充", "撤回", "申诉")
_LONGEST_WISH = 12
"""Characters of 我要举报一个卖家; a longer text tells something."""


async def report(call: Call) -> Reply:
    """Begin a report or go on with it; words behind /举报 steer it, or say who sells."""
    if word_of(call.rest) is not None:
        return Reply(await _steered(call))
    if call.rest and not _names_seller(call.rest):
        raise Refusal(texts.unknown(unknown("举报", call.words[0])))
    opening, writing = await _begun(call)
    if not call.rest:
        return Reply(f"{opening}\n{texts.step(writing)}")
    if writing.draft.suspect or writing.draft.case_number:
        return Reply(f"{texts.NOT_WRITTEN}\n{texts.step(writing)}")
    return Reply(f"{opening}\n{await talk.say(_bot(call), call, call.rest)}")


def _names_seller(words: str) -> bool:
    return PREFIX not in words.upper() and bool(suspect_traits(words, may_be_name=False))


async def _steered(call: Call) -> str:
    """Answer a word of the conversation, also where the draft was put aside."""
    came = await talk.settled(call)
    talks.begin(call.person)
    try:
        told = await talk.say(_bot(call), call, call.rest)
    except NothingBegun:
        talks.end(call.person)
        return await talk.nothing_begun(call)
    return "\n".join(filter(None, [came, told]))


async def _begun(call: Call) -> tuple[str, Writing]:
    """Begin a report, or go on with what was left half written; the first lines of the answer."""
    before = await drafting.find(call.database, call.vault, call.person)
    if before is None or before.receipt:
        await _refuse_too_many(call)
        await _refuse_too_young(call)
        opening, case_number = texts.WELCOME, ""
    else:
        opening = texts.goes_on(before, call.now, call.timezone) or texts.GOES_ON
        case_number = before.draft.case_number
    writing = await drafting.begin(call.database, call.vault, call.person, call.now, case_number)
    talks.begin(call.person)
    return "\n".join(filter(None, [opening, await talk.settled(call)])), writing


async def progress(call: Call) -> Reply:
    """How far a person's cases are."""
    if call.rest:
        number, _ = _number(call, "/举报 进度")
        return Reply(own_texts.case(await _own(call, number), call.timezone))
    found = await following_cases.progress(
        call.database, call.vault.keyring, call.person, call.now, call.timezone
    )
    return Reply(own_texts.cases(found, call.timezone) if found else own_texts.NO_CASES)


async def supplement(call: Call) -> Reply:
    """Begin to add something to a case."""
    number, words = _number(call, "/举报 补充")
    state = (await _own(call, number)).state
    if state not in OPEN:
        raise Refusal(own_texts.not_now(state, "补充"))
    try:
        writing = await drafting.begin(call.database, call.vault, call.person, call.now, number)
    except OtherDraft as error:
        raise Refusal(texts.other_draft(error.case_number)) from None
    talks.begin(call.person)
    told = await talk.say(_bot(call), call, words) if words else ""
    return Reply(told or texts.step(writing))


async def withdraw(call: Call) -> Reply:
    """Take a report back; asked once more before."""
    number, words = _number(call, "/举报 撤回")
    state = (await _own(call, number)).state
    if state not in OPEN - {State.APPEALED}:
        raise Refusal(own_texts.not_now(state, "撤回"))
    if words != own_texts.CONFIRM_WORD:
        command = f"/举报 撤回 {number} {own_texts.CONFIRM_WORD}"
        sure = own_texts.SURE_TO_WITHDRAW.format(number=number)
        return Reply(sure, shortcuts=confirmation(own_texts.CONFIRM_WORD, command))
    keyring = call.vault.keyring
    try:
        superusers = nonebot.get_driver().config.superusers
        await following_cases.withdraw(
            call.database, keyring, call.person, number, superusers, call.now
        )
    except Refused as error:  # It was decided this very moment.
        raise Refusal(own_texts.not_now(error.state, "撤回")) from None
    return Reply(own_texts.WITHDRAWN.format(number=number))


async def appeal(call: Call) -> Reply:
    """Have a decision looked at again."""
    number, reason = _number(call, "/举报 申诉")
    superusers = nonebot.get_driver().config.superusers
    try:
        await following_cases.appeal(
            call.database, call.vault.keyring, call.person, number, reason, superusers, call.now
        )
    except Unexplained:
        raise Refusal(own_texts.HOW_TO_APPEAL.format(number=number)) from None
    except NoSuchCase:
        raise Refusal(own_texts.NO_SUCH_CASE) from None
    except Refused as error:
        raise Refusal(own_texts.appeal_refused(error)) from None
    return Reply(own_texts.APPEALED.format(number=number))


async def _own(call: Call, number: str) -> Progress:
    """A case of this person; other people's look as if there were none."""
    try:
        return await following_cases.progress_of(
            call.database, call.vault.keyring, call.person, number, call.now, call.timezone
        )
    except NoSuchCase:
        raise Refusal(own_texts.NO_SUCH_CASE) from None


def _number(call: Call, command: str) -> tuple[str, str]:
    """The number of a case and the words behind it."""
    try:
        return read(call.rest)
    except NoNumber:
        raise Refusal(own_texts.HOW_TO_NAME.format(command=command)) from None
    except Mistyped:
        raise Refusal(own_texts.MISTYPED) from None


def _bot(call: Call) -> Bot:
    """The account that heard the call, as it is connected now."""
    bot = nonebot.get_bot(call.account)
    if not isinstance(bot, Bot):
        raise TypeError(f"an account of another adapter: {type(bot).__name__}")
    return bot


async def _refuse_too_many(call: Call) -> None:
    if limit := await may_report(call.database, call.person, call.now):
        raise Refusal(texts.LIMITS[limit])


async def _refuse_too_young(call: Call) -> None:
    days = library.settings.report_min_days
    age = await ages.age_of(_bot(call), call.person, timedelta(days=days), call.now)
    if is_too_young(age, timedelta(days=days)):
        raise Refusal(texts.TOO_YOUNG.format(days=days))


def _hint(text: str) -> Reply | None:
    """Who wants to report is told how."""
    is_meant = "举报" in text and len(text) <= _LONGEST_WISH
    return Reply(texts.HOW_TO_BEGIN) if is_meant else None


hints.register(_hint)
keep_private("举报", texts.PRIVATE_ONLY)
register(
    Command(
        "举报",
        "",
        report,
        "/举报",
        "举报倒卖会员资料的人，查实送一年会员（私聊）",
        bare=True,
        accepts=lambda word: not word.startswith(_WORDS),
    )
)
for word, handler, usage, summary in (
    ("进度", progress, "/举报 进度 [编号]", "看自己的举报到哪一步"),
    ("补充", supplement, "/举报 补充 编号", "给一件举报补充材料"),
    ("撤回", withdraw, "/举报 撤回 编号", "撤回一件举报"),
    ("申诉", appeal, "/举报 申诉 编号 理由", "不同意结果，7天内可申诉一次"),
):
    register(Command("举报", word, handler, usage, summary, takes_rest=True))
