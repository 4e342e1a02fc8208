"""A quiz from its beginning to its end, as far as it is kept.

What is told to a chat is stored before: a crash between the two loses no point and gives none
twice. A question that was open at a crash is void; what was stored of it stays.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from study.clock import stamp
from study.members.entitlement import EVERYTHING
from study.quiz.attempt import Attempt
from study.quiz.posed import Posed
from study.quiz.scope import Scope
from study.quiz.session import Ending, Outcome, Plan, Progress
from study.services.attempting import record_within
from study.storage import flags, questions, quizzes
from study.storage.database import Database
from study.storage.quizzes import Quiz


@dataclass(frozen=True, slots=True)
class Interrupted:
    """A play that a restart came into, with how far it had come and when something last happened.

    `open` is the question that was open, as it was put; `names` is how its players are called.
    """

    quiz: Quiz
    progress: Progress
    open: Posed | None
    last: datetime
    names: Mapping[str, str]


async def begin(
    database: Database, account: str, person: str, plan: Plan, scope: Scope, now: datetime
) -> Quiz:
    """Begin a play in a chat. One that was left there by a process that ended is ended first."""
    at = stamp(now)
    async with database.transaction() as transaction:
        await quizzes.end_in(transaction, plan.chat, Ending.INTERRUPTED, at)
        number = await quizzes.insert(transaction, account, person, plan, scope, at)
    return Quiz(number, account, person, plan, scope, now)


async def ask(database: Database, quiz: Quiz, posed: Posed, now: datetime) -> int:
    """Put a question; return the number under which it is put."""
    shown = [option.number for option in posed.options]
    async with database.transaction() as transaction:
        return await quizzes.ask(
            transaction, quiz.number, quiz.plan.chat, posed.question.number, shown, stamp(now)
        )


async def keep(
    database: Database,
    quiz: Quiz,
    answers: Sequence[Attempt],
    names: Mapping[str, str],
    timezone: ZoneInfo,
    settled: tuple[int, Outcome] | None = None,
) -> None:
    """Store answers and how people are called, and with it what became of the question (the number
    under which it was put) when it is `settled`."""
    async with database.transaction() as transaction:
        await quizzes.call(transaction, quiz.plan.chat, names)
        await record_within(transaction, answers, timezone)
        if settled:
            await quizzes.settle(transaction, *settled)


async def is_in_play(database: Database, question: int) -> bool:
    """Whether a question counts still: it is neither suspended nor deleted."""
    return await flags.state(database, question) not in ("suspended", "deleted")


async def end(database: Database, quiz: Quiz, why: Ending, now: datetime) -> dict[str, int]:
    """End a play; return the points of everybody who answered."""
    async with database.transaction() as transaction:
        await quizzes.void_open(transaction, quiz.number)
        await quizzes.end(transaction, quiz.number, why, stamp(now))
    return await quizzes.scores(database, quiz.number)


async def interrupted(
    database: Database, account: str, running: Collection[str]
) -> list[Interrupted]:
    """The plays of an account that are not ended and do not run in one of the chats `running`;
    what was open in them is closed for nothing."""
    left = await quizzes.unfinished(database, account)
    return [await _interrupted(database, one) for one in left if one.plan.chat not in running]


async def _interrupted(database: Database, quiz: Quiz) -> Interrupted:
    async with database.transaction() as transaction:
        left = await quizzes.void_open(transaction, quiz.number)
    put = await quizzes.put_in(database, quiz.number)
    scores = await quizzes.scores(database, quiz.number)
    found = [await questions.find(database, one.question, window=EVERYTHING) for one in put]
    counted = [one for one in put if one.outcome != Outcome.VOID]
    progress = Progress(
        drawn=tuple(one for one in found if one),
        counted=len(counted),
        missed=tuple(one.question for one in counted if not one.is_right),
        unanswered=tuple(one.question for one in counted if one.outcome == Outcome.UNANSWERED),
        scores=tuple(scores.items()),
    )
    names = await quizzes.names(database, quiz.plan.chat, scores)
    posed = await _posed(database, *left) if left else None
    return Interrupted(quiz, progress, posed, put[-1].at if put else quiz.since, names)


async def _posed(database: Database, number: int, shown: Sequence[int]) -> Posed | None:
    """A question as it was put, with the choices that were shown."""
    question = await questions.find(database, number, window=EVERYTHING)
    if question is None:
        return None
    by_number = {choice.number: choice for choice in question.choices}
    return Posed(question, tuple(by_number[one] for one in shown if one in by_number))
