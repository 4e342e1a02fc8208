"""A report over a real process and WebSocket, through kill -9 between its steps."""

import asyncio
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.crashes import measure
from benchmarks.pictures import NOWHERE, picture, serving
from study.sealing.key_file import load_keyring
from study.storage.vault import Vault
from study.terminal.onebot import Implementation, Speaker, message_event, segments_of, text_of
from study.terminal.process import connect
from tests.e2e.bots import Bot, ask

REPORTER = Speaker(38_765_432)
IN_GROUP = Speaker(38_765_432, 20000)
SUSPECT = "QQ 912345678，闲鱼店“学习资料批发”"
QUOTED = "他说一份三元，全套三十"
WHERE = "11月20日晚上，在闲鱼"


@pytest.fixture
def reports(new_bot: Bot) -> Iterator[tuple[Bot, str]]:
    """A bot without samples that fetches pictures from a server here, and the server's address."""
    with serving() as (host, _):
        new_bot.environment |= {"STUDY_LOAD_SAMPLES": "false", "STUDY_MEDIA_HOSTS": f'["{host}"]'}
        yield new_bot, f"http://{host}"


async def kill(bot: Bot, connection: Implementation) -> str:
    """Kill the process; return what it logged."""
    assert bot.running
    bot.running.process.kill()
    bot.running.process.wait()
    await connection.__aexit__()
    return bot.log


async def says(connection: Implementation, text: str) -> str:
    """Say something in private and return the answer to it, whatever else is asked meanwhile."""
    await connection.say(REPORTER, text)
    return await hears(connection)


async def hears(connection: Implementation) -> str:
    while call := await connection.next_call(15):
        if call.action == "send_msg" and call.params.get("user_id") == REPORTER.person:
            return text_of(segments_of(call))
    return ""


async def shows(connection: Implementation, base: str, *numbers: int) -> str:
    """Send pictures in one message, and return the answer."""
    images = [
        {"type": "image", "data": {"file": f"{one}.png", "url": f"{base}/{one}"}} for one in numbers
    ]
    await connection.send(message_event(REPORTER, images))
    return await hears(connection)


async def test_a_report_survives_kill_9_between_its_steps(reports: tuple[Bot, str]) -> None:
    bot, base = reports
    log = ""
    connection = await connect(bot.start())
    assert await ask(connection, IN_GROUP, f"/举报 {SUSPECT}") == (
        "举报只在私聊里收：请私聊我发 /举报"
    )
    assert "第1/4步" in await says(connection, "/举报")
    assert "第2/4步" in await says(connection, SUSPECT)
    log += await kill(bot, connection)

    connection = await connect(bot.start())
    told = await shows(connection, base, 1, 2, NOWHERE)
    assert told.startswith("收到 2张图片，共 2 件\n图片没收全（2/3），请重发第3张\n")
    assert (await says(connection, QUOTED)).startswith("收到 1段文字，共 3 件")
    log += await kill(bot, connection)

    connection = await connect(bot.start())
    assert (await shows(connection, base, 3)).startswith("收到 1张图片，共 4 件")
    assert "第3/4步" in await says(connection, "好了")
    log += await kill(bot, connection)

    connection = await connect(bot.start())
    told = await says(connection, WHERE)
    assert SUSPECT in told
    assert "3张图片、1段文字，共 4 件" in told
    receipt = await says(connection, "提交")
    found = re.match(r"✅ 已受理 (JB-\w{5})\n", receipt)
    assert found
    log += await kill(bot, connection)

    async with bot.talk() as again:
        assert (await says(again, "提交")).startswith(receipt)
        assert f"{found[1]}：受理" in await says(again, f"/举报 进度 {found[1]}")
    await whole(bot.folder, found[1])
    assert is_sealed(bot.folder)
    log += bot.log
    for secret in (SUSPECT, "912345678", QUOTED, WHERE, str(REPORTER.person), base):
        assert secret not in log


async def whole(folder: Path, number: str) -> None:
    """Check that a case has everything that was said and sent."""
    vault = Vault(folder / "evidence", load_keyring(folder / "study.key"))
    connection = sqlite3.connect(folder / "study.db")
    [row] = connection.execute(
        "select id, number, reporter, suspect, circumstances from resale_case"
    )
    case, *told = row
    assert told[:2] == [number, str(REPORTER.person)]
    assert [vault.keyring.unseal_text(sealed) for sealed in told[2:]] == [SUSPECT, WHERE]
    rows = connection.execute("select digest from evidence where case_id = ? order by id", (case,))
    contents = [await vault.get(digest) for (digest,) in rows]
    assert contents == [picture(1), picture(2), QUOTED.encode(), picture(3)]
    connection.close()


def is_sealed(folder: Path) -> bool:
    """Whether nothing that was said stands anywhere on the disk."""
    stored = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    return not any(said.encode() in stored for said in (SUSPECT, QUOTED, WHERE))


async def test_crashes_lose_nothing_that_was_shown(tmp_path: Path) -> None:
    assert await asyncio.wait_for(measure(tmp_path, kills=5, seed=11), 240) == []
