"""Admins work on cases in private chat."""

from dataclasses import replace
from datetime import timedelta

import pytest

from study.evidence.piece import Form, Piece
from study.members.entitlement import EVERYTHING
from study.services import reading_cases
from study.storage.database import Database
from study.storage.vault import Vault
from tests.casework import BEN, LILY, ROSE, SHANGHAI, Office
from tests.dialogue import ADMIN, Chat
from tests.evidence.chats import png, screenshot

PASTED = "群友们，全套资料三百元打包出，要的私我，付款秒发"


@pytest.fixture
def office(database: Database, vault: Vault, chat: Chat) -> Office:
    chat.group = None
    return Office(database, vault, superusers=frozenset({str(ADMIN), BEN}))


async def appointed(chat: Chat, person: str) -> int:
    assert "管理员" in await chat.says(f"/管理 加 {person}", person=ADMIN)
    return int(person)


async def test_a_case_is_read_taken_and_confirmed(chat: Chat, office: Office) -> None:
    number = await office.report(ROSE, "QQ 66600001", PASTED)
    office.now = chat.now = chat.now + timedelta(hours=5)
    assert await chat.says("/案 列表", ADMIN) == (
        f"📁 未结 1 件（第1/1页）\n1. {number}　受理　等5小时　没人办\n回 看1 看第1件"
    )
    assert await chat.says("看1", ADMIN) == (
        f"📁 {number}　受理　等5小时　没人办\n举报人：30001\n被举报：QQ 66600001\n时间地点：昨晚，闲鱼\n"
        "证据 1 件：\n1. 文字 1KB 11-23 09:00\n经过：\n11-23 09:00 30001 举报\n他第一次举报\n"
        "没有发现可能重复的举报\n能做：/案 领取、/案 记"
    )
    assert "没有这个案号" in await chat.says("/案 领取 JB-22222", ADMIN)
    assert await chat.says(f"/案 补充 {number} 何时买的？", ADMIN) == (
        f"{number} 还没有人领取。先领取：/案 领取 {number}"
    )
    assert await chat.says(f"/案 领取 {number.lower()}", ADMIN) == (
        f"{number} 由你来办。回 看 看内容，回 证据 看证据"
    )
    assert "已经在你手上" in await chat.says(f"/案 领取 {number}", ADMIN)
    assert await chat.says("证据", ADMIN) == (
        f"📁 {number}\n证据 1 件：\n1. 文字 1KB 11-23 09:00\n"
        f"单独看一件、取文件：/案 证据 {number} 第几件\n\n【第1件】\n{PASTED}"
    )
    assert "已转为“需补充”" in await chat.says(f"/案 补充 {number} 何时买的？", ADMIN)
    assert "已记在" in await chat.says(f"/案 记 {number[3:]} 像真的", ADMIN)
    assert "请在案号后面写理由" in await chat.says(f"/案 成立 {number}", ADMIN)
    assert await chat.says(f"/案 成立 {number} 截图与店铺一致", ADMIN) == (
        f"✅ {number} 成立，举报人的会员加一年，到 2027-11-23。结果会私聊告诉他"
    )
    assert "现在是“成立”，不能这样做" in await chat.says(f"/案 成立 {number} 再来", ADMIN)
    shown = await chat.says(f"/案 看 {number}", ADMIN)
    assert shown.split("经过：\n")[1] == (
        "11-23 09:00 30001 举报\n11-23 14:00 10001 领取\n11-23 14:00 10001 要求补充：何时买的？\n"
        "11-23 14:00 10001 备注：像真的\n11-23 14:00 10001 判定（成立）：截图与店铺一致\n"
        "11-23 14:00 系统 奖励：会员一年，到2027-11-23\n他第一次举报\n一年内已奖励 1 次\n"
        "没有发现可能重复的举报\n能做：/案 记、/案 撤销"
    )
    assert await chat.says(f"/案 撤销 {number} 截图是假的", ADMIN) == (
        f"{number} 已撤销，奖励的会员一年已收回。理由会私聊告诉举报人"
    )


async def test_cases_are_nobody_elses_business(chat: Chat, office: Office) -> None:
    number = await office.report()
    for command in ("/案 列表", f"/案 看 {number}", f"/案 成立 {number} 好"):
        assert await chat.says(command, int(ROSE)) == "这个命令只有管理员能用"
    chat.group = 20000
    for command in ("列表", f"看 {number}", f"成立 {number} 好", "看 我写错的", "证据"):
        assert await chat.says(f"/案 {command}", ADMIN) == "/案 只在私聊里用，请私聊我"
    assert await office.state(number) == ("received", "")


async def test_a_number_may_be_typed_in_many_ways(chat: Chat, office: Office) -> None:
    number = await office.report()
    body = number[3:]
    wide = "".join(chr(ord(one) + 0xFEE0) for one in body)
    for typed in (number, body, body.lower(), f"jb {body}", f"JB{body}", wide, f"ＪＢ－{wide}"):
        assert f"📁 {number}" in await chat.says(f"/案 看 {typed}", ADMIN), typed
    wrong = "2" if body[0] != "2" else "3"
    assert "案号打错了" in await chat.says(f"/案 看 JB-{wrong}{body[1:]}", ADMIN)
    assert "案号打错了" in await chat.says(f"/案 看 {number}9", ADMIN)
    assert "请写案号" in await chat.says("/案 看", ADMIN)
    assert "请写案号" in await chat.says("/案 成立 属实", ADMIN)


async def test_rivals_are_shown_and_named(chat: Chat, office: Office) -> None:
    first = await office.report(ROSE, "QQ 66600001", PASTED)
    second = await office.report(LILY, "QQ66600001", PASTED)
    shown = await chat.says(f"/案 看 {second}", ADMIN)
    assert f"可能重复：\n{first} 受理：同一证据、同一QQ、同样文字" in shown
    await chat.says(f"/案 领取 {second}", ADMIN)
    blocked = await chat.says(f"/案 成立 {second} 属实", ADMIN)
    assert (
        blocked
        == f"先处理更早的 {first}：它可能举报的是同一件事，先报全的那件才有奖励。回 看 就看它"
    )
    assert f"📁 {first}" in await chat.says("看", ADMIN)
    await chat.says(f"/案 领取 {first}", ADMIN)
    await chat.says(f"/案 成立 {first} 属实", ADMIN)
    blocked = await chat.says(f"/案 成立 {second} 属实", ADMIN)
    assert blocked.startswith(f"{first} 已成立，和这一件有相同的线索")
    assert "请写和哪一件重复" in await chat.says(f"/案 重复 {second}", ADMIN)
    assert "不能和自己重复" in await chat.says(f"/案 重复 {second} {second}", ADMIN)
    assert await chat.says(f"/案 重复 {second} {first} 谢谢", ADMIN) == (
        f"{second} 判为重复，主案 {first}。会私聊告诉举报人是重复，不告诉他主案号"
    )
    assert f"主案：{first}" in await chat.says(f"/案 看 {second}", ADMIN)


async def test_another_resale_is_said_to_be_one(chat: Chat, office: Office) -> None:
    first, second = await office.report(ROSE), await office.report(LILY)
    await office.confirm(first, str(ADMIN))
    await office.take(second, str(ADMIN))
    assert "✅" in await chat.says(f"/案 成立 {second} 另案 又开了新店", ADMIN)
    assert "截图" not in (await office.notices(LILY))[-1]
    assert f"你的举报 {second} 成立：又开了新店\n" in (await office.notices(LILY))[-1]


async def test_pictures_are_sent_and_files_when_they_are_asked_for(
    chat: Chat, office: Office, database: Database, vault: Vault
) -> None:
    from plugins._chat.call import Attachment, Call, Role
    from plugins.cases import commands

    shot = png(screenshot(1))
    file = Piece(Form.FILE, "价目.txt", "资料三百元一套".encode())
    number = await office.report(ROSE, "", Piece(Form.PICTURE, "截图.png", shot), file, PASTED)
    call = Call(
        str(ADMIN),
        None,
        "10000",
        Role.ADMIN,
        number,
        chat.now,
        SHANGHAI,
        database,
        vault,
        EVERYTHING,
    )
    all_of = await commands.evidence(call)
    assert (all_of.pictures, all_of.files) == ((shot,), ())
    assert "2. 文件txt 1KB 11-23 09:00 价目.txt" in all_of.text
    assert all_of.text.endswith(f"【第3件】\n{PASTED}\n\n🖼 下面的图片是第1件")
    second = await commands.evidence(replace(call, rest=f"{number} 第2件"))
    assert second.text == f"📁 {number} 第2件：文件txt 1KB 11-23 09:00 价目.txt"
    assert second.files == (Attachment("价目.txt", "资料三百元一套".encode()),)
    await vault.delete((await reading_cases.pieces(office.desk(), number))[0].digest)
    assert (
        "第1件已过保存期删除" in (await commands.evidence(replace(call, rest=f"{number} 1"))).text
    )
    assert "有 3 件证据" in await chat.says(f"/案 证据 {number} 9", ADMIN)


async def test_an_appointed_admin_works_on_cases_too(chat: Chat, office: Office) -> None:
    number = await office.report()
    helper = await appointed(chat, "10009")
    await chat.says(f"/案 领取 {number}", ADMIN)
    assert await chat.says(f"/案 领取 {number}", helper) == (
        f"{number} 由你来办（原来在 {ADMIN} 手上）。回 看 看内容，回 证据 看证据"
    )
    assert await chat.says(f"/案 不成立 {number} 看不清", ADMIN) == (
        f"{number} 在 {helper} 手上。要接手：/案 领取 {number}"
    )
    assert await chat.says(f"/案 不成立 {number} 看不清", helper) == (
        f"{number} 判为不成立（他可在11月30日09:00前申诉）。理由会私聊告诉举报人"
    )
    assert f"1. {number}　不成立　你判的" in await chat.says("/案 列表", helper)
    await office.appeal(ROSE, number)
    assert "另一位管理员来复核" in await chat.says(f"/案 领取 {number}", helper)
    assert "接手" not in await chat.says(f"/案 领取 {number}", ADMIN)
    assert await chat.says(f"/案 不成立 {number} 还是看不清", ADMIN) == (
        f"{number} 申诉驳回，维持“不成立”，到此终结。理由会私聊告诉举报人"
    )
    assert f"1. {number}　终结（不成立）　你判的" in await chat.says("/案 列表", ADMIN)
    shown = await chat.says(f"/案 看 {number}", ADMIN)
    assert f"{ADMIN} 判定：申诉驳回，维持“不成立”：还是看不清" in shown


async def test_who_is_an_admin_no_more_has_no_cases_in_hand(chat: Chat, office: Office) -> None:
    number = await office.report()
    helper = await appointed(chat, "10009")
    assert "你现在是这个机器人的管理员" in (await office.notices("10009"))[0]
    await chat.says(f"/案 领取 {number}", helper)
    assert await chat.says("/管理 减 10009", ADMIN) == (
        f"✅ 10009 不再是管理员。他手上的举报现在没人办：{number}"
    )
    assert f"1. {number}　核实中　等了不到1小时　没人办" in await chat.says("/案 列表", ADMIN)
    assert await office.notices("10009") == []


async def test_a_command_without_words_shows_itself_with_some(chat: Chat, office: Office) -> None:
    number = await office.report()
    await chat.says(f"/案 领取 {number}", ADMIN)
    for word in ("成立", "不成立", "补充", "记", "撤销"):
        told = await chat.says(f"/案 {word} {number}", ADMIN)
        assert f"如：/案 {word} {number} " in told, word


async def test_the_earlier_report_does_not_repeat_the_later(chat: Chat, office: Office) -> None:
    first, second = await office.report(ROSE), await office.report(LILY)
    await chat.says(f"/案 领取 {first}", ADMIN)
    assert "那一件比这件晚报" in await chat.says(f"/案 重复 {first} {second}", ADMIN)
    told = await chat.says(f"/案 重复 {first} {second} 报全 他先交齐截图", ADMIN)
    assert f"{first} 判为重复，主案 {second}" in told
    assert "他先交齐截图" in (await office.notices(ROSE))[-1]


async def test_a_case_that_is_hidden_is_not_named(chat: Chat, office: Office) -> None:
    hidden = await office.report(ROSE, f"QQ 66600001 和 QQ {ADMIN}")
    number = await office.report(LILY, "QQ 66600001")
    await chat.says(f"/案 领取 {number}", ADMIN)
    for decided in (False, True):
        if decided:
            await office.confirm(hidden, BEN)
        told = await chat.says(f"/案 成立 {number} 属实", ADMIN)
        assert told == "这件和另一件连在一起，要由另一位管理员来办，请他领取"
    await office.repeat(number, hidden, BEN)
    assert hidden not in await chat.says(f"/案 看 {number}", ADMIN)


async def test_the_list_is_turned_page_by_page(chat: Chat, office: Office) -> None:
    assert await chat.says("/案 列表", ADMIN) == "还没有举报"
    for place in range(12):
        await office.report(f"4000{place}", f"QQ 77700{place:03}")
    office.now = chat.now = chat.now + timedelta(hours=80)
    first = await chat.says("/案 列表", ADMIN)
    assert first.startswith("📁 未结 12 件（第1/2页）\n1. JB-")
    assert first.count("⏰等3天8小时") == 10
    assert first.endswith("回 看1 看第1件，回 下一页 接着看")
    assert "（第2/2页）" in await chat.says("下一页", ADMIN)
    assert (await chat.says("下一页", ADMIN)).startswith("后面没有了，这是最后一页\n📁 未结 12 件")
    assert "（第1/2页）" in await chat.says("上一页", ADMIN)
    assert "（第1/2页）" in await chat.says("上一页", ADMIN)
