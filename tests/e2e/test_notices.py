"""Notices over a real process: they arrive, and what is refused is told later."""

from datetime import UTC, datetime
from pathlib import Path

from study.sealing.key_file import load_keyring
from study.services.notices import leave
from study.storage.database import open_database
from study.terminal.onebot import ApiCall, Implementation, Json, segments_of, text_of
from tests.e2e.bots import FRIEND, Bot, ask

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


async def left(folder: Path, *texts: str) -> None:
    database = await open_database(folder / "study.db")
    keyring = load_keyring(folder / "study.key")
    async with database.transaction() as transaction:
        for text in texts:
            person = str(FRIEND.person)
            await leave(transaction, keyring, person, text, text, LONG_AGO, LONG_AGO)
    await database.close()


async def heard(connection: Implementation) -> tuple[object, str]:
    """To whom the bot says something next, and what."""
    call = await connection.next_call(25)
    assert call
    return call.params.get("user_id"), text_of(segments_of(call))


async def test_what_is_refused_is_told_when_the_person_next_speaks(bot: Bot) -> None:
    refusing = [True]

    def answer(call: ApiCall) -> Json | None:
        if refusing[0] and call.action == "send_msg":
            return {"status": "failed", "retcode": 100, "data": None}
        return {"status": "ok", "retcode": 0, "data": {"message_id": 1}}

    await left(bot.folder, "你的举报成立")
    async with bot.talk(answer) as connection:
        assert await heard(connection) == (FRIEND.person, "你的举报成立")
        refusing[0] = False
        assert "目录" in await ask(connection, FRIEND, "/学习 目录")
        person, text = await heard(connection)
        assert (person, text) == (FRIEND.person, "📮 之前没能送到你这里的消息：\n\n你的举报成立")
        assert "目录" in await ask(connection, FRIEND, "/学习 目录")
        assert await connection.next_call(2) is None
    assert str(FRIEND.person) not in bot.log
    assert "举报成立" not in bot.log
