"""/案: what admins do with cases, in private chat."""

from nonebot import get_driver

from plugins._chat import library
from plugins._chat.call import Call, Reply, Role
from plugins._chat.table import Command, register
from plugins.cases import looking, texts
from plugins.cases.refusals import in_words
from study.reports.number import NoNumber, read
from study.services import deciding, working_cases
from study.services.case_moves import Desk

_ANOTHER, _FULLER = "另案", "报全"
"""With what an admin says that two cases are two, and that the later one was complete first."""


def desk(call: Call) -> Desk:
    """The admin of a call, and what he works with."""
    return Desk(
        call.database,
        call.vault,
        call.person,
        get_driver().config.superusers,
        call.now,
        call.timezone,
        library.settings.rewards_per_year,
    )


async def take(call: Call) -> Reply:
    """Work on a case from now on."""
    number, _ = read(call.rest)
    before = await working_cases.take(desk(call), number)
    return Reply(texts.taken(number, before), shortcuts=texts.shortcuts(number))


async def ask(call: Call) -> Reply:
    """Ask the reporter for more."""
    number, question = read(call.rest)
    await working_cases.ask(desk(call), number, question)
    return Reply(texts.asked(number))


async def note(call: Call) -> Reply:
    """Note something that no reporter sees."""
    number, words = read(call.rest)
    await working_cases.note(desk(call), number, words)
    return Reply(texts.noted(number))


async def confirm(call: Call) -> Reply:
    """Confirm a case, or the appeal in it."""
    number, words = read(call.rest)
    is_another, reason = _marked(words, _ANOTHER)
    given = await deciding.confirm(desk(call), number, reason, is_another=is_another)
    return Reply(texts.confirmed(number, given))


async def reject(call: Call) -> Reply:
    """Decide against a case, or against the appeal in it."""
    number, reason = read(call.rest)
    denied = await deciding.reject(desk(call), number, reason)
    return Reply(texts.rejected(number, denied))


async def repeat(call: Call) -> Reply:
    """Decide that a case repeats another one."""
    number, rest = read(call.rest)
    try:
        main, words = read(rest)
    except NoNumber:
        return Reply(texts.NO_MAIN)
    is_fuller, reason = _marked(words, _FULLER)
    await deciding.repeat(desk(call), number, main, reason, is_fuller=is_fuller)
    return Reply(texts.repeated(number, main))


def _marked(words: str, mark: str) -> tuple[bool, str]:
    """Whether words begin with a mark, and what is said behind it."""
    if not words.startswith(mark):
        return False, words
    return True, words.removeprefix(mark).lstrip(" 　，,：:")


async def overturn(call: Call) -> Reply:
    """Take a confirmation back."""
    number, reason = read(call.rest)
    was_rewarded = await deciding.overturn(desk(call), number, reason)
    return Reply(texts.overturned(number, was_rewarded=was_rewarded))


async def listed(call: Call) -> Reply:
    """The list of cases."""
    return await looking.listed(call, desk(call))


async def view(call: Call) -> Reply:
    """Everything about a case."""
    return await looking.view(call, desk(call))


async def evidence(call: Call) -> Reply:
    """The evidence of a case."""
    return await looking.evidence(call, desk(call))


for word, handler, usage, summary in (
    ("列表", listed, "/案 列表 [页]", "举报案件，未结的在前，等得最久的在前"),
    ("看", view, "/案 看 JB-7K3Q9", "一件举报的全部内容"),
    ("证据", evidence, "/案 证据 JB-7K3Q9 [第几件]", "把证据发来看"),
    ("领取", take, "/案 领取 JB-7K3Q9", "由你来办；也可以接手别人的"),
    ("补充", ask, "/案 补充 JB-7K3Q9 问题", "请举报人补充"),
    ("记", note, "/案 记 JB-7K3Q9 备注", "内部备注，举报人看不到"),
    ("成立", confirm, "/案 成立 JB-7K3Q9 理由", "判成立并发奖励；理由会给举报人看"),
    ("不成立", reject, "/案 不成立 JB-7K3Q9 理由", "判不成立；理由会给举报人看"),
    ("重复", repeat, "/案 重复 JB-7K3Q9 JB-主案 [理由]", "和另一件是同一件事"),
    ("撤销", overturn, "/案 撤销 JB-7K3Q9 理由", "撤销已成立的，收回奖励"),
):
    register(
        Command(
            "案", word, in_words(word, handler), usage, summary, role=Role.ADMIN, takes_rest=True
        )
    )
