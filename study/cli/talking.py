"""`python -m study talk`: a person at a terminal talks to the real bot."""

import asyncio
import json
import os
import signal
import sys
from io import TextIOWrapper
from pathlib import Path
from types import FrameType
from typing import cast

import click

from study.settings import load_settings
from study.terminal.process import BotFailed, BotProcess, connect, end_bot, start_bot
from study.terminal.session import ADMIN, talk
from study.terminal.uploads import Uploads


@click.command("talk", help="在终端里和机器人说话：启动真的机器人，不用 QQ。")
def talk_() -> None:
    """Start a bot of one's own and speak to it until the end of input."""
    folder = load_settings().data_dir / "talk"
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _interrupt)
    code = 0
    cast(TextIOWrapper, sys.stdin).reconfigure(errors="replace")
    bot = start_bot(folder / "bot.log", {"SUPERUSERS": json.dumps([str(ADMIN)])})
    try:
        asyncio.run(_talk(bot, folder))
    except KeyboardInterrupt:
        print()
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123 - nobody reads any more
    except BotFailed as failed:
        print(f"机器人没有启动：\n{failed.log}", file=sys.stderr)
        code = 1
    finally:
        end_bot(bot)
    print("再见。")
    sys.stdout.flush()
    # A thread may still wait for the terminal; an orderly exit would wait for it in turn.
    os._exit(code)


async def _talk(bot: BotProcess, folder: Path) -> None:
    print("正在启动机器人……", flush=True)
    uploads = Uploads()
    connection = await connect(bot, uploads.answer)
    try:
        await talk(connection, folder / "received", uploads)
    finally:
        await connection.__aexit__(None, None, None)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
