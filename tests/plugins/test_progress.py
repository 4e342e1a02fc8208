"""Progress and boards, as members see them."""

import base64
from datetime import timedelta

import pytest

from plugins._chat.call import Call, Role
from study.members.entitlement import NOTHING
from study.quiz.attempt import Occasion
from study.services import picturing
from study.storage.database import Database
from study.storage.vault import Vault
from tests.dialogue import Chat
from tests.library import MONDAY
from tests.studying import ANNA, BEN, SHANGHAI, Student, a_bank, a_question

MINE = """\
📈 我的学习
连续2天，共3天
本周 答1题，对1题（100%）
累计 答7题，对5题（71%）
今天到期2题：/学习 复习
往后到期：周二 1，周三 1
分类（最近500题）：题库 71%（5/7）
不是会员，开通：/学习 会员"""
"""On Monday: two questions of last week are due, one of yesterday and one of today come later."""


@pytest.fixture(autouse=True)
def without_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picturing, "can_draw", lambda: False)


async def named(database: Database, person: str, name: str) -> None:
    async with database.transaction() as transaction:
        await transaction.write(
            "insert into player (chat, person, name) values ('group:20000', ?, ?)", (person, name)
        )


async def test_mine_says_everything_in_private(chat: Chat, database: Database) -> None:
    bank = await a_bank(database)
    first, second, third, last = [await a_question(database, bank, stem) for stem in "甲乙丙丁"]
    anna = Student(database)
    for question, right, days in (
        (first, False, 5), (first, False, 5), (first, True, 5), (second, True, 5),
        (second, True, 5), (third, True, 1), (last, True, 0),
    ):  # fmt: skip
        await anna.answers(question, right, MONDAY - timedelta(days=days))
    chat.group = None
    assert await chat.says("/学习 我的") == MINE


async def test_with_the_extra_a_picture_stands_beside_a_short_text(
    chat: Chat, database: Database, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plugins._chat import sending
    from plugins.progress import commands

    monkeypatch.setattr(picturing, "can_draw", lambda: True)
    monkeypatch.setattr(picturing, "draw", lambda card: str(card["figures"][1]).encode())
    number = await a_question(database, await a_bank(database), "甲")
    await Student(database).answers(number)
    call = Call(ANNA, None, "10000", Role.MEMBER, "", chat.now, SHANGHAI, database, vault, NOTHING)
    reply = await commands.mine(call)
    assert reply.text == (
        "📈 我的学习\n连续1天，累计 答1题，对1题（100%）\n今天没有到期的复习\n不是会员，开通：/学习 会员"
    )
    assert reply.pictures == ("{'name': '累计作答', 'value': '1'}".encode(),)
    text, picture = sending._messages(reply)
    assert text.extract_plain_text() == reply.text
    assert picture[0].type == "image"
    assert base64.b64decode(picture[0].data["file"].removeprefix("base64://")) == reply.pictures[0]


async def test_what_cannot_be_drawn_is_said(
    chat: Chat, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> bytes:
        raise RuntimeError("no font")

    monkeypatch.setattr(picturing, "can_draw", lambda: True)
    monkeypatch.setattr(picturing, "draw", fail)
    await Student(database).answers(await a_question(database, await a_bank(database), "甲"))
    chat.group = None
    assert "本周 答1题" in await chat.says("/学习 我的")


async def test_mine_says_two_lines_in_a_group(chat: Chat, database: Database) -> None:
    number = await a_question(database, await a_bank(database), "甲")
    await Student(database).answers(number)
    await Student(database).answers(number, False)
    assert await chat.says("/学习 我的") == (
        "📈 连续1天，本周答2题，累计答2题\n正确率和复习请私聊我：/学习 我的、/学习 复习"
    )


async def test_who_has_answered_nothing_is_told_how_to_begin(chat: Chat) -> None:
    assert (await chat.says("/学习 我的")).startswith("还没有作答记录")


async def test_questions_that_were_wrong_count_for_nothing(chat: Chat, database: Database) -> None:
    number = await a_question(database, await a_bank(database), "甲")
    await Student(database).answers(number)
    async with database.transaction() as transaction:
        await transaction.write("update question set state = 'suspended'")
    chat.group = None
    assert "连续1天，共1天\n本周 没有作答\n累计 没有作答" in await chat.says("/学习 我的")
    chat.group = 20000
    assert "本周还没有人得分" in await chat.says("/学习 排行")


async def test_the_board_of_a_group(chat: Chat, database: Database) -> None:
    number = await a_question(database, await a_bank(database), "甲")
    await named(database, ANNA, "小安\n/学习 停")
    await named(database, "40003", "一二三四五六七八九十一二三四")
    for person, credit in ((ANNA, 2), (BEN, 2), ("40003", 1), ("40004", 0)):
        await Student(database, person).answers(number, credit=credit)
    await Student(database, "40005", chat="group:9").answers(number, credit=50)
    await Student(database, "40006", occasion=Occasion.REVIEW).answers(number, credit=50)
    assert await chat.says("/学习 排行") == (
        "🏆 本周排行\n"
        "🥇 小安/学习 停　2分\n"
        "🥇 群友0002　2分\n"
        "🥉 一二三四五六七八九十一二…　1分\n"
        "每人每天最多记60分。换时段：/学习 排行 周|月|总"
    )
    assert "你本周还没有得分" in await chat.says("/学习 排行", person=40004)


async def test_who_is_not_among_the_first_ten_sees_the_own_place(
    chat: Chat, database: Database
) -> None:
    number = await a_question(database, await a_bank(database), "甲")
    for place in range(12):
        await Student(database, f"5000{place:02}").answers(number, credit=20 - place)
    said = await chat.says("/学习 排行", person=500011)
    assert said.count("群友") == 10
    assert "……\n12. 你　9分" in said


async def test_weeks_months_and_all(chat: Chat, database: Database) -> None:
    number = await a_question(database, await a_bank(database), "甲")
    for days, credit in ((0, 1), (1, 2), (30, 4)):
        await Student(database).answers(number, at=MONDAY - timedelta(days=days), credit=credit)
    for words, points in (("", 1), (" 周", 1), (" 月", 3), (" 总", 7), ("总榜", 7)):
        assert f"　{points}分" in await chat.says(f"/学习 排行{words}"), words
    assert (await chat.says("/学习 排行 年")).startswith("写法")


async def test_a_day_gives_so_many_points_and_no_more(chat: Chat, database: Database) -> None:
    number = await a_question(database, await a_bank(database), "甲")
    for days, credit in ((0, 40), (0, 40), (1, 5)):
        await Student(database).answers(number, at=MONDAY - timedelta(days=days), credit=credit)
    assert "　60分" in await chat.says("/学习 排行")
    assert "　65分" in await chat.says("/学习 排行 月")


async def test_who_hides_stands_on_no_board_until_he_comes_back(
    chat: Chat, database: Database
) -> None:
    number = await a_question(database, await a_bank(database), "甲")
    for person in (ANNA, BEN):
        await Student(database, person).answers(number)
    assert (await chat.says("/学习 隐身")).startswith("已隐身")
    said = await chat.says("/学习 排行")
    assert "群友0001" not in said
    assert "🥇 群友0002　1分\n（你已隐身" in said
    assert (await chat.says("/学习 隐身 开")).startswith("已隐身")
    assert (await chat.says("/学习 隐身 关")).startswith("已取消隐身")
    assert "群友0001" in await chat.says("/学习 排行")
    assert (await chat.says("/学习 隐身")).startswith("已隐身")
    assert (await chat.says("/学习 隐身")).startswith("已取消隐身")
    assert (await chat.says("/学习 隐身 明天")).startswith("写法")


async def test_boards_are_in_groups(chat: Chat) -> None:
    chat.group = None
    assert (await chat.says("/学习 排行")).startswith("排行是各群自己的")
