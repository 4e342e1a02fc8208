"""The quizzes that run in this process, one in each chat."""

import asyncio
import time
from datetime import timedelta
from functools import partial

import nonebot
from nonebot.adapters.onebot.v11 import Bot
from nonebot.log import logger

from plugins._chat import answers, library
from plugins._chat.answers import Said
from plugins.quiz import question_texts, texts, world
from plugins.quiz.play import Play, Words
from study.quiz.posed import Posed
from study.quiz.scope import Scope
from study.quiz.session import Ending, Plan, Session
from study.services import playing
from study.services.playing import Interrupted
from study.storage.database import Database

MOST = 200
"""Quizzes that run at once."""
GOES_ON = timedelta(minutes=10)
"""After a restart a quiz goes on when no more time has passed since its last question."""

_plays: dict[str, Play] = {}
_reserved: set[str] = set()
"""Chats whose quiz is about to begin."""
_tasks: set[asyncio.Task[None]] = set()


class Busy(Exception):
    """A quiz runs in this chat already."""


class TooMany(Exception):
    """As many quizzes run as this process bears."""


class NothingToAsk(Exception):
    """There is no question for what was asked for."""


def running(chat: str) -> Play | None:
    """The quiz of a chat, None when none runs."""
    return _plays.get(chat)


async def start(database: Database, account: str, person: str, plan: Plan, scope: Scope) -> None:
    """Begin a quiz; its first question comes by itself. Raises Busy, TooMany, NothingToAsk."""
    if plan.chat in _plays or plan.chat in _reserved:
        raise Busy
    if len(_plays) + len(_reserved) >= MOST:
        raise TooMany
    _reserved.add(plan.chat)
    try:
        around = world.world_of(database, account, person, plan, scope)
        session = Session(plan)
        first = await around.draw(session)
        if first is None:
            raise NothingToAsk
        quiz = await playing.begin(database, account, person, plan, scope, around.present())
        _run(Play(quiz, session, around), first, lambda room: "")
    finally:
        _reserved.discard(plan.chat)


def _run(play: Play, first: Posed | None, opening: Words) -> None:
    chat = play.session.plan.chat
    _plays[chat] = play
    task = asyncio.create_task(play.run(first, opening))
    _tasks.add(task)

    def over(task: asyncio.Task[None]) -> None:
        _tasks.discard(task)
        if _plays.get(chat) is play:
            del _plays[chat]
        if not task.cancelled() and (error := task.exception()):
            logger.opt(exception=error).error("a quiz could not be ended in order")

    task.add_done_callback(over)


def take(said: Said) -> bool:
    """Have the quiz of a chat judge a message that its account heard."""
    play = _plays.get(said.chat)
    if play is None or play.quiz.account != said.account:
        return False
    return play.take(said.person, said.name, said.text, said.arrival)


@nonebot.get_driver().on_bot_connect
async def go_on(bot: Bot) -> None:
    """Go on with what a restart came into, or close it with an apology."""
    database = library.database()
    running = {*_plays, *_reserved}
    for one in await playing.interrupted(database, bot.self_id, running):
        if one.quiz.plan.chat not in {*_plays, *_reserved}:
            _go_on(database, one)


def _go_on(database: Database, one: Interrupted) -> None:
    quiz, plan = one.quiz, one.quiz.plan
    around = world.world_of(database, quiz.account, quiz.person, plan, quiz.scope)
    session, apology = Session(plan, one.progress), ""
    if around.present() - one.last > GOES_ON:
        session.end(Ending.INTERRUPTED, time.monotonic())
    else:
        apology = texts.resumed(one.open is not None, dict(one.progress.scores), one.names)
    opening = partial(question_texts.void, one.open, apology) if one.open else lambda _: apology
    _run(Play(quiz, session, around, one.names), None, opening)


async def stop() -> None:
    """End the tasks; what they leave open is closed at the next start."""
    for task in list(_tasks):
        task.cancel()
    await asyncio.gather(*_tasks, return_exceptions=True)


answers.register(take)
library.before_closing.append(stop)
