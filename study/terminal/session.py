"""The talk itself: lines typed or piped in, replies printed as they come."""

import asyncio
import sys
import threading
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from websockets.exceptions import ConnectionClosed

from study.terminal.attachments import rendered
from study.terminal.onebot import (
    ApiCall,
    Implementation,
    Json,
    Speaker,
    message_event,
    segments_of,
)
from study.terminal.uploads import Uploads

GROUP = 20000
ADMIN = 10001
_PEOPLE = {
    "群友": Speaker(30001, GROUP),
    "群主": Speaker(30000, GROUP, "owner"),
    "私聊": Speaker(30001),
    "管理员": Speaker(ADMIN),
}
HELP = (
    "直接输入就是说话。换身份：:群友 :群主 :私聊 :管理员　发图片或文件 :发 路径　看帮助 :帮助　"
    "结束 :退出 或 Ctrl-D\n"
    "先试试：/学习　/学习 今日　/学习 查 作风　/学习 测验　/学习 目录"
)
_SEND = (":发", "：发")
_FIRST_REPLY_SECONDS = 2.5
_NEXT_REPLY_SECONDS = 0.4
_LAST_WORDS_SECONDS = 2.0
"""How long a talk that was piped in waits for what the bot says by itself, such as a question."""


@dataclass(slots=True)
class Session:
    """A running talk: who speaks now, and where received files go."""

    bot: Implementation
    folder: Path
    uploads: Uploads
    name: str = "群友"


async def talk(bot: Implementation, folder: Path, uploads: Uploads) -> None:
    """Speak each line of standard input to the bot and print what it answers, until the end
    of input or until the bot is gone."""
    session = Session(bot, folder, uploads)
    print(HELP)
    gone = asyncio.create_task(bot.closed())
    async for line in _lines(session):
        try:
            await _take(session, line.strip())
        except ConnectionClosed:
            break
        if gone.done():
            break
    else:
        if not sys.stdin.isatty():
            await _hear(session, _LAST_WORDS_SECONDS)
        gone.cancel()
        return
    print("机器人断开了，它的日志说明原因。")


async def _lines(session: Session) -> AsyncIterator[str]:
    """Lines as they come; while a person thinks, what the bot says by itself is shown."""
    while True:
        prompt = f"{session.name}> "
        reading = _read_line(prompt)
        while not reading.done():
            hearing = asyncio.create_task(session.bot.calls.get())
            await asyncio.wait((reading, hearing), return_when=asyncio.FIRST_COMPLETED)
            if hearing.done():
                print()
                _show(session, hearing.result())
                print(prompt, end="", flush=True)
            hearing.cancel()
        line = reading.result()
        if line is None or line.strip() in (":退出", ":q"):
            print()
            return
        yield line


async def _take(session: Session, line: str) -> None:
    if not line:
        return
    if line.startswith(_SEND):
        if not await _send(session, line[2:].strip()):
            return
    elif line.startswith((":", "：")):
        print(_switch(session, line[1:].strip()))
        return
    else:
        await session.bot.say(_PEOPLE[session.name], line)
    if not await _hear(session, _FIRST_REPLY_SECONDS):
        print("（机器人没有出声：不是对它说的话，发得太快，或者是测验的回答，到时一起公布）")


async def _send(session: Session, path: str) -> bool:
    """Send a picture or a file; whether there is one."""
    try:
        segment = session.uploads.segment(path)
    except OSError:
        print(f"没有这个文件：{path}")
        return False
    await session.bot.send(message_event(_PEOPLE[session.name], [segment]))
    return True


async def _hear(session: Session, seconds: float) -> bool:
    """Show what the bot says until it pauses; False when it says nothing for so long."""
    call = first = await session.bot.next_call(seconds)
    while call is not None:
        _show(session, call)
        call = await session.bot.next_call(_NEXT_REPLY_SECONDS)
    return first is not None


def _switch(session: Session, word: str) -> str:
    if word not in _PEOPLE:
        return HELP
    session.name = word
    speaker = _PEOPLE[word]
    place = f"在群 {speaker.group} 里" if speaker.group else "私聊机器人"
    return f"现在你是{word}（{speaker.person}），{place}"


def _show(session: Session, call: ApiCall) -> None:
    """Print a message that the bot sends; other calls are none of a person's business."""
    if call.action == "upload_private_file":
        segments: list[Json] = [{"type": "file", "data": call.params}]
    elif call.action.startswith("send_"):
        segments = segments_of(call)
    else:
        return
    text = rendered(segments, session.folder, datetime.now(UTC))
    group = call.params.get("group_id")
    print(f"\n机器人{'（群里）' if group else '（私聊）'}：\n{text}\n")


def _read_line(prompt: str) -> asyncio.Future[str | None]:
    """A line of standard input, None at its end. In a daemon thread: no other way of reading
    works for terminals, pipes and files on all systems without holding up the loop."""
    loop = asyncio.get_running_loop()
    line: asyncio.Future[str | None] = loop.create_future()

    def settle(text: str | None) -> None:
        if not line.done():
            line.set_result(text)

    def read() -> None:
        try:
            text = input(prompt)
            if not sys.stdin.isatty():
                print(text)
        except EOFError:
            text = None
        if not loop.is_closed():
            loop.call_soon_threadsafe(settle, text)

    threading.Thread(target=read, daemon=True).start()
    return line
