"""Questions that members flag, and what admins make of them."""

from dataclasses import replace
from datetime import timedelta

from study.questions.question import Kind
from study.quiz.posed import Question
from study.storage.database import Database
from study.storage.quizzes import scores
from tests.dialogue import ADMIN, Chat
from tests.playing import SOURCE, Play, letter
from tests.quiz.posing import posed, stored


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
    assert await chat.says("/报错 q1", person=1) == (
        "你已经报过这道题。三个人报错就停用，管理员会来看"
    )
    assert await chat.says("/报错 Q1 选项C也对", person=1) == (
        "你已经报过这道题，新的理由也记下了。三个人报错就停用，管理员会来看"
    )
    assert "新的理由" not in await chat.says("/报错 Q1 选项B也对", person=1)
    assert "三个人报错" in await chat.says("/报错1，题干看不懂", person=2)
    assert "已停用，不计分" in await chat.says("/报错 Ｑ１", person=3)
    assert await chat.says("/报错 Q1", person=4) == (
        "记下了，谢谢。这题已经停用，不计分，等管理员来看"
    )
    assert await scores(database, 1) == {"9": 0}
    assert "M0001里没有题" in await chat.says("/学习 测验 M0001")
    assert await chat.says("/题 待审") == "这个命令只有管理员能用"
    assert await chat.says("/题 待审", person=ADMIN) == (
        "待审的题里可能有会员资料，请私聊我发 /题 待审"
    )
    chat.group = None
    assert await chat.says("/题 待审", person=ADMIN) == (
        "Q1（已停用，4人报错：选项B也对；选项C也对；题干看不懂）\n作风建设永远在路上，必须以____抓下去。\n"
        f"答案：钉钉子精神\n错的选项：绣花功夫、斗争精神、实干作风\n{SOURCE}\n/题 恢复 Q1　/题 删除 Q1"
    )
    assert "恢复使用" in await chat.says("/题 恢复 Q1", person=ADMIN)
    assert await scores(database, 1) == {"9": 1}
    assert await chat.says("/题 待审", person=ADMIN) == "没有待审的题"
    chat.group = 20000
    assert "三个人报错" in await chat.says("/报错 Q1", person=4)
    assert "删除了" in await chat.says("/题 删除 Q1", person=ADMIN)
    assert await chat.says("/报错 Q1", person=5) == "这道题已经删除了"
    assert "没有 Q99 这道题" in await chat.says("/题 删除 Q99", person=ADMIN)
    acts = await database.read("select person, action, after from audit order by id")
    assert [tuple(row) for row in acts] == [
        (str(ADMIN), "题 恢复", "Q1 live"), (str(ADMIN), "题 删除", "Q1 deleted")]  # fmt: skip


async def test_a_person_flags_five_questions_a_day(
    chat: Chat, play: Play, database: Database
) -> None:
    numbers = await stored(database, *(posed(number=number) for number in range(6)))
    for number in numbers:
        await says_it_was_asked(database, number)
    for number in numbers[:5]:
        assert "记下了" in await chat.says(f"/报错 Q{number}", person=1)
    assert "已经满5题" in await chat.says(f"/报错 Q{numbers[5]}", person=1)
    assert "记下了" in await chat.says(f"/报错 Q{numbers[0]} 再说一遍", person=1)
    chat.now += timedelta(days=1)
    assert "记下了" in await chat.says(f"/报错 Q{numbers[5]}", person=1)
    for way in ("# 316", "q 316", "316", "＃Q316", "第316题 错", "题号：316"):
        assert "没有出过这道题" in await chat.says(f"/报错 {way}"), way
    for wrong in ("/报错 题目不对", "/报错 错"):
        assert "写法：/报错 Q12" in await chat.says(wrong)
    bare = await chat.says("/报错")
    assert "/报错 Q12 [理由]" in bare
    assert "每题公布答案时写着题号 Q…" in bare


async def test_a_question_is_flagged_after_its_answer_was_told(
    chat: Chat, play: Play, database: Database
) -> None:
    await stored(database, posed())
    question = await play.hears_to(chat, "/学习 测验 1")
    assert await chat.says("/报错 Q1 没有答案") == "这道题还没公布答案，答完再报"
    await chat.passes_over(letter(question), person=2)
    await play.hears()
    assert "记下了" in await chat.says("/报错 Q1 没有答案")


async def test_admins_read_the_answer_as_players_do(
    chat: Chat, play: Play, database: Database
) -> None:
    numbers = await stored(
        database,
        replace(posed(Kind.TRUTH, ("对", "错")), question=told(Kind.TRUTH, 0)),
        replace(posed(Kind.TRUTH, ("对", "错"), (1,)), question=told(Kind.TRUTH, 1)),
        posed(Kind.ORDER, number=3),
    )
    for number in numbers:
        await says_it_was_asked(database, number)
        await chat.says(f"/报错 Q{number}")
    chat.group = None
    waiting = await chat.says("/题 待审", person=ADMIN)
    first, second, third = waiting.split("\n\n")
    assert "\n答案：对\n" in first
    assert "\n答案：错，原文是“钉钉子精神”\n" in second
    assert "\n答案：钉钉子精神→绣花功夫→斗争精神→实干作风\n" in third


def told(kind: Kind, right: int) -> Question:
    """A statement whose answer names the words of the source."""
    one = posed(kind, ("对", "错"), (right,), number=20 + right).question
    return replace(one, answer=("钉钉子精神",))


async def says_it_was_asked(database: Database, question: int) -> None:
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
