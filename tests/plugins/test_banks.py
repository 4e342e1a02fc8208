"""An admin sends a file of questions in private."""

import base64
from pathlib import Path
from typing import Any

import nonebot
import pytest
from nonebot.adapters.onebot.v11 import ActionFailed

from plugins._chat import fetching
from study.storage.database import Database
from study.terminal.onebot import Speaker, message_event
from tests.banks.files import HEADS, ROWS, word, xlsx
from tests.dialogue import ADMIN, Chat, _Seen

BANK = xlsx(HEADS, *ROWS)
PREVIEW = """\
📋 题库“毛概”：能收 4 题（单选 1、填空 1、判断 1、多选 1）；不能收 1 处
认出的列：题型 → 题型，题干 → 题干，选项A → 选项A，选项B → 选项B，选项C → 选项C，答案 → 答案，解析 → 解析
例1（单选）党的宗旨是____。
A. 全心全意为人民服务
B. 发展经济
C. 改善民生
答案：A
例2（多选）下列属于宝剑的有____。
A. 干将
B. 莫邪
C. 青龙
答案：AB
例3（判断）地球是圆的。
答案：对
不能收的 1 处：
第6行：简答题：这种题型不能自动判卷

回 入库 收下，回 会员入库 只给会员，回 取消"""


async def sends(
    chat: Chat, data: dict[str, Any], answers: dict[str, Any], person: int = ADMIN
) -> str:
    """Send a file to the bot in private; what it says.

    `answers` are what the implementation says to the calls that it must get, in their order.
    """
    from nonebot.adapters.onebot.v11 import Bot

    from plugins._chat.adapter import Adapter

    said = _Seen()
    speaker = Speaker(person, chat.group)
    raw = message_event(speaker, [{"type": "file", "data": data}])
    raw |= {"time": 1, "self_id": 10000}
    async with chat.app.test_matcher() as context:
        adapter = nonebot.get_adapter(Adapter)
        bot = context.create_bot(base=Bot, adapter=adapter, self_id="10000")
        for action, answer in answers.items():
            asked = {"user_id": person, "file_id": "/id1"}
            failed = answer is None
            context.should_call_api(
                action, asked, answer, ActionFailed(retcode=1) if failed else None
            )
        context.should_call_api("send_msg", said, {"message_id": 1})
        event = adapter.json_to_event(raw)
        assert event is not None
        context.receive_event(bot, event)
    return said["message"].extract_plain_text()


@pytest.fixture
def private(chat: Chat) -> Chat:
    chat.group = None
    return chat


def named(name: str = "毛概.xlsx", **more: str) -> dict[str, str]:
    return {"file": name, "file_id": "/id1", "file_size": "1000", **more}


PACKED = {"base64": base64.b64encode(BANK).decode(), "file": "C:\\毛概.xlsx"}
GOT = {"get_private_file_url": None, "get_file": PACKED}


async def questions(database: Database) -> list[tuple[str, str]]:
    rows = await database.read(
        "select b.access, q.kind from question q join question_bank b on b.id = q.bank_id"
    )
    return [(row[0], row[1]) for row in rows]


async def test_a_file_is_looked_over_then_taken_in(private: Chat, database: Database) -> None:
    assert await sends(private, named(), GOT) == PREVIEW
    assert await questions(database) == []
    taken = await private.says("入库", person=ADMIN)
    assert (
        taken
        == "✅ 收下题库“毛概”：4 题（单选 1、填空 1、判断 1、多选 1），所有人可练；不能收 1 处"
    )
    assert {access for access, _ in await questions(database)} == {"free"}
    assert "这个文件已经收过了" in (await sends(private, named(), GOT))


async def test_for_members_only(private: Chat, database: Database) -> None:
    await sends(private, named(), GOT)
    assert "会员可练" in await private.says("会员入库", person=ADMIN)
    assert {access for access, _ in await questions(database)} == {"member"}


async def test_an_admin_thinks_better_of_it(private: Chat, database: Database) -> None:
    await sends(private, named(), GOT)
    assert await private.says("取消", person=ADMIN) == "好，这份题库不收，什么也没有写"
    assert "没有等着收的题库" in await private.says("/题库 入库", person=ADMIN)
    assert await questions(database) == []


async def test_a_file_waits_ten_minutes(private: Chat) -> None:
    from datetime import timedelta

    await sends(private, named(), GOT)
    private.now += timedelta(minutes=11)
    assert "没有等着收的题库" in await private.says("/题库 入库", person=ADMIN)


async def test_what_is_no_bank(private: Chat) -> None:
    packed = {"base64": base64.b64encode(word("同志们：开会。")).decode()}
    said = await sends(private, named("讲话.docx"), {"get_private_file_url": packed})
    assert said.startswith("没有找到题目")
    assert await sends(private, named("照片.png"), {}) == (
        "不认识这种文件。能收 xlsx、csv、json、docx"
    )
    assert "超过 20 MB" in (await sends(private, named(file_size="30000000"), {}))


async def test_members_send_no_files(private: Chat) -> None:
    assert "只收管理员" in (await sends(private, named(), {}, person=30071))
    assert await private.says("/题库 入库", person=30071) == "这个命令只有管理员能用"


async def test_in_a_group_files_are_passed_over(chat: Chat) -> None:
    from plugins._chat.adapter import Adapter

    raw = message_event(Speaker(ADMIN, 20000), [{"type": "file", "data": named()}])
    raw |= {"time": 1, "self_id": 10000}
    assert nonebot.get_adapter(Adapter).json_to_event(raw) is None


async def test_a_file_on_this_machine(private: Chat, tmp_path: Path) -> None:
    path = tmp_path / "毛概.xlsx"
    path.write_bytes(BANK)
    answers = {
        "get_private_file_url": {"url": ""},
        "get_file": {"file": str(path), "url": str(path)},
    }
    assert await sends(private, named(), answers) == PREVIEW


async def test_a_file_that_cannot_be_got(private: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {"get_private_file_url": None, "get_file": {"file": "/somewhere/else.xlsx"}}
    assert (await sends(private, named(), answers)).startswith("文件没有取到")
    links: list[str] = []

    async def download(url: str) -> bytes:
        links.append(url)
        if "old" in url:
            raise fetching.NotFetched
        return BANK

    monkeypatch.setattr("plugins._chat.files.download", download)
    answers = {"get_private_file_url": {"url": "https://new.example/x"}}
    assert await sends(private, named(url="http://old.example/x"), answers) == PREVIEW
    assert links == ["http://old.example/x", "https://new.example/x"]
