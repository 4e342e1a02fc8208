"""The excerpt of the day, as members of a group see it."""

from datetime import timedelta

from study.services.importing import Intake
from study.storage.database import Database
from tests.dialogue import ADMIN, Chat
from tests.library import SPEECH, add


async def test_today_gives_an_excerpt_with_its_source_and_the_next_steps(
    chat: Chat, database: Database
) -> None:
    await add(database)
    assert await chat.says("/学习 今日") == (
        "📖 今日摘录 · 11月23日 周一\n\n"
        "要把监督检查贯穿始终，坚持问题导向，既查办事的效率，也查办事的态度，"
        "让懒政怠政没有藏身之处，让实干担当成为风气。\n\n"
        "——《在全市作风建设推进会上的讲话》（2026年9月18日） · M0001 第6段\n\n"
        "往下读：/学习 更多　看目录：/学习 目录"
    )


async def test_the_excerpt_is_the_same_for_everybody_in_the_group_all_day(
    chat: Chat, database: Database
) -> None:
    await add(database)
    first = await chat.says("/学习 今日", person=1)
    chat.now += timedelta(hours=18)  # 03:00 the next morning is still the same study day
    assert await chat.says("/学习今日", person=2) == first
    chat.now += timedelta(hours=2)
    assert await chat.says("／学习　今天", person=3) != first


async def test_yesterday_shows_what_was_shown_even_when_the_library_has_changed(
    chat: Chat, database: Database
) -> None:
    number = await add(database)
    shown = (await chat.says("/学习 今日")).split("\n\n")[1]
    async with database.transaction() as transaction:
        await transaction.write("delete from excerpt where material_id = ?", (number,))
    chat.now += timedelta(days=1)
    for words in ("昨日", "昨天", "11-23", "2026-11-23", "11月23日", "2026.11.23", "20261123"):
        assert shown in await chat.says(f"/学习 {words}"), words


async def test_days_that_cannot_be_shown_are_said(chat: Chat, database: Database) -> None:
    await add(database)
    none = await chat.says("/学习 昨日")
    assert none == "11月22日 周日，这里没有出过摘录。今天的：/学习 今日"
    assert "没有这一天" in await chat.says("/学习 2月30日")
    assert "还没到" in await chat.says("/学习 2026-11-24")
    assert "还没到" in await chat.says("/学习 明天")
    assert "今日摘录" in await chat.says("/学习 11-23")
    assert "2025年12月31日 周三，这里没有" in await chat.says("/学习 2025-12-31")


async def test_more_reads_on_to_the_end_without_leaving_anything_out(
    chat: Chat, database: Database
) -> None:
    await add(database)
    await chat.says("/学习 今日")
    assert "谢谢大家！" in await chat.says("/学习 更多")
    assert "读完了" in await chat.says("/学习 更多")


async def test_more_names_the_heading_and_the_place(chat: Chat, database: Database) -> None:
    await add(database)
    await chat.says("/学习 今日")
    chat.now += timedelta(days=1)
    await chat.says("/学习 今日")  # the other chapter's turn
    assert await chat.says("/学习 更多") == (
        "📖 接着读（第4/7段）\n\n"
        "干部的作风，群众看得最清楚。办一件实事胜过开十次会议，解决一个难题胜过写百份材料，"
        "这是各级干部都应当记住的道理。\n\n"
        "——《在全市作风建设推进会上的讲话》（2026年9月18日） · M0001 第4段\n\n"
        "往下读：/学习 更多"
    )
    assert "【二、措施要硬】" in await chat.says("/学习 更多")


async def test_an_empty_library_says_so(chat: Chat) -> None:
    assert "还没有能读的资料" in await chat.says("/学习 今日")
    assert "还没有能读的资料" in await chat.says("/学习 更多")
    assert "还没有能读的资料" in await chat.says("/学习 目录")


async def test_a_members_material_is_not_shown_in_a_free_group(
    chat: Chat, database: Database
) -> None:
    await add(database, intake=Intake("member"))
    assert "还没有能读的资料" in await chat.says("/学习 今日")
    await add(database, SPEECH.replace("作风", "学风"))
    assert "学风" in await chat.says("/学习 今日")
    assert "M0001" not in await chat.says("/学习 目录")


async def test_members_of_a_group_cannot_order_its_push_but_those_in_charge_can(
    chat: Chat, database: Database
) -> None:
    await add(database)
    assert "群主和群管理员" in await chat.says("/学习 订阅 07:30")
    assert "订阅" not in await chat.says("/学习")
    expected = "已订阅：每天 07:30 推送摘录，下一次是 11月24日 周二 07:30。\n不要了：/学习 退订"
    for person, role in ((1, "owner"), (2, "admin"), (ADMIN, "member")):
        assert await chat.says("/学习 订阅 07:30", person, role) == expected
    assert "已退订" in await chat.says("/学习 退订", role="admin")
    assert "不用退订" in await chat.says("/学习 退订", role="admin")


async def test_everybody_orders_a_push_for_themselves_in_private(chat: Chat) -> None:
    chat.group = None
    assert "下一次是 11月23日 周一 12:05" in await chat.says("/学习 订阅 12：05")
    assert "每个工作日 07:30" in await chat.says("/学习订阅 7点半 工作日")
    for close in ("/学习 订阅 07:30工作日", "/学习 订阅 工作日 7:30"):
        assert "每个工作日 07:30" in await chat.says(close)
    assert "每天 07:30" in await chat.says("/学习 订阅 每天7:30")
    for wrong in ("/学习 订阅", "/学习 订阅 25:00", "/学习 订阅 早上", "/学习 订阅 7:30 周末"):
        assert "请写上时间" in await chat.says(wrong)
