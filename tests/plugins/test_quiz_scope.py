"""What a quiz is asked for, and what is said where that is not there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.quiz.scope import Request
from study.services.importing import Intake
from study.storage import materials
from study.storage.database import Database
from tests.dialogue import ADMIN, Chat
from tests.library import add
from tests.playing import Play
from tests.quiz.posing import posed, stored
from tests.services.test_drawing import put

FREE = """\
2019年政府工作报告
（2019年3月5日）
各位代表：
稳定和扩大就业，城镇新增就业一千一百万人以上，把就业摆在更加突出的位置，全面发力稳住就业的大局。
以更大力度推进乡村振兴，打赢脱贫攻坚战，把粮食安全牢牢抓在手里，让农民的日子一年比一年好起来。
谢谢大家！"""
OLDER = """\
政府工作报告
（2018年3月5日）
各位代表：
深入推进供给侧结构性改革，坚持把发展经济的着力点放在实体经济上，继续抓好各项重点改革任务的落实。
加强生态环境保护，坚决打好蓝天保卫战，让群众看到更多的蓝天白云，呼吸到更加清新的空气。
谢谢大家！"""
LOOK = "看目录：/学习 目录"
ANYTHING = "随便来几题：/学习 测验"


@pytest.mark.parametrize(
    ("words", "rounds", "request_", "is_race"),
    [("", 5, Request(), True), ("10", 10, Request(), True), ("三题", 3, Request(), True), ("十题", 10, Request(), True),
     ("来三道题", 3, Request(), True), ("五道", 5, Request(), True), ("五", 5, Request(), True), ("十二", 12, Request(), True),
     ("99", 99, Request(), True), ("一百题", 1000, Request(), True), ("0", 0, Request(), True), ("-1", -1, Request(), True),
     ("就业3题", 3, Request(("就业",)), True), ("四个自信三题", 3, Request(("四个自信",)), True),
     ("十四五", 5, Request(("十四五",)), True), ("十四五3题", 3, Request(("十四五",)), True), ("五位一体", 5, Request(("五位一体",)), True),
     ("来3道关于就业的题", 3, Request(("就业",)), True), ("二十大 5", 5, Request(("二十大",)), True),
     ("10 乡村振兴 不抢答", 10, Request(("乡村振兴",)), False), ("不抢答 乡村振兴 10道题", 10, Request(("乡村振兴",)), False),
     ("M0012 抢答", 5, Request(numbers=(12,)), True), ("ｍ12　M11 ８", 8, Request(numbers=(12, 11)), True),
     ("2024", 5, Request(years=(2024, 2024)), True), ("2024-2020年 党建", 5, Request(("党建",), years=(2020, 2024)), True),
     ("10不抢答", 10, Request(), False), ("“四个自信”", 5, Request(("四个自信",)), True), ("乡村 振兴！ ？", 5, Request(("乡村", "振兴")), True),
     ("2019年《政府工作报告》就业", 5, Request(("就业",), titles=("政府工作报告",), years=(2019, 2019)), True),
     ("#党建 ＃干部", 5, Request(tags=("党建", "干部")), True)],
)  # fmt: skip
def test_what_a_quiz_is_asked_for(
    words: str, rounds: int, request_: Request, is_race: bool
) -> None:
    from plugins.quiz.wanted import Wanted, wanted

    assert wanted(words) == Wanted(rounds, request_, is_race)


@given(st.text(max_size=60))
def test_whatever_is_written_is_understood_somehow(text: str) -> None:
    from plugins.quiz.wanted import wanted

    found = wanted(text)
    assert sum(map(len, found.request.words)) <= 30
    assert -1 <= found.rounds <= 1000


@pytest.mark.parametrize("words", ["?", "？？", "🎯", "帮助", "帮助？"])
async def test_who_asks_how_is_told_how(chat: Chat, play: Play, words: str) -> None:
    assert (await chat.says(f"/学习 测验 {words}")).startswith(
        "写法：/学习 测验 10 乡村振兴 不抢答"
    )


@pytest.mark.parametrize("words", ["0", "-1", "零题"])
async def test_no_questions_are_no_quiz(chat: Chat, play: Play, words: str) -> None:
    assert await chat.says(f"/学习 测验 {words}") == "题数写1到20，如：/学习 测验 10"


async def test_more_than_twenty_are_twenty_and_that_is_said(
    chat: Chat, play: Play, database: Database
) -> None:
    await stored(database, posed())
    for words in ("21", "99", "100题", "一百"):
        told = await chat.says(f"/学习 测验 {words} M0001")
        assert told.startswith("🎯 20题（一次最多20题） · M0001 · 抢答，")
        assert (await play.hears()).startswith("第1/20题")
        await chat.says("/学习 停")


async def test_titles_years_and_words_narrow_and_the_opening_says_so(
    chat: Chat, play: Play, database: Database
) -> None:
    await stored(database, posed())
    report = await add(database, FREE)
    await put(database, report, "稳定和扩大就业，以____抓下去。", paragraph=2)
    older = await add(database, OLDER)
    await put(database, older, "加强生态环境保护，以____抓下去。", paragraph=3)
    for words, called in (
        ("《政府工作报告》", "《政府工作报告》"),
        ("政府工作报告", "《政府工作报告》"),
        ("2018年政府工作报告", "2018年 · 《政府工作报告》"),
        ("2018 政府工作报告", "2018年 · 《政府工作报告》"),
        ("2019年政府工作报告", "《2019年政府工作报告》"),
        ("2019年《政府工作报告》 就业", "2019年 · 《2019年政府工作报告》 · “就业”"),
        ("M0001 M0002", "M0001 · M0002"),
        ("M2 就业 城镇", "M0002 · “就业”“城镇”"),
    ):
        told = await chat.says(f"/学习 测验 3 {words} 不抢答")
        assert told.startswith(f"🎯 3题 · {called} · 不抢答，每题2秒"), words
        question = await play.hears()
        assert "M0001 M0002" in words or "政府工作报告》" in question
        await chat.says("/学习 停")


async def test_tags_narrow_or_are_said_not_to_exist(
    chat: Chat, play: Play, database: Database
) -> None:
    await stored(database, posed())
    assert await chat.says("/学习 测验 #党建") == "没有“#党建”这个标签。看有哪些标签：/学习 目录"
    async with database.transaction() as transaction:
        await materials.tag(transaction, 1, ["党建"])
    assert (await chat.says("/学习 测验 #党建 2")).startswith("🎯 2题 · #党建 · 抢答，")
    assert "出自《在全市作风建设推进会上的讲话》" in await play.hears()


async def test_what_there_is_nothing_about_is_said(
    chat: Chat, play: Play, database: Database
) -> None:
    assert "没有能出的题" in await chat.says("/学习 测验")
    assert "M0" not in await chat.says("/学习 测验"), "no number that is none"
    await stored(database, posed())
    for words, told in (
        ("乡村振兴", f"没有关于“乡村振兴”的题。看资料里有没有：/学习 查 乡村振兴　{ANYTHING}"),
        ("2020-2019 作风", f"2019—2020年的资料里没有关于“作风”的题。看资料里有没有：/学习 查 作风　{ANYTHING}"),
        ("M1 就业", f"M0001里没有关于“就业”的题。看资料里有没有：/学习 查 就业　{ANYTHING}"),
        ("作风 就业", f"没有关于“作风”“就业”的题。看资料里有没有：/学习 查 作风 就业　{ANYTHING}"),
        ("M0001 2019", f"2019年的M0001里没有题。{LOOK}　{ANYTHING}"),
        ("M9999", f"没有M9999这份资料。{LOOK}"),
        ("《政府工作报告》", f"没有标题里有“政府工作报告”的资料。{LOOK}"),
    ):  # fmt: skip
        assert await chat.says(f"/学习 测验 {words}") == told
    assert len(await chat.says("/学习 测验 " + "长" * 500)) < 100
    assert "第1/7题" in await play.hears_to(chat, "/学习 测验 钉钉子精神 7")
    await chat.says("/学习 停")
    assert await chat.says("/学习 测验") == (
        "没有能出的题：30天内都出过了。指定资料可以重出：/学习 测验 M0001"
    )


async def test_members_questions_are_not_asked_in_a_free_group(
    chat: Chat, play: Play, database: Database
) -> None:
    await stored(database, posed(), intake=Intake("member"))
    assert "没有能出的题" in await chat.says("/学习 测验")
    chat.group = None
    assert "没有能出的题" in await chat.says("/学习 测验")
    assert "🎯 5题" in await chat.says("/学习 测验", person=ADMIN)
    chat.group = 20000
    assert (await chat.says("/学习 测验 M1")).startswith("这份是2026年的会员资料，会员")
    assert "没有M0002这份资料" in await chat.says("/学习 测验 M2")
