"""Quizzes, as a group and a person alone see them."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from study.questions.question import Kind
from study.quiz.scope import Scope
from study.services.importing import Intake
from study.storage.database import Database
from study.storage.quizzes import scores
from tests.dialogue import ADMIN, Chat
from tests.quiz.posing import ITEMS, WORDS, posed, stored

SOURCE = "——《在全市作风建设推进会上的讲话》（2026年9月18日） · M0001 第2段"
QUOTE = "原文：作风建设永远在路上，必须以钉钉子精神抓下去，一锤接着一锤敲。"
STOP = "停止：/学习 停"


class Play:
    """What the quizzes say by themselves, in whatever chat."""

    def __init__(self) -> None:
        self.said: asyncio.Queue[tuple[str, str]] = asyncio.Queue()
        self.arrives = True
        self.goes = asyncio.Event()
        self.goes.set()

    async def say(self, account: str, chat: str, text: str) -> bool:
        self.said.put_nowait((chat, text))
        await self.goes.wait()
        return self.arrives

    async def hears(self) -> str:
        _, text = await asyncio.wait_for(self.said.get(), 5)
        return text


@pytest.fixture
async def play(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Play]:
    """Quizzes at once one behind the other, with two seconds for a question."""
    from plugins.quiz import commands, plays, world
    from study.quiz import session

    made = Play()
    pace = world.Pace(0.05, claims=0.3, unsent=0.1)
    monkeypatch.setattr(world, "say", made.say)
    monkeypatch.setattr(world, "pace", lambda plan: pace)
    monkeypatch.setattr(commands, "SECONDS", 2)
    monkeypatch.setattr(session, "GRACE", 0.0)
    yield made
    await plays.stop()


@pytest.mark.parametrize(
    ("words", "rounds", "scope", "is_race"),
    [("", 5, Scope(), True), ("10", 10, Scope(), True), ("99题", 20, Scope(), True), ("0", 1, Scope(), True),
     ("10 乡村振兴 不抢答", 10, Scope("乡村振兴"), False), ("不抢答 乡村振兴 10道题", 10, Scope("乡村振兴"), False),
     ("M0012 抢答", 5, Scope(material=12), True), ("ｍ12　８", 8, Scope(material=12), True),
     ("2024", 5, Scope(years=(2024, 2024)), True), ("2024-2020年 党建", 5, Scope("党建", years=(2020, 2024)), True),
     ("10不抢答", 10, Scope(), False), ("“四个自信”", 5, Scope("四个自信"), True), ("乡村 振兴！ ？", 5, Scope("乡村 振兴！"), True)],
)  # fmt: skip
def test_what_a_quiz_is_asked_for(words: str, rounds: int, scope: Scope, is_race: bool) -> None:
    from plugins.quiz.wanted import Wanted, wanted

    assert wanted(words) == Wanted(rounds, scope, is_race)


def letter(question: str, option: str = "钉钉子精神") -> str:
    """Under which letter an option stands in the question at the end of a message."""
    return question.rpartition(f". {option}")[0][-1]


async def test_a_race_from_the_start_to_the_points(
    chat: Chat, play: Play, database: Database
) -> None:
    await stored(database, posed())
    assert await chat.says("/学习 测验 1 M0001") == (
        "🎯 开始：1题，每题2秒，抢答，先答对的得分，答错的这题不能再答。\n" + STOP
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
    assert "不抢答，时间内答对都得分" in await chat.says("/学习 测验 不抢答 3题")
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
    assert (await play.hears()).endswith("共4项，大家一起说，先说出一项得1分")
    await chat.passes_over("道路自信、理论自信", person=1)
    await chat.passes_over("大家加油", person=4)
    assert await play.hears() == "✅ 1 +2，还差2项"
    await chat.passes_over("理论自信", person=2)
    await chat.passes_over("文化", person=2)
    await chat.passes_over("制度自信", person=3)
    told = await play.hears()
    assert told.startswith(
        "🤝 说出 4/4 项：1 2、2 1、3 1\n答案：道路自信、理论自信、制度自信、文化自信\n"
    )
    assert told.endswith("🏁 测验结束\n1. 1 2分\n2. 2 1分\n2. 3 1分")


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
        "本群正在答题，发A–D作答；停止请发 /学习 停"
    )
    assert "只有发起的人和群管理员能停" in await chat.says("/学习 停", person=2)
    told = await chat.says("/学习 停", person=3, role="admin")
    assert told.startswith("⌛ 没有人作答\n答案：")
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


async def test_alone_every_message_answers_and_one_answer_is_enough(
    chat: Chat, play: Play, database: Database
) -> None:
    chat.group = None
    await stored(database, posed(Kind.TYPED, ("钉钉子精神",)))
    assert "1题，每题2秒，一题答一次" in await chat.says("/学习 测验 1")
    assert (await play.hears()).endswith("发答案作答")
    await chat.passes_over("不知道")
    await chat.passes_over("等等")  # too late
    told = await play.hears()
    assert told.startswith("❌ 没答对\n答案：钉钉子精神\n")
    assert told.endswith("🏁 测验结束\n答对 0/1\n没答对的：Q1\n重做没答对的：/学习 错题")
    assert "最多20题，每题120秒" in await chat.says("/学习 错题")
    assert (await play.hears()).startswith("第1题 · 填空（120秒）")
    await chat.passes_over("钉钉子精神")
    assert "🏁 错题都做过一遍了\n答对 1/1" in await play.hears()
    assert "没有没答对的题" in await chat.says("/学习 错题")


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
    assert "每题120秒" in await chat.says("/学习 复习")
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


async def test_what_there_is_nothing_about_is_said(
    chat: Chat, play: Play, database: Database
) -> None:
    assert "没有能出的题" in await chat.says("/学习 测验")
    await stored(database, posed())
    assert await chat.says("/学习 测验 乡村振兴") == (
        "没有关于“乡村振兴”的题。看资料里有没有：/学习 查 乡村振兴　随便来几题：/学习 测验"
    )
    assert "没有关于“作风”、2019—2020年的题" in await chat.says("/学习 测验 2020-2019 作风")
    assert "没有关于M0099的题" in await chat.says("/学习 测验 M99")
    assert len(await chat.says("/学习 测验 " + "长" * 500)) < 100
    assert "第1/7题" in (await _asked(chat, play, "/学习 测验 钉钉子精神 7"))


async def _asked(chat: Chat, play: Play, command: str) -> str:
    await chat.says(command)
    return await play.hears()


async def test_members_questions_are_not_asked_in_a_free_group(
    chat: Chat, play: Play, database: Database
) -> None:
    await stored(database, posed(), intake=Intake("member"))
    assert "没有能出的题" in await chat.says("/学习 测验")
    chat.group = None
    assert "没有能出的题" in await chat.says("/学习 测验")
    assert "🎯 开始" in await chat.says("/学习 测验", person=ADMIN)


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
    await asyncio.sleep(0.4)
    await chat.passes_over(letter(second), person=2)
    assert (await play.hears()).startswith("✅ 2 抢到，")


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
    assert "第2/3题" in await play.hears()
    await plays.stop()  # the process ends in the middle of the second question
    await _connect()
    told = await play.hears()
    assert told.startswith(
        "我刚才断线了，抱歉，刚才那题作废，分数都在，接着来。\n1. 2 1分\n\n第2/3题 · 单选"
    )
    await plays.stop()
    later = world.present() + timedelta(minutes=11)
    monkeypatch.setattr(world, "present", lambda: later)
    await _connect()
    assert await play.hears() == "🏁 我刚才断线了，抱歉，这次先到这里\n1. 2 1分"
    await _connect()
    assert play.said.empty()


async def test_a_connection_that_comes_again_disturbs_nothing(
    chat: Chat, play: Play, database: Database
) -> None:
    await stored(database, posed())
    await chat.says("/学习 测验 1")
    question = await play.hears()
    await _connect()
    assert play.said.empty()
    await chat.passes_over(letter(question), person=2)
    assert (await play.hears()).startswith("✅ 2 抢到")


async def _connect() -> None:
    """The account connects, as after a restart."""
    import nonebot
    from nonebot.adapters.onebot.v11 import Bot

    from plugins._chat.adapter import Adapter
    from plugins.quiz import plays

    await plays.go_on(Bot(nonebot.get_adapter(Adapter), "10000"))


async def test_three_people_take_a_question_out_and_an_admin_brings_it_back(
    chat: Chat, play: Play, database: Database
) -> None:
    await stored(database, posed())
    assert "没有出过这道题" in await chat.says("/报错 Q1 错了")
    await chat.says("/学习 测验 1")
    await chat.passes_over(letter(await play.hears()), person=9)
    await play.hears()
    assert await scores(database, 1) == {"9": 1}
    assert await chat.says("/报错 Q1 选项B也对", person=1) == (
        "记下了，谢谢。三个人报错就停用，管理员会来看"
    )
    assert "三个人报错" in await chat.says("/报错 q1", person=1)
    assert "三个人报错" in await chat.says("/报错1，题干看不懂", person=2)
    assert "已停用，不计分" in await chat.says("/报错 Ｑ１", person=3)
    assert await scores(database, 1) == {"9": 0}
    assert "没有关于M0001的题" in await chat.says("/学习 测验 M0001")
    assert await chat.says("/题 待审") == "这个命令只有管理员能用"
    assert await chat.says("/题 待审", person=ADMIN) == (
        "Q1（已停用，3人报错：选项B也对；题干看不懂）\n作风建设永远在路上，必须以____抓下去。\n"
        f"答案：钉钉子精神\n错的选项：绣花功夫、斗争精神、实干作风\n{SOURCE}\n/题 恢复 Q1　/题 删除 Q1"
    )
    assert "恢复使用" in await chat.says("/题 恢复 Q1", person=ADMIN)
    assert await scores(database, 1) == {"9": 1}
    assert await chat.says("/题 待审", person=ADMIN) == "没有待审的题"
    assert "三个人报错" in await chat.says("/报错 Q1", person=4)
    assert "删除了" in await chat.says("/题 删除 Q1", person=ADMIN)
    assert "没有出过这道题" in await chat.says("/报错 Q1", person=5)
    assert "没有 Q99 这道题" in await chat.says("/题 删除 Q99", person=ADMIN)
    acts = await database.read("select person, action, after from audit order by id")
    assert [tuple(row) for row in acts] == [
        (str(ADMIN), "题 恢复", "Q1 live"), (str(ADMIN), "题 删除", "Q1 deleted")]  # fmt: skip


async def test_a_person_flags_five_questions_a_day(
    chat: Chat, play: Play, database: Database
) -> None:
    numbers = await stored(database, *(posed(number=number) for number in range(6)))
    for number in numbers:
        await database_says_it_was_asked(database, number)
    for number in numbers[:5]:
        assert "记下了" in await chat.says(f"/报错 Q{number}", person=1)
    assert "已经满5题" in await chat.says(f"/报错 Q{numbers[5]}", person=1)
    assert "记下了" in await chat.says(f"/报错 Q{numbers[0]} 再说一遍", person=1)
    chat.now += timedelta(days=1)
    assert "记下了" in await chat.says(f"/报错 Q{numbers[5]}", person=1)
    for wrong in ("/报错 题目不对", "/报错 错"):
        assert "写法：/报错 Q12" in await chat.says(wrong)
    assert "/报错 Q12 [理由]" in await chat.says("/报错")


async def database_says_it_was_asked(database: Database, question: int) -> None:
    async with database.transaction() as transaction:
        await transaction.write(
            "insert into quiz (chat, account, started_by, occasion, scope, rounds, seconds,"
            " started_at, ended_at) values ('group:20000', '1', '1', 'race', '{}', 5, 30, '', 'x')"
        )
        await transaction.write(
            "insert into asked (quiz_id, chat, question_id, choices, at)"
            " values (1, 'group:20000', ?, '[]', '')",
            (question,),
        )


async def test_answers_are_taken_at_the_door_and_never_shed(
    chat: Chat, play: Play, database: Database
) -> None:
    import nonebot

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
