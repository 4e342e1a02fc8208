"""Quizzes over a real WebSocket: the order of arrival, and what a killed process leaves."""

import asyncio
import re
import sqlite3
from pathlib import Path

import pytest

from study.storage.database import open_database
from study.terminal.onebot import Implementation, Speaker, segments_of, text_of
from study.terminal.process import connect
from tests.e2e.bots import FRIEND, MEMBER, Bot, ask
from tests.quiz.posing import posed, stored

GROUP = 20000


@pytest.fixture
async def quiz_bot(new_bot: Bot) -> Bot:
    """A bot whose library has six questions, the same but for their numbers."""
    new_bot.environment["STUDY_LOAD_SAMPLES"] = "false"
    database = await open_database(new_bot.database)
    await stored(database, *(posed(number=number) for number in range(6)))
    await database.close()
    return new_bot


async def hears(connection: Implementation, seconds: float = 8) -> str:
    """What the bot says next by itself."""
    call = await connection.next_call(seconds)
    assert call, "the bot was silent"
    return text_of(segments_of(call))


def letters(question: str) -> tuple[str, str]:
    """The right letter and a wrong one."""
    right = question.rpartition(". 钉钉子精神")[0][-1]
    return right, "B" if right == "A" else "A"


async def test_the_first_right_answer_of_a_crowd_wins(quiz_bot: Bot) -> None:
    async with quiz_bot.talk() as connection:
        assert "🎯 1题" in await ask(connection, MEMBER, "/学习 测验 1 M0001")
        right, wrong = letters(await hears(connection))
        people = list(range(40_000, 40_120))
        for place, person in enumerate(people):
            said = "这题难" if place % 3 == 1 else wrong if place < 90 else right
            await connection.say(Speaker(person, GROUP), said)
        told = await hears(connection)
        assert told.startswith(f"✅ {people[90]} 抢到，")
        assert told.endswith(f"🏁 测验结束\n1. {people[90]} 1分")
        assert "没答对：40000、40002、40003、40005、40006 等60人" in told
        assert await ask(connection, Speaker(1, GROUP), right) == ""
    rows = attempts(quiz_bot.database)
    expected = [str(person) for place, person in enumerate(people[:90]) if place % 3 != 1]
    assert rows == [*((person, 0, 0) for person in expected), (str(people[90]), 1, 1)]


async def test_points_survive_kill_9_and_the_quiz_goes_on(quiz_bot: Bot) -> None:
    connection = await connect(quiz_bot.start())
    await ask(connection, MEMBER, "/学习 测验 3 M0001")
    right, _ = letters(await hears(connection))
    await connection.say(MEMBER, right)
    second = await hears(connection)
    assert second.startswith("✅ 30001 抢到")
    await asyncio.sleep(1.6)
    await connection.say(Speaker(30002, GROUP), letters(second)[1])
    assert quiz_bot.running
    quiz_bot.running.process.kill()
    quiz_bot.running.process.wait()
    await connection.__aexit__()
    async with quiz_bot.talk() as again:
        told = await hears(again)
        assert re.match(
            r"我刚才断线了，抱歉，刚才那题作废，分数都在，接着来。\n1. 30001 1分\n"
            r"刚才那题的答案：[A-D]\. 钉钉子精神\n(.+\n)+\n第2/3题",
            told,
        )
        await again.say(MEMBER, letters(told)[0])
        assert "第3/3题" in await hears(again)
        assert (await ask(again, MEMBER, "/学习 停")).endswith("🏁 停了\n1. 30001 2分")
    assert attempts(quiz_bot.database) == [("30001", 1, 1)] * 2


async def test_ending_the_process_leaves_a_quiz_that_can_go_on(quiz_bot: Bot) -> None:
    async with quiz_bot.talk() as connection:
        await ask(connection, MEMBER, "/学习 测验 2")
        await hears(connection)
    async with quiz_bot.talk() as again:
        assert "接着来。\n刚才那题的答案：" in await hears(again)
        # The same account comes again while the quiz runs.
        await again.__aexit__()
        assert quiz_bot.running
        async with Implementation(quiz_bot.running.url, quiz_bot.running.token) as third:
            assert await ask(third, MEMBER, "/学习 测验") == (
                "本群正在答题，发 A–D 作答；停止请发 /学习 停"
            )
            assert "🏁 停了" in await ask(third, MEMBER, "/学习 停")


async def test_alone_and_in_a_group_at_the_same_time(quiz_bot: Bot) -> None:
    async with quiz_bot.talk() as connection:
        await ask(connection, FRIEND, "/学习 测验 1")
        await ask(connection, MEMBER, "/学习 测验 1")
        by_chat: dict[bool, str] = {}
        while len(by_chat) < 2:
            call = await connection.next_call(8)
            assert call
            by_chat["group_id" in call.params] = text_of(segments_of(call))
        await connection.say(FRIEND, letters(by_chat[False])[0])
        assert (await hears(connection)).startswith("✅ 答对了")
        await connection.say(MEMBER, letters(by_chat[True])[0])
        assert (await hears(connection)).startswith("✅ 30001 抢到")


async def test_what_people_answer_is_not_logged(quiz_bot: Bot) -> None:
    async with quiz_bot.talk() as connection:
        await ask(connection, MEMBER, "/学习 测验 1")
        await hears(connection)
        await connection.say(MEMBER, "绣花功夫")
        await connection.say(MEMBER, "这题我有个秘密")
        assert "🏁" in await ask(connection, MEMBER, "/学习 停")
    for word in ("绣花", "秘密", "30001"):
        assert word not in quiz_bot.log


def attempts(database: Path) -> list[tuple[str, int, int]]:
    """Who answered in the order of arrival, whether rightly, and the points."""
    connection = sqlite3.connect(database)
    rows = connection.execute("select person, is_right, credit from attempt order by id").fetchall()
    connection.close()
    return rows
