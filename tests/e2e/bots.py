"""A real bot process, with a data folder of its own."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from study.terminal.onebot import Answer, Implementation, Speaker, segments_of, text_of
from study.terminal.process import BotProcess, connect, end_bot, start_bot
from tests.dialogue import ADMIN

MEMBER = Speaker(30001, 20000)
OWNER = Speaker(30000, 20000, "owner")
FRIEND = Speaker(30001)


def copy_library(source: Path, folder: Path) -> None:
    """Put the library of one data folder, with its keys, into another."""
    for name in ("study.db", "study.key"):
        shutil.copy2(source / name, folder / name)


class Bot:
    """A bot process that can be started again on the same data."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            "STUDY_DATA_DIR": str(folder),
            "STUDY_LOAD_SAMPLES": "true",
            "SUPERUSERS": f'["{ADMIN}"]',
        }
        self.running: BotProcess | None = None

    def start(self) -> BotProcess:
        """Start the process."""
        self.running = start_bot(self.folder / "bot.log", self.environment)
        return self.running

    def end(self) -> int:
        """End the process in order; return its exit code."""
        assert self.running
        return end_bot(self.running)

    @property
    def log(self) -> str:
        """What the process has logged since it was started."""
        return (self.folder / "bot.log").read_text("utf-8")

    @property
    def database(self) -> Path:
        """The database that the process keeps."""
        return self.folder / "study.db"

    @asynccontextmanager
    async def talk(self, answer: Answer | None = None) -> AsyncIterator[Implementation]:
        """Start it, connect to it, and end it in order."""
        connection = await connect(self.start(), answer)
        try:
            yield connection
        finally:
            await connection.__aexit__()
            await asyncio.to_thread(self.end)


async def ask(connection: Implementation, speaker: Speaker, text: str) -> str:
    """Say something and return the answer, '' when there is none within two seconds."""
    await connection.say(speaker, text)
    call = await connection.next_call(2)
    return text_of(segments_of(call)) if call else ""
