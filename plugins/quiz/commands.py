"""/学习 测验, 停, 复习, 错题."""

from plugins._chat.call import Call, Refusal, Reply, Role
from plugins._chat.table import Command, register
from plugins._chat.texts import members_only
from plugins.quiz import plays, scope_texts, texts
from plugins.quiz.wanted import MOST, asks_how, wanted
from study.quiz.attempt import Occasion
from study.quiz.scope import Scope
from study.quiz.session import Plan
from study.services.closed import MembersOnly
from study.services.reviewing import due_count
from study.services.scoping import NotThere, newest_readable, scope_of

SECONDS, SECONDS_ALONE = 30, 120
"""For a question of a quiz, and of a review."""


async def quiz(call: Call) -> Reply:
    """Begin a quiz in this chat."""
    if asks_how(call.rest):
        return Reply(scope_texts.HOW_TO_ASK)
    asked = wanted(call.rest)
    if asked.rounds < 1:
        raise Refusal(scope_texts.TOO_FEW)
    _refuse_while_running(call)
    try:
        scope = await scope_of(call.database, call.reader, asked.request)
    except NotThere as error:
        raise Refusal(scope_texts.not_there(error)) from None
    except MembersOnly as closed:
        raise Refusal(members_only(closed.year)) from None
    occasion = Occasion.RACE if asked.is_race and call.group else Occasion.OPEN
    plan = Plan(call.chat, occasion, min(asked.rounds, MOST), SECONDS)
    try:
        await _start(call, plan, scope)
    except plays.NothingToAsk:
        newest = await newest_readable(call.database, call.reader)
        raise Refusal(scope_texts.nothing_within(scope, newest)) from None
    return Reply(scope_texts.started(plan, scope, is_cut=asked.rounds > MOST))


async def review(call: Call) -> Reply:
    """Ask what is due for a person."""
    due = await due_count(call.database, call.reader, call.person, call.now, call.timezone)
    rounds = max(1, min(due.today, MOST))
    return await _alone(call, Occasion.REVIEW, rounds, texts.NOTHING_DUE)


async def replay(call: Call) -> Reply:
    """Ask again what a person missed."""
    return await _alone(call, Occasion.REPLAY, MOST, texts.NOTHING_MISSED)


async def _alone(call: Call, occasion: Occasion, rounds: int, nothing: str) -> Reply:
    if call.group:
        raise Refusal(texts.PRIVATE_ONLY)
    plan = Plan(call.chat, occasion, rounds, SECONDS_ALONE)
    try:
        await _start(call, plan, Scope())
    except plays.NothingToAsk:
        raise Refusal(nothing) from None
    return Reply(scope_texts.started(plan, Scope(), is_cut=False))


async def _start(call: Call, plan: Plan, scope: Scope) -> None:
    """Begin a quiz. Raises NothingToAsk."""
    try:
        await plays.start(call.database, call.account, call.person, plan, scope)
    except plays.Busy:
        _refuse_while_running(call)
        raise Refusal(texts.BEGINNING) from None
    except plays.TooMany:
        raise Refusal(texts.TOO_MANY) from None


def _refuse_while_running(call: Call) -> None:
    if play := plays.running(call.chat):
        raise Refusal(texts.running(play.session.plan, play.how_to_answer()))


async def stop(call: Call) -> Reply:
    """End the quiz that runs in this chat."""
    play = plays.running(call.chat)
    if play is None or play.is_parting:
        raise Refusal(texts.NOTHING_RUNS)
    if call.role < Role.GROUP_ADMIN and call.person != play.quiz.person:
        raise Refusal(texts.NOT_YOURS)
    return Reply(await play.stop())


register(
    Command(
        "学习",
        "测验",
        quiz,
        "/学习 测验 [题数] [词或资料号] [不抢答]",
        "来几道题",
        ("测试", "答题", "出题", "考试"),
        takes_rest=True,
        place=30,
    )
)
register(
    Command("学习", "停", stop, "/学习 停", "停止测验", ("停止", "结束"), place=31, urgent=True)
)
register(Command("学习", "复习", review, "/学习 复习", "到期该复习的题（私聊）", place=32))
register(Command("学习", "错题", replay, "/学习 错题", "重做没答对的题（私聊）", place=33))
