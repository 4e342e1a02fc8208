"""What a running quiz needs of the world: a voice, clocks, and where its questions come from."""

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from random import SystemRandom
from zoneinfo import ZoneInfo

import nonebot
from nonebot.adapters.onebot.v11 import Bot
from nonebot.log import logger

from plugins._chat import library, sending
from plugins._chat.call import Reply
from plugins._chat.standings import reader_of
from plugins.quiz import texts
from study.clock import study_day
from study.quiz.attempt import Occasion
from study.quiz.posed import Posed
from study.quiz.round import Round
from study.quiz.scope import Scope
from study.quiz.session import Plan, Session
from study.services import drawing, reviewing
from study.services.subscribing import Outcome
from study.storage.database import Database

Draw = Callable[[Session], Awaitable[Posed | None]]
"""The next question for a session, None when there is none."""
Remark = Callable[[Round], Awaitable[str]]
"""What is added to the answer of a question ('' for nothing)."""

_random = SystemRandom()


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds between two messages, before the first question, between two acknowledgements of what
    a group names together, and after a message that did not arrive."""

    between: float
    first: float = 1.0
    claims: float = 4.0
    unsent: float = 5.0


@dataclass(frozen=True, slots=True)
class World:
    """A library, a way to speak in the chat (whether the message arrived) and how fast, the
    present, a steady clock in seconds, and where questions and remarks come from."""

    database: Database
    timezone: ZoneInfo
    say: Callable[[str], Awaitable[bool]]
    pace: Pace
    present: Callable[[], datetime]
    steady: Callable[[], float]
    draw: Draw
    remark: Remark


def world_of(database: Database, account: str, person: str, plan: Plan, scope: Scope) -> World:
    """The world of a quiz that a person begins in a chat where an account plays."""
    return World(
        database=database,
        timezone=library.settings.timezone,
        say=partial(say, account, plan.chat),
        pace=pace(plan),
        present=present,
        steady=time.monotonic,
        draw=_drawer(database, person, plan, scope),
        remark=_remarks(database, plan.occasion),
    )


async def say(account: str, chat: str, text: str) -> bool:
    """Speak in a chat by the account as it is connected now; whether the message arrived."""
    bot = nonebot.get_bots().get(account)
    if not isinstance(bot, Bot):
        return False
    kind, _, target = chat.partition(":")
    group, person = (target, "") if kind == "group" else (None, target)
    try:
        outcome, _, _ = await sending.send(bot, group, person, Reply(text))
    except Exception as error:  # noqa: BLE001 - whatever it was, the message may have arrived
        logger.warning(f"a message of a quiz is unknown: {type(error).__name__}")
        return False
    return outcome is Outcome.SENT


def pace(plan: Plan) -> Pace:
    """How fast the bot speaks: a group reads the answer while it hears the next question."""
    return Pace(between=1.0) if plan.is_alone else Pace(between=3.0)


def present() -> datetime:
    """The present; the only clock of quizzes."""
    return datetime.now(UTC)


def _drawer(database: Database, person: str, plan: Plan, scope: Scope) -> Draw:
    """How the questions of a quiz are found: within its scope, or what a person is to review or has
    missed. What is open to the person is asked anew each time: a membership may end meanwhile."""

    async def draw(session: Session) -> Posed | None:
        now, timezone, occasion = present(), library.settings.timezone, plan.occasion
        reader = await reader_of(plan.chat, person, now)
        if occasion in (Occasion.RACE, Occasion.OPEN):
            return await drawing.draw(
                database, reader, scope, session.played, occasion, now, _random
            )
        find = reviewing.next_due if occasion is Occasion.REVIEW else reviewing.next_missed
        done = [one.number for one in session.drawn]
        return await find(database, reader, person, now, timezone, _random, done)

    return draw


def _remarks(database: Database, occasion: Occasion) -> Remark:
    """What is said of an answer in a review: how it was rated, and when it comes again."""

    async def remark(done: Round) -> str:
        if occasion is not Occasion.REVIEW or not done.attempts:
            return ""
        timezone = library.settings.timezone
        [attempt] = done.attempts
        day = await reviewing.next_time(database, attempt.person, attempt.question, timezone)
        today = study_day(present(), timezone)
        return texts.graded(done.asked.posed.question, attempt, day, today) if day else ""

    return remark
