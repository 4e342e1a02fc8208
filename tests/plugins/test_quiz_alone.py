"""Quizzes, reviews and missed questions, as a person alone with the bot sees them."""

import asyncio
from datetime import timedelta

import pytest

from study.questions.question import Kind
from study.storage.database import Database
from tests.dialogue import Chat
from tests.playing import Play, letter
from tests.quiz.posing import WORDS, posed, stored


async def test_alone_every_message_answers_and_one_answer_is_enough(
    chat: Chat, play: Play, database: Database
) -> None:
    chat.group = None
    await stored(database, posed(Kind.TYPED, ("钉钉子精神",)))
    assert "1题 · 测验，每题2秒（题长的多几秒），一题答一次。" in await chat.says("/学习 测验 1")
    assert (await play.hears()).endswith("发答案作答")
    await chat.passes_over("绣花功夫")
    await chat.passes_over("等等")  # too late
    told = await play.hears()
    assert told.startswith("❌ 没答对\n答案：钉钉子精神\n")
    assert told.endswith("🏁 测验结束\n答对 0/1\n没答对的：Q1\n重做没答对的：/学习 错题")
    assert "🎯 最多20题 · 错题，每题120秒" in await chat.says("/学习 错题")
    assert (await play.hears()).startswith("第1题 · 填空（120秒）")
    await chat.passes_over("钉钉子精神")
    assert "🏁 错题都做过一遍了\n答对 1/1" in await play.hears()
    assert await chat.says("/学习 错题") == "没有错题。想练新题：/学习 测验"


@pytest.mark.parametrize("word", ["跳过", "不会", "我不知道。", "下一题"])
@pytest.mark.parametrize("kind", [Kind.CHOICE, Kind.TYPED])
async def test_who_is_alone_may_give_a_question_up_and_sees_the_answer(
    chat: Chat, play: Play, database: Database, word: str, kind: Kind
) -> None:
    chat.group = None
    await stored(database, posed(kind, WORDS if kind is Kind.CHOICE else WORDS[:1]))
    await play.hears_to(chat, "/学习 测验 1")
    await chat.passes_over(word)
    told = await play.hears()
    assert told.startswith("⏭ 跳过，算没答对\n答案：")
    assert told.endswith("答对 0/1\n没答对的：Q1\n重做没答对的：/学习 错题")
    assert "第1题" in await play.hears_to(chat, "/学习 错题")


@pytest.mark.parametrize("word", ["停", "结束", "退出", "不玩了"])
async def test_who_is_alone_stops_with_a_bare_word(
    chat: Chat, play: Play, database: Database, word: str
) -> None:
    from plugins.quiz import plays

    chat.group = None
    await stored(database, posed())
    await play.hears_to(chat, "/学习 测验 1")
    await chat.passes_over(word)
    told = await play.hears()
    assert told.startswith("答案：")
    assert told.endswith("\n\n🏁 停了")
    await asyncio.sleep(0.05)
    assert plays.running("person:30001") is None


@pytest.mark.parametrize(
    ("kind", "how"),
    [(Kind.CHOICE, "发 A–D 作答"), (Kind.TRUTH, "发 对 或 错"), (Kind.TYPED, "发答案作答"),
     (Kind.ORDER, "把4个字母按先后顺序写在一起发")],
)  # fmt: skip
async def test_what_is_no_answer_gets_one_line_for_each_question(
    chat: Chat, play: Play, database: Database, kind: Kind, how: str
) -> None:
    chat.group = None
    texts = {Kind.TRUTH: ("对", "错"), Kind.TYPED: WORDS[:1]}.get(kind, WORDS)
    await stored(database, posed(kind, texts))
    await play.hears_to(chat, "/学习 测验 1")
    await chat.passes_over("？？")
    assert await play.hears() == f"{how}；不会就发 跳过；不做了发 /学习 停"
    await chat.passes_over("！！")
    await chat.passes_over("跳过")
    assert (await play.hears()).startswith("⏭ 跳过")


async def test_what_was_not_answered_is_no_mistake(
    chat: Chat, play: Play, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plugins.quiz import commands

    chat.group = None
    monkeypatch.setattr(commands, "SECONDS", 0)
    await stored(database, *(posed(number=number) for number in range(3)))
    await play.hears_to(chat, "/学习 测验")
    assert (await play.hears()).startswith("⌛ 你没有作答\n答案：")
    told = await play.hears()
    assert "🏁 连着两题没有作答，先到这里\n答对 0/2\n没有作答的：Q" in told
    assert "错题" not in told
    assert "没答对" not in told


async def test_a_review_asks_what_is_due_and_says_when_it_comes_again(
    chat: Chat, play: Play, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plugins.quiz import world

    chat.group = None
    assert "现在没有要复习的题" in await chat.says("/学习 复习")
    await stored(database, posed())
    await chat.says("/学习 测验 1")
    await chat.passes_over(letter(await play.hears()))
    await play.hears()
    later = world.present() + timedelta(days=40)
    chat.now = later
    monkeypatch.setattr(world, "present", lambda: later)
    assert "🎯 1题 · 复习，每题120秒" in await chat.says("/学习 复习")
    await chat.passes_over(letter(await play.hears()))
    told = await play.hears()
    assert told.startswith("✅ 答对了\n")
    assert "很快答对 → 下次：" in told
    assert "🏁 这一轮复习完了" in told


async def test_reviews_are_for_private_chat(chat: Chat) -> None:
    for command in ("/学习 复习", "/学习 错题"):
        assert await chat.says(command) == (
            "复习和错题在私聊里做：请私聊我发 /学习 复习 或 /学习 错题"
        )
