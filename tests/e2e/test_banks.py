"""An admin sends a file of questions to a real bot process."""

import base64
import sqlite3

from study.terminal.onebot import (
    ApiCall,
    Json,
    Speaker,
    message_event,
    segments_of,
    succeed,
    text_of,
)
from tests.banks.files import HEADS, ROWS, xlsx
from tests.dialogue import ADMIN
from tests.e2e.bots import Bot, ask


def answer(call: ApiCall) -> Json:
    """An implementation that gives files by value only, as LLBot can."""
    if call.action == "get_file":
        content = base64.b64encode(xlsx(HEADS, *ROWS)).decode()
        return {"status": "ok", "retcode": 0, "data": {"file": "毛概.xlsx", "base64": content}}
    if call.action == "get_private_file_url":
        return {"status": "failed", "retcode": 1404, "data": None}
    return succeed(call)


async def test_a_bank_from_a_file_in_chat(bot: Bot) -> None:
    admin = Speaker(ADMIN)
    data = {"file": "毛概.xlsx", "file_id": "/1", "file_size": "9000"}
    async with bot.talk(answer) as connection:
        await connection.send(message_event(admin, [{"type": "file", "data": data}]))
        said = ""
        while not said:
            call = await connection.next_call(10)
            assert call is not None
            said = text_of(segments_of(call)) if call.action == "send_msg" else ""
        assert said.startswith("📋 题库“毛概”：能收 4 题")
        assert (await ask(connection, admin, "入库")).startswith("✅ 收下题库“毛概”：4 题")
    assert "宗旨" not in bot.log
    stored = sqlite3.connect(bot.database)
    assert stored.execute("select count(*) from question where bank_id = 1").fetchone() == (4,)
    stored.close()
