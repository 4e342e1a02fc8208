"""Formulations in a chat: their history, and the glossary that admins keep."""

import pytest

from study.storage.database import Database
from tests.dialogue import ADMIN, Chat
from tests.library import add

SPEECH = """\
在工作会议上的讲话
（2024年5月6日）
要深入践行“三个走在前”，在改革上走在前、在发展上走在前、在民生上走在前，把各项工作做实。
大家要把“三个走在前”落实到每一个岗位、每一个环节，让群众看得见、摸得着、得实惠。"""
ADD = "/词典 加 三个走在前：在改革上走在前、在发展上走在前、在民生上走在前 2023年9月 全市动员大会"


async def test_history_says_what_comes_from_where(chat: Chat, database: Database) -> None:
    await chat.says(ADD, person=ADMIN)
    await add(database, SPEECH)
    assert await chat.says("/学习 沿革 “三个走在前”") == (
        "📜 三个走在前\n\n"
        "1. 在改革上走在前、在发展上走在前、在民生上走在前\n"
        "　词典：2023年9月，全市动员大会\n"
        "　资料库：1份资料，《在工作会议上的讲话》（2024年5月6日） · M0001 第1段\n\n"
        "资料库里提到它的：1份资料2处，《在工作会议上的讲话》（2024年5月6日） · M0001 第1段"
    )
    looked_up = await chat.says("/学习 查 三个走在前")
    assert looked_up.splitlines()[1] == (
        "◆ 三个走在前：在改革上走在前、在发展上走在前、在民生上走在前（词典：2023年9月，全市动员大会）"
    )


async def test_bad_questions(chat: Chat) -> None:
    assert (await chat.says("/学习 沿革")).startswith("请写上一个提法")
    assert (await chat.says("/学习 沿革 " + "长" * 31)).startswith("提法最多30字")
    assert (await chat.says("/学习 沿革 八个没有")).startswith("资料库和词典里都没有“八个没有”")
    assert "加群" not in await chat.says("/学习 沿革 加群一二三四五六七八九十")
    assert (await chat.says("/学习 沿革 ，。！")).startswith("请写上一个提法")


async def test_admins_add_change_and_take_back(chat: Chat) -> None:
    assert (await chat.says(ADD, person=ADMIN)).startswith("加上了：三个走在前 · 管理员增补")
    assert (await chat.says(ADD, person=ADMIN)).startswith("改好了")
    assert "2023年9月 全市动员大会：" in await chat.says("/词典 看 三个走在前", person=ADMIN)
    assert (await chat.says("/词典 删 三个走在前", person=ADMIN)).startswith("撤回了")
    assert (await chat.says("/词典 删 三个走在前", person=ADMIN)).startswith("管理员没有加过")
    assert (await chat.says("/词典 看 三个走在前", person=ADMIN)).startswith("词典里没有")


@pytest.mark.parametrize(
    "text",
    ["", "三个走在前", "三个走在前：甲、乙 2023 大会", "三个走在前：甲、乙、丙 2023-13 大会",
     "三个走在前：甲、乙、丙 去年 大会", "三个走在前 2023"],
)  # fmt: skip
async def test_what_cannot_be_added_changes_nothing(chat: Chat, text: str) -> None:
    answer = await chat.says(f"/词典 加 {text}", person=ADMIN)
    assert "写法：/词典 加" in answer
    assert "items" not in answer
    assert "没有" in await chat.says("/词典 看 三个走在前", person=ADMIN)


async def test_members_keep_no_glossary(chat: Chat) -> None:
    for command in (ADD, "/词典 删 三个走在前", "/词典 看 三个走在前"):
        assert await chat.says(command, role="owner") == "这个命令只有管理员能用"
