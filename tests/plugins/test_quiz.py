"""A quiz in a group, from its start to the points."""

import asyncio
import time
from dataclasses import replace

import nonebot
import pytest

from study.questions.question import Kind
from study.storage.database import Database
from study.storage.quizzes import scores
from tests.dialogue import ADMIN, Chat
from tests.playing import QUOTE, SOURCE, STOP, Play, letter
from tests.quiz.posing import ITEMS, WORDS, posed, stored


async def test_a_race_from_the_start_to_the_points(
    chat: Chat, play: Play, database: Database
) -> None:
    await stored(database, posed())
    assert await chat.says("/学习 测验 1 M0001") == (
        "🎯 1题 · M0001 · 抢答，每题2秒（题长的多几秒、合力题60秒），"
        "先答对的得分，答错的这题不能再答。\n" + STOP
    )
    question = await play.hears()
    first, source, stem, *options, how = question.split("\n")
    assert first == "第1/1题 · 单选（2秒）"
    assert source == "出自《在全市作风建设推进会上的讲话》（2026年9月18日）"
    assert stem == "作风建设永远在路上，必须以____抓下去。"
    assert sorted(option[3:] for option in options) == sorted(
        ["钉钉子精神", "绣花功夫", "斗争精神", "实干作风"]
    )
    assert how == "发 A–D 作答"
    wrong = letter(question, "绣花功夫")
    for talk in ("这题我会", "A股大涨"):
        await chat.passes_over(talk, person=5)
    await chat.passes_over(wrong, person=1)
    await chat.passes_over(letter(question), person=1)
    await chat.passes_over("钉钉子精神", person=2)
    await chat.passes_over(letter(question), person=3)
    result, missed, *rest = (await play.hears()).split("\n")
    assert result.startswith("✅ 2 抢到，")
    assert missed == "没答对：1"
    assert "\n".join(rest) == (
        f"答案：{letter(question)}. 钉钉子精神\n{QUOTE}\n{SOURCE}\n题有误：/报错 Q1\n\n"
        "🏁 测验结束\n1. 2 1分"
    )
    assert await scores(database, 1) == {"1": 0, "2": 1}


async def test_when_nobody_races_all_who_are_right_score(
    chat: Chat, play: Play, database: Database
) -> None:
    await stored(database, posed(Kind.TRUTH, ("对", "错"), right=(1,)))
    assert await chat.says("/学习 测验 不抢答 3题") == (
        "🎯 3题 · 不抢答，每题2秒（题长的多几秒），时间内答对都得分，以第一次答的为准。\n" + STOP
    )
    assert (await play.hears()).endswith("必须以____抓下去。\n发 对 或 错")
    for person in (1, 2, 3):
        await chat.passes_over("错" if person != 2 else "√", person=person)
    told = await play.hears()
    assert told.startswith("✅ 2人答对：1、3\n没答对：2\n答案：错")
    assert told.endswith("🏁 这个范围的题出完了\n1. 1 1分\n1. 3 1分")


async def test_a_quiz_that_nobody_plays_ends_after_two_questions(
    chat: Chat, play: Play, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plugins.quiz import commands

    monkeypatch.setattr(commands, "SECONDS", 0)
    await stored(database, *(posed(number=number) for number in range(5)))
    await chat.says("/学习 测验")
    assert (await play.hears()).startswith("第1/5题")
    told = await play.hears()
    assert told.startswith("⌛ 没有人作答\n答案：")
    assert "第2/5题" in told
    assert "🏁 连着两题没人作答，先到这里\n这次没有人得分\n没人答对的：Q" in await play.hears()


async def test_a_group_names_an_enumeration_together(
    chat: Chat, play: Play, database: Database
) -> None:
    await stored(database, posed(Kind.TOGETHER, ITEMS))
    await chat.says("/学习 测验 1")
    question = await play.hears()
    assert question.startswith("第1/1题 · 合力题（60秒）")
    assert question.endswith("共4项，大家一起说，一条消息说一项，先说出一项得1分")
    await chat.passes_over("道路自信、理论自信", person=1)
    await chat.passes_over("大家加油", person=4)
    assert await play.hears() == "✅ 1 +1，还差3项"
    await chat.passes_over("道路、理论", person=2)
    await chat.passes_over("文化", person=2)
    await chat.passes_over("制度自信", person=3)
    told = await play.hears()
    assert told.startswith(
        "🤝 说出 4/4 项：1 1、2 2、3 1\n答案：道路自信、理论自信、制度自信、文化自信\n"
    )
    assert told.endswith("🏁 测验结束\n1. 2 2分\n2. 1 1分\n2. 3 1分")


async def test_nothing_is_named_together_where_nobody_races(
    chat: Chat, play: Play, database: Database
) -> None:
    await stored(database, posed(Kind.TOGETHER, ITEMS), posed(number=2))
    for _ in range(5):
        question = await play.hears_to(chat, "/学习 测验 M0001 1 不抢答")
        assert "单选" in question
        assert "🏁 停了" in await chat.says("/学习 停")


async def test_of_what_nobody_has_named_nothing_is_counted(
    chat: Chat, play: Play, database: Database
) -> None:
    await stored(database, posed(Kind.TOGETHER, ITEMS))
    await play.hears_to(chat, "/学习 测验 1")
    told = await chat.says("/学习 停")
    assert told.startswith("答案：道路自信、理论自信、制度自信、文化自信\n")
    assert "🤝" not in told


async def test_a_blank_is_filled_in_words_with_a_hint_at_half_time(
    chat: Chat, play: Play, database: Database
) -> None:
    await stored(database, posed(Kind.TYPED, ("钉钉子精神",)))
    await chat.says("/学习 测验 1")
    assert (await play.hears()).endswith("发答案作答；拿不准就写“答 ……”")
    await chat.passes_over("绣花功夫", person=1)
    await chat.passes_over("答：绣花功夫", person=2)
    assert await play.hears() == "💡 提示：5个字，第一个是“钉”"
    await chat.passes_over("钉钉子精神", person=2)
    await chat.passes_over("釘釘子精神！", person=1)
    told = await play.hears()
    assert told.startswith("✅ 1 抢到，")
    assert "没答对：2\n答案：钉钉子精神\n" in told


async def test_one_quiz_at_a_time_and_who_may_stop_it(
    chat: Chat, play: Play, database: Database
) -> None:
    await stored(database, posed(), posed(number=2))
    assert "现在没有在答题" in await chat.says("/学习 停")
    await chat.says("/学习 测验", person=1)
    await play.hears()
    assert await chat.says("/学习 测验 10", person=2) == (
        "本群正在答题，发 A–D 作答；停止请发 /学习 停"
    )
    assert "只有发起的人和群管理员能停" in await chat.says("/学习 停", person=2)
    told = await chat.says("/学习 停", person=3, role="admin")
    assert told.startswith("答案：")
    assert told.endswith("\n\n🏁 停了")
    assert play.said.empty()
    await chat.says("/学习 测验", person=1)
    await play.hears()
    assert "🏁 停了" in await chat.says("/学习 停", person=1)


async def test_several_chats_play_at_once_and_do_not_hear_each_other(
    chat: Chat, play: Play, database: Database
) -> None:
    await stored(database, posed())
    questions: dict[int, str] = {}
    for group in (20000, 20001):
        chat.group = group
        await chat.says("/学习 测验 1")
        questions[group] = await play.hears()
    chat.group = 20001
    await chat.passes_over(letter(questions[20001]), person=7)
    where, told = await asyncio.wait_for(play.said.get(), 5)
    assert where == "group:20001"
    assert told.startswith("✅ 7 抢到")


async def test_what_comes_right_behind_a_question_was_meant_for_the_one_before(
    chat: Chat, play: Play, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    from study.quiz import session

    monkeypatch.setattr(session, "GRACE", 0.3)
    await stored(database, posed(), posed(number=2))
    await chat.says("/学习 测验 2")
    first = await play.hears()
    await chat.passes_over(letter(first), person=1)
    second = await play.hears()
    await chat.passes_over(letter(second, WORDS[1]), person=2)  # had meant the first one
    await chat.passes_over(WORDS[2], person=3)  # words say which one they mean
    await asyncio.sleep(0.4)
    await chat.passes_over(letter(second), person=2)
    told = await play.hears()
    assert told.startswith("✅ 2 抢到，")
    assert "没答对：3\n" in told


@pytest.mark.parametrize(
    ("kind", "how"),
    [(Kind.SEVERAL, "对的可能不止一个，把对的字母写在一起发"), (Kind.ORDER, "把4个字母按先后顺序写在一起发")],
)  # fmt: skip
async def test_how_to_answer_tells_no_letters_that_could_be_the_answer(
    chat: Chat, play: Play, database: Database, kind: Kind, how: str
) -> None:
    await stored(database, posed(kind, right=(0, 3)))
    assert (await play.hears_to(chat, "/学习 测验 1")).endswith(f"\n{how}")
    assert how in await chat.says("/学习 测验")


async def test_two_people_of_one_name_are_told_apart(
    chat: Chat, play: Play, database: Database
) -> None:
    from plugins.quiz import plays

    await stored(database, posed())
    await play.hears_to(chat, "/学习 测验 1 不抢答")
    running = plays.running("group:20000")
    assert running
    for person in ("10001234", "10005678"):
        assert running.take(person, "小明", "钉钉子精神", time.monotonic())
    told = await play.hears()
    assert told.startswith("✅ 2人答对：小明（1234）、小明（5678）\n")
    assert told.endswith("1. 小明（1234） 1分\n1. 小明（5678） 1分")
    assert "🥇 小明（1234）　1分\n🥇 小明（5678）　1分" in await chat.says("/学习 排行")


async def test_a_question_that_is_deleted_while_it_is_open_counts_for_nothing(
    chat: Chat, play: Play, database: Database
) -> None:
    await stored(database, posed())
    question = await play.hears_to(chat, "/学习 测验 1")
    assert "删除了" in await chat.says("/题 删除 Q1", person=ADMIN)
    await chat.passes_over(letter(question), person=2)
    told = await play.hears()
    assert "\n这题刚被停用，不计分\n" in told
    assert told.endswith("🏁 测验结束\n这次没有人得分")


async def test_a_long_question_has_more_time(chat: Chat, play: Play, database: Database) -> None:
    one = posed()
    await stored(database, replace(one, question=replace(one.question, stem="题" * 175)))
    # 175 characters, and 18 of the options.
    assert (await play.hears_to(chat, "/学习 测验 1")).startswith("第1/1题 · 单选（9秒）")


async def test_answers_are_taken_at_the_door_and_never_shed(
    chat: Chat, play: Play, database: Database
) -> None:

    from plugins._chat.adapter import Adapter
    from plugins._chat.limits import IN_FLIGHT

    await stored(database, posed())
    await chat.says("/学习 测验 1")
    question = await play.hears()
    adapter = nonebot.get_adapter(Adapter)
    before, adapter.tasks = adapter.tasks, set(range(IN_FLIGHT))  # type: ignore[arg-type]
    try:
        await chat.passes_over(letter(question), person=2)
    finally:
        adapter.tasks = before
    assert (await play.hears()).startswith("✅ 2 抢到")


async def test_every_message_fits_into_a_group(chat: Chat, play: Play, database: Database) -> None:
    long = tuple("长" * 80 + str(number) for number in range(4))
    one = posed(texts=long)
    question = replace(one.question, quote="前" * 300 + long[0] + "后" * 300, stem="题" * 200)
    other = replace(question, number=13)
    await stored(database, *(replace(one, question=each) for each in (question, other)))
    await chat.says("/学习 测验 2 M0001")
    first = await play.hears()
    await chat.passes_over(letter(first, long[0]), person=1)
    second = await play.hears()
    assert len(first) <= 900
    assert len(second) <= 900
    assert "第2/2题" in second
