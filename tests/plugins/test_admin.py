"""Admins say what groups are; the bot's owner says who is an admin."""

from study.storage.database import Database
from tests.dialogue import ADMIN, Chat


async def test_a_group_is_what_an_admin_makes_it(chat: Chat, database: Database) -> None:
    assert await chat.says("/群 设为 会员群", person=ADMIN) == (
        "✅ 群 20000 从免费群改为会员群：会员能在群里查近三年的会员资料、按它答题；群里只放摘录"
    )
    again = await chat.says("/群 设为 会员群", person=ADMIN)
    assert again.startswith("群 20000 本来就是会员群：")
    chat.group = None
    assert "从免费群改为静默" in await chat.says("/群 设为 静默 90000", person=ADMIN)
    assert await chat.says("/群 列表", person=ADMIN) == (
        "设过的群（其余都按免费群）\n会员群：20000\n静默：90000"
    )
    rows = await database.read("select person, action, before, after from audit order by id")
    assert [tuple(row) for row in rows] == [
        (str(ADMIN), "设群 20000", "免费群", "会员群"),
        (str(ADMIN), "设群 90000", "免费群", "静默"),
    ]


async def test_what_cannot_be_set_is_said(chat: Chat) -> None:
    for wrong in ("", "大群", "会员群 12", "会员群 90000 90001", "会员群 免费群"):
        answer = await chat.says(f"/群 设为 {wrong}", person=ADMIN)
        assert answer.startswith("写成 /群 设为 会员群"), wrong
    chat.group = None
    assert (await chat.says("/群 设为 会员群", person=ADMIN)).startswith("写成")
    assert await chat.says("/群 列表", person=ADMIN) == (
        "还没有设过群：所有群都按免费群。在群里发 /群 设为 会员群"
    )


async def test_nobody_else_sets_anything(chat: Chat) -> None:
    for command in ("/群 设为 会员群", "/群 列表", "/管理 加 30001", "/管理 列表"):
        assert "管理员" in await chat.says(command, role="owner"), command


async def test_an_appointed_admin_is_one_until_dismissed(chat: Chat) -> None:
    chat.group = None
    assert (await chat.says("/管理 加 30001", person=ADMIN)).startswith("✅ 30001 现在是管理员")
    assert await chat.says("/管理 加 30001", person=ADMIN) == "30001 本来就是管理员"
    assert await chat.says("/管理 列表", person=30001) == (
        f"机器人的主人：{ADMIN}\n任命的管理员：30001"
    )
    assert (await chat.says("/管理 加 30002", person=30001)).startswith("任免管理员只有")
    assert (await chat.says("/管理 减 30001", person=ADMIN)) == "✅ 30001 不再是管理员"
    assert (await chat.says("/管理 减 30001", person=ADMIN)).startswith("30001 不是管理员")
    assert "管理员" in await chat.says("/管理 列表", person=30001)
    assert (await chat.says(f"/管理 减 {ADMIN}", person=ADMIN)).startswith("机器人的主人写在")
    assert (await chat.says("/管理 加 张三", person=ADMIN)).startswith("请写上 QQ 号")
