"""Rows of plays, and of the questions that were put in them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from study.quiz.attempt import Occasion
from study.quiz.scope import Scope
from study.quiz.session import Ending, Outcome, Plan
from study.storage.database import Database, Row, Transaction, single

_IN_PLAY = (
    "question_id not in (select id from question"
    " where state <> 'live' and state in ('suspended', 'deleted'))"
)
"""Attempts that count: those of suspended and deleted questions do not."""


@dataclass(frozen=True, slots=True)
class Quiz:
    """A play as it was begun by `person` on the bot account `account` at `since`."""

    number: int
    account: str
    person: str
    plan: Plan
    scope: Scope
    since: datetime


@dataclass(frozen=True, slots=True)
class Put:
    """A question that was put in a play: its number, when, what became of it, and whether anybody
    answered it rightly."""

    question: int
    at: datetime
    outcome: str
    is_right: bool


async def insert(
    transaction: Transaction, account: str, person: str, plan: Plan, scope: Scope, at: str
) -> int:
    """Begin a play in a chat where none runs; return its number."""
    rows = await transaction.read(
        "insert into quiz (chat, account, started_by, occasion, scope, rounds, seconds, started_at)"
        " values (?,?,?,?,?,?,?,?) returning id",
        (plan.chat, account, person, plan.occasion, json.dumps(asdict(scope), ensure_ascii=False),
         plan.rounds, plan.seconds, at),
    )  # fmt: skip
    return int(single(rows))


async def end(transaction: Transaction, number: int, why: Ending, at: str) -> None:
    """End a play."""
    await transaction.write(
        "update quiz set ended_at = ?, ended_why = ? where id = ? and ended_at = ''",
        (at, why, number),
    )


async def end_in(transaction: Transaction, chat: str, why: Ending, at: str) -> None:
    """End the play that runs in a chat, if one does."""
    await transaction.write(
        "update asked set outcome = ? where outcome = 'open' and quiz_id in"
        " (select id from quiz where chat = ? and ended_at = '')",
        (Outcome.VOID, chat),
    )
    await transaction.write(
        "update quiz set ended_at = ?, ended_why = ? where chat = ? and ended_at = ''",
        (at, why, chat),
    )


async def unfinished(database: Database, account: str) -> list[Quiz]:
    """The plays of a bot account that were not ended."""
    rows = await database.read(
        "select * from quiz where ended_at = '' and account = ? order by id", (account,)
    )
    return [_quiz(row) for row in rows]


async def ask(
    transaction: Transaction, quiz: int, chat: str, question: int, shown: Sequence[int], at: str
) -> int:
    """Put a question with the choices that are shown; return the number under which it is put."""
    rows = await transaction.read(
        "insert into asked (quiz_id, chat, question_id, choices, at) values (?,?,?,?,?)"
        " returning id",
        (quiz, chat, question, json.dumps(list(shown)), at),
    )
    return int(single(rows))


async def settle(transaction: Transaction, asked: int, outcome: Outcome) -> None:
    """Write down what became of a question."""
    await transaction.write("update asked set outcome = ? where id = ?", (outcome, asked))


async def void_open(transaction: Transaction, quiz: int) -> tuple[int, tuple[int, ...]] | None:
    """Close the question of a play that is still open, for nothing: its number and the choices that
    were shown; None when none is open."""
    rows = await transaction.read(
        "update asked set outcome = ? where quiz_id = ? and outcome = 'open'"
        " returning question_id, choices",
        (Outcome.VOID, quiz),
    )
    return (rows[0][0], tuple(json.loads(rows[0][1]))) if rows else None


async def put_in(database: Database, quiz: int) -> list[Put]:
    """The questions that were put in a play, in their order."""
    rows = await database.read(
        "select a.question_id, a.at, a.outcome, exists (select 1 from attempt t"
        " where t.asked_id = a.id and t.is_right = 1)"
        " from asked a where a.quiz_id = ? order by a.id",
        (quiz,),
    )
    return [Put(row[0], datetime.fromisoformat(row[1]), row[2], bool(row[3])) for row in rows]


async def scores(database: Database, quiz: int) -> dict[str, int]:
    """The points of everybody who answered in a play; questions out of play give none."""
    rows = await database.read(
        f"select person, sum(case when {_IN_PLAY} then credit else 0 end) from attempt"
        " where asked_id in (select id from asked where quiz_id = ?) group by person",
        (quiz,),
    )
    return {row[0]: row[1] for row in rows}


async def call(transaction: Transaction, chat: str, names: Mapping[str, str]) -> None:
    """Keep how people (person → name) are called in a chat."""
    await transaction.write_many(
        "insert into player (chat, person, name) values (?,?,?)"
        " on conflict (chat, person) do update set name = excluded.name",
        [(chat, person, name) for person, name in names.items()],
    )


async def names(database: Database, chat: str, people: Iterable[str]) -> dict[str, str]:
    """How those of `people` are called in a chat whose name is known."""
    rows = await database.read(
        "select person, name from player where chat = ?"
        " and person in (select value from json_each(?))",
        (chat, json.dumps(list(people))),
    )
    return {row[0]: row[1] for row in rows}


def _quiz(row: Row) -> Quiz:
    said = json.loads(row["scope"])
    materials = None if said["materials"] is None else tuple(said["materials"])
    years = tuple(said["years"]) if said["years"] else None
    plan = Plan(row["chat"], Occasion(row["occasion"]), row["rounds"], row["seconds"])
    scope = Scope(tuple(said["words"]), materials, years, tuple(said["called"]))
    since = datetime.fromisoformat(row["started_at"])
    return Quiz(row["id"], row["account"], row["started_by"], plan, scope, since)
