"""What admins say about redeem codes, and the file they get."""

import base64
import io
import re
from typing import Any

import nonebot
import openpyxl
import pytest
from nonebot.adapters.onebot.v11 import ActionFailed

from plugins._chat.call import Attachment, Reply
from study.storage.database import Database
from study.terminal.onebot import Speaker, message_event
from tests.dialogue import ADMIN, Chat, _Seen

CODE = re.compile(r"(?:[2-9A-Z]{4}-){3}[2-9A-Z]{4}")


@pytest.fixture
def private(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> Chat:
    monkeypatch.setattr("plugins._chat.sending._BETWEEN_PIECES", 0)
    chat.group = None
    return chat


async def makes(chat: Chat, text: str, *answers: Any) -> tuple[str, list[dict[str, Any]]]:
    """Order codes: what is said first, and the calls that hand over the file.

    `answers` are how the implementation takes these calls, an action with an answer or error.
    """
    from nonebot.adapters.onebot.v11 import Bot

    from plugins._chat.adapter import Adapter

    said, handed = _Seen(), [_Seen() for _ in answers]
    raw = message_event(Speaker(ADMIN), [{"type": "text", "data": {"text": text}}])
    raw |= {"time": 1, "self_id": 10000}
    async with chat.app.test_matcher() as context:
        adapter = nonebot.get_adapter(Adapter)
        bot = context.create_bot(base=Bot, adapter=adapter, self_id="10000")
        context.should_call_api("send_msg", said, {"message_id": 1})
        for (action, answer), seen in zip(answers, handed, strict=True):
            error = answer if isinstance(answer, Exception) else None
            context.should_call_api(action, seen, None if error else answer, error)
        event = adapter.json_to_event(raw)
        assert event is not None
        context.receive_event(bot, event)
    return said["message"].extract_plain_text(), list(handed)


UPLOADED = ("upload_private_file", {"file_id": "/1"})


def refused(code: int) -> ActionFailed:
    return ActionFailed(retcode=code)


def codes_in(call: dict[str, Any]) -> list[str]:
    content = base64.b64decode(call["file"].removeprefix("base64://"))
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.active is not None
    return [str(row[1].value) for row in list(book.active.iter_rows())[1:]]


async def test_few_codes_stand_in_the_text_and_in_the_file(
    private: Chat, database: Database
) -> None:
    said, [call] = await makes(private, "/兑换码 生成 3 365天 有效 90天 秋季班", UPLOADED)
    first, *codes, last = said.splitlines()
    assert first == "✅ 第1批：3个兑换码，每个365天，2027-02-21 前兑换（含当天）"
    assert last == "码只给出这一次（库里只留校验值，找不回来），请存好随后发来的表格"
    assert codes_in(call) == codes
    assert call["user_id"] == ADMIN
    assert call["name"] == "兑换码-第1批.xlsx"
    assert "有效至 2027-11-23" in await private.says(f"/学习 兑换 {codes[0]}")
    assert (await private.says(f"/学习 兑换 {codes[1]}", person=ADMIN)).startswith(
        "这批兑换码是你生成的"
    )


async def test_many_codes_stand_in_the_file_only(private: Chat) -> None:
    said, [call] = await makes(private, "/兑换码 生成 １００个 一年", UPLOADED)
    assert not CODE.search(said)
    assert said.startswith("✅ 第1批：100个兑换码，每个1年，长期可兑换\n")
    assert len(set(codes_in(call))) == 100


async def test_a_file_that_is_refused_is_sent_as_a_message(private: Chat) -> None:
    _, calls = await makes(
        private,
        "/兑换码 生成 50 1年",
        ("upload_private_file", refused(1404)),
        ("send_msg", {"message_id": 2}),
    )
    assert calls[1]["message_type"] == "private"
    assert calls[1]["message"][0].type == "file"
    assert calls[1]["message"][0].data["name"] == "兑换码-第1批.xlsx"


async def test_a_file_that_does_not_arrive(private: Chat) -> None:
    _, calls = await makes(
        private,
        "/兑换码 生成 50 1年 有效30天",
        ("upload_private_file", refused(1404)),
        ("send_msg", refused(100)),
        ("send_msg", {"message_id": 2}),
    )
    assert calls[2]["message"].extract_plain_text() == (
        "文件“兑换码-第1批.xlsx”没有送到，这里的 QQ 发不了文件。请先发 /兑换码 作废 1，"
        "再到服务器上生成：python3 -m study codes 50 1年 --valid 30天 --to 兑换码.xlsx"
    )


async def test_a_file_that_may_have_arrived_is_not_sent_twice(private: Chat) -> None:
    _, calls = await makes(
        private,
        "/兑换码 生成 2 1年",
        ("upload_private_file", refused(1200)),
        ("send_msg", {"message_id": 2}),
    )
    assert calls[1]["message"].extract_plain_text() == (
        "文件“兑换码-第1批.xlsx”不知道送到没有：看到了就不用管。"
        "没看到：码都在上面那条消息里，请从那里抄下"
    )


async def test_files_go_to_the_person_also_from_a_group(private: Chat) -> None:
    from nonebot.adapters.onebot.v11 import Bot

    from plugins._chat import sending
    from plugins._chat.adapter import Adapter

    said = _Seen()
    reply = Reply("好", files=(Attachment("..\\../a.txt", b"x"),))
    async with private.app.test_api() as context:
        bot = context.create_bot(base=Bot, adapter=nonebot.get_adapter(Adapter), self_id="10000")
        context.should_call_api("send_msg", said, {"message_id": 1})
        packed = {"user_id": 30001, "file": "base64://eA==", "name": ".._.._a.txt"}
        context.should_call_api("upload_private_file", packed, {})
        outcome, _, _ = await sending.send(bot, "20000", "30001", reply)
    assert outcome == "sent"
    assert said["group_id"] == 20000


async def test_batches_are_listed_looked_at_and_revoked(private: Chat, database: Database) -> None:
    said, _ = await makes(private, "/兑换码 生成 3 1年 秋季班", UPLOADED)
    codes = CODE.findall(said)
    await private.says(f"/学习 兑换 {codes[0]}")
    assert await private.says("/兑换码 列表", person=ADMIN) == (
        "🎟 兑换码\n第1批　1年×3　已兑换1 可用2 作废0　长期可兑换　秋季班"
    )
    tails = sorted(code[-4:] for code in codes[1:])
    assert await private.says("/兑换码 看 第1批", person=ADMIN) == (
        "第1批　1年×3　已兑换1 可用2 作废0　长期可兑换　秋季班\n"
        "2026-11-23 09:00 由 10001 生成\n"
        f"尾号{codes[0][-4:]} 2026-11-23 09:00 由 30001 兑换\n"
        f"尾号{tails[0]} 未用\n尾号{tails[1]} 未用"
    )
    assert await private.says(f"/兑换码 作废 1 尾号{tails[0].lower()}", person=ADMIN) == (
        "✅ 第1批的这个码已作废，还可用1个。已兑换的1个不受影响，要收回用 /会员 撤销"
    )
    assert await private.says(f"/兑换码 作废 {codes[0]}", person=ADMIN) == (
        "这个码已由 30001 兑换，作废不了。要收回会员：/会员 查 30001，再 /会员 撤销"
    )
    assert (await private.says("/兑换码 作废 1", person=ADMIN)).startswith(
        "✅ 第1批的1个码已作废，还可用0个"
    )
    assert await private.says("/兑换码 作废 1", person=ADMIN) == (
        "第1批没有可作废的码：已兑换1，早已作废2"
    )
    revoked = next(code for code in codes if code[-4:] == tails[1])
    assert (await private.says(f"/学习 兑换 {revoked}")).startswith("这个码已作废")


async def test_a_large_batch_has_pages(private: Chat) -> None:
    await makes(private, "/兑换码 生成 30 1年", UPLOADED)
    said = await private.says("/兑换码 看 1", person=ADMIN)
    assert said.count("尾号") == 25
    assert said.endswith("回 下一页 看后面的")
    assert (await private.says("下一页", person=ADMIN)).count("尾号") == 5
    assert await private.says("/兑换码 看 1 3", person=ADMIN) == "这一批后面没有码了"


async def test_what_an_admin_can_get_wrong(private: Chat) -> None:
    for said, answer in (
        ("/兑换码 生成", "写法：/兑换码 生成 个数 时长"),
        ("/兑换码 生成 10", "写法：/兑换码 生成 个数 时长"),
        ("/兑换码 生成 10 1年 有效 很久", "写法：/兑换码 生成 个数 时长"),
        ("/兑换码 生成 0 1年", "一批1到1000个"),
        ("/兑换码 生成 1001 1年", "一批1到1000个"),
        ("/兑换码 生成 1 11年", "时长和有效期最短1天"),
        ("/兑换码 列表", "还没有兑换码。"),
        ("/兑换码 看", "写法：/兑换码 看 批号"),
        ("/兑换码 看 7", "没有这一批"),
        ("/兑换码 作废", "写法：/兑换码 作废 批号"),
        ("/兑换码 作废 1 AB", "写法：/兑换码 作废 批号"),
        ("/兑换码 作废 7", "没有这一批"),
        ("/兑换码 作废 2222222222222222", "没有这个兑换码"),
    ):
        assert (await private.says(said, person=ADMIN)).startswith(answer), said


@pytest.mark.parametrize("said", ["/兑换码 生成 3 1年", "/兑换码 列表", "/兑换码 作废 1"])
async def test_codes_are_not_for_groups(chat: Chat, database: Database, said: str) -> None:
    assert await chat.says(said, person=ADMIN) == "兑换码的事请私聊我办，群里不处理"
    assert await database.read("select * from code_batch") == []
