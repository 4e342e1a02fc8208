"""Looking things up in a real bot process, over a real WebSocket."""

import sqlite3

from study.storage.index_check import index_findings
from study.terminal.onebot import Speaker
from tests.e2e.bots import FRIEND, MEMBER, Bot, ask

OTHER = Speaker(30009, 20000)


async def test_a_member_looks_up_turns_pages_opens_and_checks(bot: Bot) -> None:
    async with bot.talk() as connection:
        first = await ask(connection, MEMBER, "/学习 查 群众")
        assert first.startswith("🔍 群众：")
        assert "【群众】" in first
        assert await ask(connection, OTHER, "下一页") == ""
        second = await ask(connection, MEMBER, "下一页")
        assert "（第2/" in second
        opened = await ask(connection, MEMBER, "看1")
        assert opened.startswith("📄 第")
        sentence = opened.split("\n\n")[2 if "（上一段）" in opened else 1].split("。")[0]
        checked = await ask(connection, FRIEND, f"/学习 核对 {sentence}")
        assert checked.startswith("✅ 一致"), (sentence, checked)
        assert "没查到" in await ask(connection, MEMBER, "/学习 查 四个易识")
        assert "四个意识" in await ask(connection, MEMBER, "1")
        assert "词典" in await ask(connection, FRIEND, "/学习 沿革 四个自信")


async def test_a_library_from_before_there_was_an_index_is_indexed_at_the_start(bot: Bot) -> None:
    async with bot.talk() as connection:
        before = await ask(connection, MEMBER, "/学习 查 群众")
    stored = sqlite3.connect(bot.database)
    stored.execute("insert into gram (gram) values ('delete-all')")
    stored.execute("update material set indexed = 0")
    for table in ("word", "term", "character", "key_phrase_item", "key_phrase"):
        stored.execute(f"delete from {table}")  # noqa: S608
    stored.commit()
    stored.close()
    async with bot.talk() as connection:
        assert await ask(connection, MEMBER, "/学习 查 群众") == before
        assert "索引要重建" in bot.log
    assert index_findings(bot.database) == []
