"""A bot process of one's own, started and ended with the session."""

import asyncio
import os
import secrets
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from study.settings import ROOT
from study.terminal.onebot import Answer, Implementation

_READY_SECONDS = 60
_END_SECONDS = 5


class BotFailed(Exception):
    """The bot process ended instead of listening; `log` holds what it said."""

    def __init__(self, log: str) -> None:
        super().__init__(log)
        self.log = log


@dataclass(frozen=True, slots=True)
class BotProcess:
    """A running `bot.py`: where it listens, with which token, and where it writes its log."""

    process: subprocess.Popen[bytes]
    url: str
    token: str
    log: Path


def start_bot(log: Path, environment: Mapping[str, str]) -> BotProcess:
    """Start `bot.py` on a free port of the loopback with a token of its own."""
    port, token = _free_port(), secrets.token_urlsafe(16)
    said = {
        **os.environ,
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "ONEBOT_ACCESS_TOKEN": token,
        "PYTHONUNBUFFERED": "1",
        **environment,
    }
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, str(ROOT / "bot.py")],
            env=said,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            # Ctrl-C in the terminal is for the session, which then ends the bot in order.
            start_new_session=True,
        )
    return BotProcess(process, f"ws://127.0.0.1:{port}/onebot/v11/ws", token, log)


async def connect(bot: BotProcess, answer: Answer | None = None) -> Implementation:
    """Wait until the bot listens and connect to it; `answer` as in Implementation.

    Raises BotFailed.
    """
    for _ in range(_READY_SECONDS * 10):
        try:
            return await Implementation(bot.url, bot.token, answer=answer).__aenter__()
        except OSError:
            if bot.process.poll() is not None:
                break
            await asyncio.sleep(0.1)
    raise BotFailed(bot.log.read_text("utf-8", "replace"))


def end_bot(bot: BotProcess) -> int:
    """Ask the bot to end, and make it; return its exit code."""
    if bot.process.poll() is None:
        bot.process.send_signal(signal.SIGTERM)
    try:
        return bot.process.wait(_END_SECONDS)
    except subprocess.TimeoutExpired:
        bot.process.kill()
        return bot.process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
