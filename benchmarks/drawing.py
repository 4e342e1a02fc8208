"""Choosing the next question where 100,000 are stored."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from time import perf_counter

from benchmarks import corpus_library
from benchmarks.report import Bar, Row, percentile, single
from study.clock import stamp
from study.members.entitlement import NOTHING
from study.questions.question import Choice, Kind
from study.quiz.attempt import Occasion
from study.quiz.choosing import Played
from study.quiz.scope import Scope
from study.services.drawing import draw
from study.services.reader import Reader
from study.storage import questions
from study.storage.database import Database, open_database
from study.storage.database import Row as StoredRow

_QUESTIONS = 100_000
_ASKED = 2_000
_ROUNDS = 300
_CHAT = "group:20000"
_SCOPES = {
    "随便出": Scope(),
    "一个词": Scope(words=("四个意识",)),
    "很常见的词": Scope(words=("发展",)),
    "一份资料": Scope(materials=(40,)),
    "一年": Scope(years=(2015, 2015)),
}
_NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def measure() -> list[Row]:
    """Times of choosing, in milliseconds."""
    if not corpus_library.is_there():
        return corpus_library.absent("选题")
    with corpus_library.with_corpus() as data:
        return asyncio.run(_measure(data / corpus_library.DATABASE))


async def _measure(path: Path) -> list[Row]:
    database = await open_database(path)
    try:
        await _fill(database, Random(1))
        return [await _row(database, name, scope) for name, scope in _SCOPES.items()]
    finally:
        await database.close()


async def _row(database: Database, name: str, scope: Scope) -> Row:
    random, reader = Random(2), Reader(_CHAT, NOTHING)
    times: list[float] = []
    for _ in range(_ROUNDS):
        start = perf_counter()
        posed = await draw(database, reader, scope, Played(), Occasion.RACE, _NOW, random)
        times.append((perf_counter() - start) * 1000)
        if posed is None and scope.is_open:
            raise RuntimeError("nothing to choose from")
    return single(f"选下一题（{name}），{_QUESTIONS:,} 题在库，p99 毫秒",
                  [percentile(times, 0.99)], Bar(20))  # fmt: skip


async def _fill(database: Database, random: Random) -> None:
    """Questions cut out of the paragraphs of the library, their wrong choices out of others."""
    rows = await database.read(
        "select material_id, number, text from paragraph where length(text) > 40 and level = 0"
    )
    async with database.transaction() as transaction:
        for number in range(_QUESTIONS):
            await questions.put(transaction, _question(number, rows, random))
        shown = random.sample(range(1, _QUESTIONS), _ASKED)
        await transaction.write(
            "insert into quiz values (1, ?, '1', '1', 'race', '{}', 5, 30, '', '-', '')", (_CHAT,)
        )
        await transaction.write_many(
            "insert into asked (quiz_id, chat, question_id, choices, at) values (1, ?, ?, '', ?)",
            [(_CHAT, one, stamp(_NOW)) for one in shown],
        )


def _question(number: int, rows: list[StoredRow], random: Random) -> questions.New:
    material, paragraph, text = random.choice(rows)
    at = random.randrange(4, len(text) - 20)
    answer = text[at : at + 6]
    choices = [Choice(answer, True)]
    for _ in range(3):
        other = random.choice(rows)["text"]
        start = random.randrange(0, len(other) - 8)
        choices.append(Choice(other[start : start + 6], False))
    stem = text[max(0, at - 40) : at] + "____" + text[at + 6 : at + 40]
    return questions.New(
        random.choice([Kind.CHOICE, Kind.CHOICE, Kind.TYPED, Kind.TOGETHER]), stem,
        tuple(choices), (answer,), text, answer, random.random(), (), str(number),
        random.random(), material, paragraph,
    )  # fmt: skip


if __name__ == "__main__":
    from benchmarks import report

    raise SystemExit(0 if report.show(measure()) else 1)
