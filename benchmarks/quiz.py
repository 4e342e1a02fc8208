"""A group of 500 that answers within a second: nobody lost, in order, one winner."""

import asyncio
import json
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks import library
from benchmarks.processes import cpu_seconds, environment
from benchmarks.report import Bar, Row, checked, single
from study.terminal.onebot import Implementation, Speaker, segments_of, text_of
from study.terminal.process import connect, end_bot, start_bot

_GROUP = 20000
_STARTER = Speaker(30001, _GROUP)
_CROWD = 500
_RACES = 5
_FIRST_RIGHT = 400
"""Before this place in the crowd everybody is wrong."""
_READING = 3.2
"""Seconds after which the bot may speak again at once: its pace is not what is measured."""
_SILENCE = 60
_TALK = ("这题我会", "哈哈哈", "A股大涨", "等等，我看看", "1. 先读题干")
_SEED = 11


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of a question that a crowd answered.

    `sending` are the seconds that sending took, `told` the ms from when the first right answer was
    sent to when the bot told it, `cpu` the ms of the bot. `winner` is whom the bot named, `first`
    whom it should have; `stored` who was stored in which order, `expected` who should be.
    """

    sending: float
    told: float
    cpu: float
    winner: str
    first: str
    stored: list[str]
    expected: list[str]


def measure() -> list[Row]:
    """All rows of this part."""
    with library.with_samples() as data:
        _only_choices(data / "study.db")
        races, open_one = asyncio.run(_play(data))
    named = sum(one.winner == one.first for one in races)
    ordered = sum(one.stored == one.expected for one in races)
    return [
        single(
            f"抢答，{_CROWD} 人一起答（夹着闲聊）：发完用秒", [one.sending for one in races], Bar(1)
        ),
        single("　最先答对到公布：毫秒", [one.told for one in races], Bar(1000)),
        single("　机器人 CPU：毫秒", [one.cpu for one in races]),
        checked("　赢的是最先答对的那一个", f"{named}/{_RACES} 题", named == _RACES),
        checked("　在他之前的都记下了，先后不乱", f"{ordered}/{_RACES} 题", ordered == _RACES),
        single(f"不抢答，{_CROWD} 人一起答（夹着闲聊）：发完用秒", [open_one.sending], Bar(1)),
        checked(
            "　一个不丢，先后不乱",
            f"{len(open_one.stored)}/{len(open_one.expected)} 人",
            open_one.stored == open_one.expected,
        ),
    ]


async def _play(data: Path) -> tuple[list[Answered], Answered]:
    """Races, and a question to which everybody may answer."""
    said = environment(data)
    del said["ONEBOT_ACCESS_TOKEN"]  # It has one of its own.
    bot = start_bot(data / "quiz.log", said)
    try:
        connection = await connect(bot)
        crowd = _Crowd(connection, data / "study.db", bot.process.pid, Random(_SEED))
        await crowd.begin(f"/学习 测验 {_RACES}")
        races = [await crowd.answers() for _ in range(_RACES)]
        await crowd.begin("/学习 测验 1 不抢答")
        open_one = await crowd.answers()
        await connection.__aexit__()
        return races, open_one
    finally:
        end_bot(bot)


@dataclass(frozen=True, slots=True)
class _Crowd:
    """Five hundred people in a group; `process` is that of the bot, whose database they look at."""

    connection: Implementation
    database: Path
    process: int
    dice: Random

    async def begin(self, command: str) -> None:
        """Begin a quiz and hear its first question."""
        await self.connection.say(_STARTER, command)
        await self._hear()
        await self._hear()

    async def answers(self) -> Answered:
        """Let everybody answer, the first right one at his place, with talk between."""
        await asyncio.sleep(_READING)
        asked, right, wrong, is_race = self._open_question()
        people = [str(person) for person in range(100_000, 100_000 + _CROWD)]
        self.dice.shuffle(people)
        cpu, start, first = cpu_seconds(self.process), time.perf_counter(), 0.0
        for place, person in enumerate(people):
            first = time.perf_counter() if place == _FIRST_RIGHT else first
            await self._say(person, wrong if place < _FIRST_RIGHT else right)
            if place % 2:
                await self._say(f"9{person}", self.dice.choice(_TALK))
        sending = time.perf_counter() - start
        told = await self._hear()
        return Answered(
            sending=sending,
            told=(time.perf_counter() - first) * 1000,
            cpu=(cpu_seconds(self.process) - cpu) * 1000,
            winner=told.split(" 抢到")[0].removeprefix("✅ "),
            first=people[_FIRST_RIGHT],
            stored=self._stored(asked),
            expected=people[: _FIRST_RIGHT + 1] if is_race else people,
        )

    async def _say(self, person: str, text: str) -> None:
        await self.connection.say(Speaker(int(person), _GROUP), text)

    async def _hear(self) -> str:
        call = await self.connection.next_call(_SILENCE)
        if call is None:
            raise RuntimeError("机器人没有出声")
        return text_of(segments_of(call))

    def _open_question(self) -> tuple[int, str, str, bool]:
        """The number under which it was put, the letters of a right and a wrong option, and
        whether it is a race."""
        with closing(sqlite3.connect(self.database)) as connection:
            [(asked, shown, occasion)] = connection.execute(
                "select a.id, a.choices, q.occasion from asked a join quiz q on q.id = a.quiz_id"
                " where a.outcome = 'open'"
            ).fetchall()
            right = {row[0] for row in connection.execute("select id from choice where is_right")}
        letters = dict(zip(json.loads(shown), "ABCD", strict=True))
        return (
            asked,
            next(letter for number, letter in letters.items() if number in right),
            next(letter for number, letter in letters.items() if number not in right),
            occasion == "race",
        )

    def _stored(self, asked: int) -> list[str]:
        with closing(sqlite3.connect(self.database)) as connection:
            sql = "select person from attempt where asked_id = ? order by id"
            return [row[0] for row in connection.execute(sql, (asked,))]


def _only_choices(database: Path) -> None:
    """Leave only questions with four options: what is right is a letter."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("update question set state = 'retired' where kind <> 'choice'")
