"""Quizzes that something comes into: messages that do not arrive, errors, restarts."""

import asyncio
from datetime import timedelta

import pytest

from study.storage.database import Database
from study.storage.quizzes import scores
from tests.dialogue import Chat
from tests.playing import QUOTE, SOURCE, Play, connect, letter
from tests.quiz.posing import WORDS, posed, stored


async def test_what_does_not_arrive_ends_it_and_nothing_hangs(
    chat: Chat, play: Play, database: Database
) -> None:
    from plugins.quiz import plays

    await stored(database, *(posed(number=number) for number in range(5)))
    play.arrives = False
    await chat.says("/学习 测验")
    assert "第1/5题" in await play.hears()
    assert (await play.hears()).startswith("第1/5题")
    assert await play.hears() == "🏁 消息发不出去，先到这里"
    await asyncio.sleep(0.05)
    assert plays.running("group:20000") is None
    rows = await database.read("select outcome from asked")
    assert {row[0] for row in rows} == {"void"}


async def test_what_did_not_arrive_is_said_again_with_the_next_question(
    chat: Chat, play: Play, database: Database
) -> None:
    await stored(database, *(posed(number=number) for number in range(3)))
    await chat.says("/学习 测验 2")
    question = await play.hears()
    play.arrives = False
    await chat.passes_over(letter(question), person=2)
    assert (await play.hears()).startswith("✅ 2 抢到")
    play.arrives = True
    again = await play.hears()
    assert again.startswith("✅ 2 抢到")
    assert "第2/2题" in again
    await chat.passes_over(letter(again), person=2)
    assert (await play.hears()).endswith("1. 2 2分")


async def test_answers_count_while_the_bot_does_not_know_if_its_question_arrived(
    chat: Chat, play: Play, database: Database
) -> None:
    await stored(database, posed())
    play.goes.clear()
    play.arrives = False
    await chat.says("/学习 测验 1")
    question = await play.hears()
    for person in (1, 2, 3):
        await chat.passes_over(letter(question, WORDS[1] if person == 1 else WORDS[0]), person)
    play.goes.set()
    told = await play.hears()
    assert told.startswith("✅ 2 抢到，")
    assert "没答对：1\n" in told
    assert await scores(database, 1) == {"1": 0, "2": 1}


async def test_an_error_of_ours_ends_it_with_a_number(
    chat: Chat, play: Play, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    from study.services import playing

    async def broken(*arguments: object) -> int:
        raise RuntimeError("the secret detail")

    await stored(database, posed())
    monkeypatch.setattr(playing, "ask", broken)
    await chat.says("/学习 测验")
    told = await play.hears()
    assert told.startswith("出了点问题，没有办成（编号 ")
    assert told.endswith("🏁 我这边出了点问题，抱歉，先到这里")


async def test_after_a_restart_it_goes_on_or_ends_with_the_points(
    chat: Chat, play: Play, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plugins.quiz import plays, world

    await stored(database, posed(), posed(number=2), posed(number=3))
    await chat.says("/学习 测验 3")
    await chat.passes_over(letter(await play.hears()), person=2)
    before = await play.hears()
    assert "第2/3题" in before
    await plays.stop()  # the process ends in the middle of the second question
    await connect()
    told = await play.hears()
    right = letter(before)
    assert told.startswith(
        "我刚才断线了，抱歉，刚才那题作废，分数都在，接着来。\n1. 2 1分\n"
        f"刚才那题的答案：{right}. 钉钉子精神\n{QUOTE}\n{SOURCE}\n题有误：/报错 Q"
    )
    assert "\n\n第2/3题 · 单选" in told
    await plays.stop()
    later = world.present() + timedelta(minutes=11)
    monkeypatch.setattr(world, "present", lambda: later)
    await connect()
    told = await play.hears()
    assert told.startswith("刚才那题的答案：")
    assert told.endswith("\n\n🏁 我刚才断线了，抱歉，这次先到这里\n1. 2 1分")
    await connect()
    assert play.said.empty()


async def test_a_connection_that_comes_again_disturbs_nothing(
    chat: Chat, play: Play, database: Database
) -> None:
    await stored(database, posed())
    await chat.says("/学习 测验 1")
    question = await play.hears()
    await connect()
    assert play.said.empty()
    await chat.passes_over(letter(question), person=2)
    assert (await play.hears()).startswith("✅ 2 抢到")
