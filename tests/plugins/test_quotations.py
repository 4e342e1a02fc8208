"""Checking a quotation in a chat."""

import pytest

from study.services.importing import Intake
from study.storage.database import Database
from tests.dialogue import ADMIN, Chat
from tests.library import add

OLD = """\
在年度工作会议上的讲话
（2024年3月5日）
今年发展的主要预期目标是：地区生产总值增长6%左右，城镇新增就业30万人以上，居民消费价格涨幅3%左右。
要坚定道路自信、理论自信、制度自信、文化自信，把各项工作一件一件抓实抓好抓出成效。"""
NEW = """\
在年度工作会议上的讲话
（2026年3月5日）
今年发展的主要预期目标是：地区生产总值增长5%左右，城镇新增就业30万人以上，居民消费价格涨幅2%左右。
群众的事情没有小事，要用心用情用力解决好每一件急难愁盼问题，让群众的日子越过越红火。"""


@pytest.fixture(autouse=True)
async def speeches(database: Database) -> None:
    await add(database, OLD)
    await add(database, NEW)


async def test_the_same(chat: Chat) -> None:
    assert await chat.says(
        "/学习 核对 群众的事情没有小事，要用心用情用力解决好每一件急难愁盼问题"
    ) == ("✅ 一致\n——《在年度工作会议上的讲话》（2026年3月5日） · M0002 第2段")
    signs = await chat.says(
        "/学习 核对 群众的事情没有小事！要用心、用情、用力，解决好每一件急难愁盼问题"
    )
    assert signs.startswith("✅ 一致（只有标点不同）")


async def test_a_wrong_character(chat: Chat) -> None:
    answer = await chat.says("/学习 核对 要用心用情用力解决好每一件急难仇盼问题")
    assert answer == (
        "⚠️ 个别字不同\n"
        "你写：要用心用情用力解决好每一件急难【仇】盼问题\n"
        "原文：群众的事情没有小事，要用心用情用力解决好每一件急难【愁】盼问题，让群众的日子越过越红火。\n"
        "——《在年度工作会议上的讲话》（2026年3月5日） · M0002 第2段"
    )


async def test_an_item_left_out(chat: Chat) -> None:
    answer = await chat.says(
        "/学习 核对 要坚定道路自信、理论自信、文化自信，把各项工作一件一件抓实抓好抓出成效"
    )
    assert answer.startswith("⚠️ 缺项")
    assert "【制度自信】" in answer
    assert "缺：制度自信" in answer


async def test_items_in_another_order(chat: Chat) -> None:
    answer = await chat.says(
        "/学习 核对 要坚定理论自信、道路自信、制度自信、文化自信，把各项工作一件一件抓实抓好"
    )
    assert answer.startswith("⚠️ 顺序不同")


async def test_another_year(chat: Chat) -> None:
    answer = await chat.says("/学习 核对 2026 地区生产总值增长6%左右，城镇新增就业30万人以上")
    assert answer.startswith("⚠️ 另一年份的表述")
    assert "（2024年3月5日） · M0001 第1段" in answer
    assert "（2026年3月5日） · M0002 第1段" in answer


async def test_asked_for_where_it_does_not_stand(chat: Chat) -> None:
    quoted = "要坚定道路自信、理论自信、制度自信、文化自信"
    place = "——《在年度工作会议上的讲话》（2024年3月5日） · M0001 第2段"
    assert await chat.says(f"/学习 核对 2026 {quoted}") == (
        f"⚠️ 这段话不在2026年的资料里；下面这份一字不差：\n{place}"
    )
    assert await chat.says(f"/学习 核对 2050 {quoted}") == (
        f"没有2050年的资料，在全部资料里核对：\n✅ 一致\n{place}"
    )
    assert await chat.says(f"/学习 核对 《通知》 {quoted}") == (
        f"没有《通知》的资料，在全部资料里核对：\n✅ 一致\n{place}"
    )
    for asked in ("2024", "2023-2025", "2025年至2023年", "《年度工作会议》", "2024年《讲话》"):
        assert await chat.says(f"/学习 核对 {asked} {quoted}") == f"✅ 一致\n{place}", asked


async def test_members_years_are_not_told(chat: Chat, database: Database) -> None:
    await add(
        database,
        f"在内部会议上的讲话\n（2025年1月6日）\n{'把大家的事情办好。' * 9}",
        intake=Intake("member"),
    )
    answer = await chat.says("/学习 核对 2025 要坚定道路自信、理论自信、制度自信、文化自信")
    assert answer.startswith("没有2025年的资料")


async def test_who_said_it_is_no_part_of_a_quotation(chat: Chat) -> None:
    quoted = "要坚定道路自信、理论自信、制度自信、文化自信"
    plain = await chat.says(f"/学习 核对 {quoted}")
    cited = plain.split("\n")[1]
    for text in (
        f"有关同志指出：“{quoted}。”",
        f"在去年的报告中指出，{quoted}。",
        f"{quoted}——2024年讲话",
        f"{quoted}（《在年度工作会议上的讲话》）",
        f"{quoted}\n{cited}",
    ):
        assert await chat.says(f"/学习 核对 {text}") == plain, text
    wrong = await chat.says(f"/学习 核对 有关同志指出：“{quoted.replace('理论', '理念')}。”")
    assert wrong.startswith("⚠️ 个别字不同\n你写：要坚定道路自信、理【念】自信")


async def test_not_in_the_library(chat: Chat) -> None:
    assert await chat.says("/学习 核对 今天的晚饭是西红柿炒鸡蛋和紫菜汤") == (
        "❌ 未收录\n资料库里没有找到这段话，不能说对错"
    )


async def test_members_materials_bear_nothing_out(chat: Chat, database: Database) -> None:
    secret = "数字乡村建设要久久为功，让农民用上更好的网络服务和更多的数字应用"
    await add(
        database, f"在内部会议上的讲话\n（2025年1月6日）\n{secret}。", intake=Intake("member")
    )
    for quoted in (secret, secret.replace("农民", "村民"), secret[:20]):
        assert (await chat.says(f"/学习 核对 {quoted}")).startswith("❌ 未收录"), quoted
    chat.group = None
    assert (await chat.says(f"/学习 核对 {secret}", person=ADMIN)).startswith("✅ 一致")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("", "请把要核对的原句贴在后面"),
        ("2026", "太短了"),
        ("好", "太短了（1字），至少8个字"),
        ("，。！？" * 20, "太短了（0字）"),
        ("😀" * 20, "太短了（0字）"),
        ("学" * 5000, "太长了（5000字），一次最多核对2000字"),
        ("学" * 2000, "❌ 未收录"),
        ('" OR 1=1; NEAR(学习强国) *', "❌ 未收录"),
    ],
)
async def test_bad_input(chat: Chat, text: str, answer: str) -> None:
    assert (await chat.says(f"/学习 核对 {text}")).startswith(answer)
