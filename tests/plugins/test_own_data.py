"""/学习 导出 and /学习 忘记我, as people use them."""

import json

import pytest

from plugins._chat.call import Call, Role
from study.members.entitlement import NOTHING
from study.storage.database import Database
from study.storage.vault import Vault
from tests.dialogue import Chat
from tests.studying import ANNA, SHANGHAI, Student, a_bank, a_question


@pytest.fixture
async def studied(database: Database) -> None:
    number = await a_question(database, await a_bank(database), "甲")
    await Student(database).answers(number)


async def test_the_file_has_what_is_known_in_words(
    chat: Chat, database: Database, vault: Vault, studied: None
) -> None:
    from plugins.own_data import commands

    call = Call(
        person=ANNA, group=None, account="10000", role=Role.MEMBER, rest="", now=chat.now,
        timezone=SHANGHAI, database=database, vault=vault, window=NOTHING,
    )  # fmt: skip
    reply = await commands.export(call)
    [file] = reply.files
    assert file.name == "我的数据-20261123.json"
    assert json.loads(file.content)["作答"][0]["答对"] == 1
    assert "别人举报了谁" in reply.text


async def test_both_are_for_private_chat_only(chat: Chat) -> None:
    for command in ("/学习 导出", "/学习 忘记我", "/学习 忘记我 确认"):
        assert await chat.says(command) == "这是你自己的数据，请私聊我再发一次"


async def test_somebody_is_forgotten_after_he_has_read_what_that_means(
    chat: Chat, database: Database, studied: None
) -> None:
    async with database.transaction() as transaction:
        await transaction.write(
            "insert into membership_grant (person, term, source, reason, granted_by, granted_on,"
            " granted_at) values (?, 'P1Y', 'code', '', '1', '2026-01-01', '')",
            (ANNA,),
        )
    chat.group = None
    assert await chat.says("/学习 忘记我", int(ANNA)) == (
        "会删掉：作答和积分、复习的记忆、报错、隐身和称呼，私聊里的摘录、订阅和测验，"
        "没交的举报和证据，发给你的通知，申诉期已过的举报的证据。\n"
        "会留下：\n· 会员期限：你的权益要按它算\n"
        "删了不能恢复；想留一份先发 /学习 导出。确定要删，十分钟内回：确认"
    )
    assert await database.read("select 1 from attempt")
    done = await chat.says("确认", int(ANNA))
    assert done.startswith("已删掉 ")
    assert done.endswith("条。\n还留着：\n· 会员期限：你的权益要按它算")
    assert not await database.read("select 1 from attempt")
    await chat.says("/学习 忘记我", int(ANNA))
    assert await chat.says("不", int(ANNA)) == "好，没有动"
    await chat.says("/学习 忘记我", int(ANNA))
    again = await chat.says("确认", int(ANNA))
    assert again == "别的没有可删的。\n还留着：\n· 会员期限：你的权益要按它算"


async def test_a_quiz_must_end_first(chat: Chat, database: Database) -> None:
    async with database.transaction() as transaction:
        await transaction.write(
            "insert into quiz (chat, account, started_by, occasion, scope, rounds, seconds,"
            " started_at) values (?, '10000', ?, 'open', '{}', 5, 30, '')",
            (f"person:{ANNA}", ANNA),
        )
    chat.group = None
    assert "先发 /学习 停" in await chat.says("/学习 忘记我 确认", int(ANNA))
