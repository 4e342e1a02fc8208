"""A real bot process over a real WebSocket: what members see, and what survives."""

import asyncio
import json
import os
import re
import signal
import sqlite3
import time
import urllib.error
import urllib.request
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from websockets.exceptions import InvalidStatus

from study.storage.maintenance import findings
from study.terminal.onebot import ApiCall, Implementation, Json, Speaker, message_event, text_of
from study.terminal.process import connect
from tests.e2e.bots import FRIEND, MEMBER, OWNER, Bot, ask


async def test_a_group_and_a_person_get_their_excerpts_from_the_samples(
    talking: tuple[Bot, Implementation],
) -> None:
    _, connection = talking
    today = await ask(connection, MEMBER, "/学习 今日")
    assert re.search(
        r"^📖 今日摘录 · .*\n\n.{40,180}\n\n——《.+》（\d{4}年.*） · M000\d 第\d+段", today
    )
    assert await ask(connection, Speaker(30009, 20000), "／学习今日") == today
    assert "接着读（第" in await ask(connection, MEMBER, "/学习 更多")
    assert "共8份" in await ask(connection, FRIEND, "/学习 目录")
    assert "能做这些" in await ask(connection, FRIEND, "/学习")
    assert await ask(connection, MEMBER, "晚上一起讨论一下") == ""


async def test_what_was_answered_survives_kill_9(bot: Bot) -> None:
    connection = await connect(bot.start())
    today = await ask(connection, MEMBER, "/学习 今日")
    ordered = await ask(connection, OWNER, "/学习 订阅 07:30")
    assert "已订阅" in ordered
    assert bot.running
    os.kill(bot.running.process.pid, signal.SIGKILL)
    bot.running.process.wait()
    await connection.__aexit__()
    async with bot.talk() as again:
        assert await ask(again, MEMBER, "/学习 今日") == today
        assert "已退订" in await ask(again, OWNER, "/学习 退订")
    assert findings(bot.database) == []


async def test_no_acknowledged_write_is_lost_however_often_it_is_killed(bot: Bot) -> None:
    acknowledged: set[int] = set()
    for attempt in range(3):
        connection = await connect(bot.start())
        people = range(50_000 + attempt * 100, 50_030 + attempt * 100)
        for person in people:
            await connection.say(Speaker(person), "/学习 订阅 08:00")
        while len(acknowledged & set(people)) < 10:
            call = await connection.next_call(3)
            assert call
            acknowledged.add(call.params["user_id"])
        assert bot.running
        bot.running.process.kill()
        bot.running.process.wait()
        await connection.__aexit__()
    stored = sqlite3.connect(bot.database)
    rows = {row[0] for row in stored.execute("select chat from subscription")}
    stored.close()
    assert {f"person:{person}" for person in acknowledged} <= rows
    assert findings(bot.database) == []


async def test_it_ends_within_three_seconds_with_the_database_closed(bot: Bot) -> None:
    connection = await connect(bot.start())
    await ask(connection, MEMBER, "/学习 今日")
    began = time.monotonic()
    assert await asyncio.to_thread(bot.end) in (0, -signal.SIGTERM)
    assert time.monotonic() - began < 3
    assert not bot.database.with_name("study.db-wal").exists()
    await connection.__aexit__()


async def test_without_the_token_nobody_gets_in(talking: tuple[Bot, Implementation]) -> None:
    bot, _ = talking
    assert bot.running
    for token in ("", "wrong"):
        with pytest.raises(InvalidStatus):
            await Implementation(bot.running.url, token, account=7).__aenter__()


async def test_a_forged_event_over_http_is_refused(talking: tuple[Bot, Implementation]) -> None:
    bot, connection = talking
    assert bot.running
    url = bot.running.url.replace("ws://", "http://").removesuffix("ws")
    body = json.dumps({"post_type": "message"}).encode()
    for headers, status in (({}, 401), ({"X-Signature": "sha1=00"}, 403)):
        request = urllib.request.Request(url, body, {"X-Self-ID": "10000", **headers})  # noqa: S310
        with pytest.raises(urllib.error.HTTPError) as refusal:
            await asyncio.to_thread(urllib.request.urlopen, request)
        assert refusal.value.code == status
        refusal.value.close()
    huge = urllib.request.Request(url, b"x" * 2_000_000, {"X-Signature": "sha1=00"})  # noqa: S310
    with pytest.raises((urllib.error.HTTPError, urllib.error.URLError)):
        await asyncio.to_thread(urllib.request.urlopen, huge)
    assert "能做这些" in await ask(connection, Speaker(30010, 20010), "/学习")


async def test_what_people_write_is_not_logged(bot: Bot) -> None:
    async with bot.talk() as connection:
        for speaker in (FRIEND, MEMBER):
            await ask(connection, speaker, "/学习 举报某某倒卖资料")
            await ask(connection, speaker, "/学习 今日")
    assert "倒卖" not in bot.log
    assert "30001" not in bot.log
    assert bot.running
    assert bot.running.token not in bot.log
    assert "准备好了：8 份资料。下一步：" in bot.log


async def test_a_quoted_message_is_not_asked_for(talking: tuple[Bot, Implementation]) -> None:
    _, connection = talking
    segments: list[Json] = [
        {"type": "reply", "data": {"id": "123"}},
        {"type": "at", "data": {"qq": "10000"}},
        {"type": "text", "data": {"text": " /学习 目录"}},
    ]
    await connection.send(message_event(Speaker(30011, 20011), segments))
    call = await connection.next_call(3)
    assert call
    assert call.action == "send_msg"
    assert "共8份" in text_of(call.params["message"])


async def test_malformed_events_do_no_harm(talking: tuple[Bot, Implementation]) -> None:
    _, connection = talking
    someone = Speaker(30012, 20012)
    for event in (
        {},
        {"post_type": 5},
        {"post_type": "message"},
        {"post_type": "message", "message_type": "group", "message": None},
        {"post_type": "message", "message_type": "group", "message": [{"type": "text"}]},
        {"post_type": "message", "message_type": "group", "message": ["/学习", 5]},
        {"post_type": "message", "message_type": "private", "message": {"text": "/学习"}},
        {"post_type": "notice", "notice_type": "strange"},
        message_event(someone, [{"type": "text", "data": {"text": "/学习 " + "\0" * 100_000}}]),
    ):
        await connection.send(event)
    while await connection.next_call(0.5):
        pass
    assert "能做这些" in await ask(connection, someone, "/学习")


async def test_a_push_that_nobody_answers_does_not_hold_up_the_end(bot: Bot) -> None:
    async with bot.talk() as connection:
        assert "已订阅" in await ask(connection, OWNER, "/学习 订阅 07:30")
    order_for_a_minute_ago(bot)
    connection = await connect(bot.start(), answer=lambda call: None)
    assert await connection.next_call(5)
    began = time.monotonic()
    await asyncio.to_thread(bot.end)
    assert time.monotonic() - began < 3
    await connection.__aexit__()
    assert pushes_by_state(bot) == [("sending",)]


async def test_a_flapping_connection_does_not_multiply_pushes(bot: Bot) -> None:
    async with bot.talk() as connection:
        for group in range(30_000, 30_010):
            await ask(connection, Speaker(1, group, "owner"), "/学习 订阅 07:30")
    order_for_a_minute_ago(bot)
    process = bot.start()
    sent = 0
    began = time.monotonic()
    for _ in range(6):
        connection = await connect(process)
        await asyncio.sleep(0.3)
        sent += connection.calls.qsize()
        await connection.__aexit__()
    assert sent <= 2 + (time.monotonic() - began) / 1.2


def order_for_a_minute_ago(bot: Bot) -> None:
    """Make every order be due now."""
    just_now = datetime.now(ZoneInfo("Asia/Shanghai")) - timedelta(minutes=1)
    stored = sqlite3.connect(bot.database)
    stored.execute(
        "update subscription set minute = ?, subscribed_at = ?",
        (just_now.hour * 60 + just_now.minute, (datetime.now(UTC) - timedelta(days=2)).isoformat()),
    )
    stored.commit()
    stored.close()


def pushes_by_state(bot: Bot) -> list[tuple[str]]:
    """The states of all pushes."""
    stored = sqlite3.connect(bot.database)
    states = stored.execute("select state from daily_push").fetchall()
    stored.close()
    return states


async def test_the_daily_push_comes_once_even_over_restarts(bot: Bot) -> None:
    async with bot.talk() as connection:
        assert "已订阅" in await ask(connection, OWNER, "/学习 订阅 07:30")
    order_for_a_minute_ago(bot)
    pushes: list[ApiCall] = []
    for _ in range(3):
        async with bot.talk() as connection:
            while call := await connection.next_call(2):
                pushes.append(call)
    assert [call.params["group_id"] for call in pushes] == [20000]
    assert "今日摘录" in text_of(pushes[0].params["message"])
    assert pushes_by_state(bot) == [("sent",)]
