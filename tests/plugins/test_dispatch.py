"""What every command has in common: finding it, refusing it, and failing well."""

import pytest

from plugins._chat import table
from plugins._chat.call import Call, Reply
from study.storage.database import Database
from tests.dialogue import ADMIN, Chat
from tests.library import add


async def test_the_menu_shows_what_a_person_may_do(chat: Chat) -> None:
    assert await chat.says("/学习") == (
        "📚 /学习 能做这些：\n"
        "/学习 今日　今天的摘录\n"
        "/学习 昨日　昨天的摘录；某一天的写 /学习 11-20\n"
        "/学习 更多　接着今天的摘录往下读\n"
        "/学习 查 四个自信 [页]　查词句在哪些资料里\n"
        "/学习 原文 M0012 3　看一段原文和上下文\n"
        "/学习 沿革 四个全面　一个提法历年怎么说\n"
        "/学习 核对 句子或段落　核对引文与原文是否一致\n"
        "/学习 目录 [年|标签] [页]　资料目录\n"
        "/学习 测验 [题数] [词或资料号] [不抢答]　来几道题\n"
        "/学习 停　停止测验\n"
        "/学习 复习　到期该复习的题（私聊）\n"
        "/学习 错题　重做没答对的题（私聊）\n"
        "/学习 我的　连续天数、正确率、今天该复习多少\n"
        "/学习 排行 [周|月|总]　本群积分排行\n"
        "/学习 隐身　不在排行里列出我\n"
        "/学习 会员　会员到什么时候，怎样开通\n"
        "/学习 兑换 <码>　用兑换码开通或续会员\n"
        "/学习 导出　私聊：我存了你的哪些数据\n"
        "/学习 忘记我　私聊：删掉你的数据\n"
        "另有：/报错、/举报"
    )
    chat.group = None
    assert "/学习 订阅 07:30 [工作日]　每天定时推送摘录" in await chat.says("／学习　")


async def test_an_unknown_command_gets_the_nearest_ones(chat: Chat) -> None:
    assert await chat.says("/学习 今曰") == (
        "没有“今曰”这个命令，是不是：/学习 今日？发 /学习 看全部"
    )
    assert await chat.says("/学习 报错") == (
        "没有“报错”这个命令，是不是：/报错、/学习 错题？发 /学习 看全部"
    )
    assert await chat.says("/学习 xyz") == "没有“xyz”这个命令。发 /学习 看能做什么"
    assert len(await chat.says("/学习 " + "长" * 5000)) < 100


async def test_an_admin_sees_what_admins_have_besides(chat: Chat) -> None:
    assert (await chat.says("/学习", person=ADMIN)).endswith(
        "另有：/报错、/举报、/群、/管理、/题库、/案、/词典、/会员、/兑换码、/题"
    )


async def test_a_quiz_can_be_stopped_however_much_one_has_sent(chat: Chat) -> None:
    for _ in range(20):
        await chat.says("/学习")
    assert "查得太快" in await chat.says("/学习")
    await chat.passes_over("/学习")
    assert "没有" in await chat.says("/学习 停")


async def test_nobody_speaks_through_the_bot(chat: Chat) -> None:
    advertisement = "加群一二三四五六七八九十领资料"
    for command in ("/学习 ", "/学习 目录 ", "/学习 目录 2026 "):
        assert advertisement not in await chat.says(command + advertisement)


async def test_small_slips_do_not_matter(chat: Chat, database: Database) -> None:
    await add(database)
    for text in ("/学习 今日。", "/学习 今日！", "/学习 \u200b今日", "/学习今日？"):
        assert "今日摘录" in await chat.says(text), text
    for text in ("/学习 帮助", "/学习 help", "/学习 ？", "/学习。"):
        assert "能做这些" in await chat.says(text), text


async def test_chatter_is_passed_over(chat: Chat, database: Database) -> None:
    await add(database)
    for text in ("今天大家都学习了吗", "学习 今日", "/其他 今日", "/", "", "A", "//学习 今日"):
        await chat.passes_over(text)


async def test_a_private_message_that_is_no_command_gets_one_hint(chat: Chat) -> None:
    chat.group = None
    assert "发 /学习" in await chat.says("你好")
    await chat.passes_over("在吗")


async def test_who_sends_too_fast_is_told_once(chat: Chat) -> None:
    for _ in range(20):
        await chat.says("/学习", person=7)
    assert await chat.says("/学习", person=7) == "查得太快，20秒后再来"
    await chat.passes_over("/学习", person=7)
    assert "能做这些" in await chat.says("/学习", person=8)
    for _ in range(25):
        await chat.says("/学习", person=ADMIN)


async def test_an_unexpected_error_gets_a_number_and_no_detail(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(call: Call) -> Reply:
        raise RuntimeError("the secret detail")

    command = table.Command("学习", "坏", broken, "/学习 坏", "总是出错")
    monkeypatch.setattr(table, "_commands", [command])
    answer = await chat.says("/学习 坏")
    assert answer.startswith("出了点问题，没有办成（编号 ")
    assert "secret" not in answer


async def test_an_answer_goes_to_the_group_and_names_the_person(chat: Chat) -> None:
    await chat.says("/学习", person=30007)
    [sent] = chat.sent
    assert (sent["message_type"], sent["group_id"], sent["user_id"]) == ("group", 20000, 30007)
