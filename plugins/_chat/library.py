"""The library that this bot process has open."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import cache

from nonebot import get_driver
from nonebot.log import logger

from study.members.entitlement import EVERYTHING
from study.sealing.key_file import load_keyring
from study.services.glossary import bring_in_shipped
from study.services.questioning import unquestioned
from study.services.subscribing import give_up_unfinished
from study.settings import GLOSSARY, ROOT, Settings, load_settings
from study.storage import materials
from study.storage.database import Database, open_database
from study.storage.search import is_complete
from study.storage.vault import Vault

# Not `-m study`: that first sees to the environment, which a running bot has.
_COMMAND = "from study.cli.main import main; main(prog_name='study')"

settings: Settings = load_settings()
_open: list[Database] = []
before_closing: list[Callable[[], Awaitable[None]]] = []
"""What must end before the database is closed."""
after_opening: list[Callable[[Database], Awaitable[None]]] = []
"""What must be read from the database before the first message is."""


def database() -> Database:
    """The open library. Only between startup and shutdown."""
    return _open[0]


@cache
def vault() -> Vault:
    """The sealed files beside the database, and the keys."""
    return Vault(settings.evidence, load_keyring(settings.key_file))


async def open_library() -> None:
    """Open the database, load the samples into an empty one, and say what is ready."""
    library = await open_database(settings.database)
    _open.append(library)
    try:
        await _get_ready(library, datetime.now(UTC))
    except BaseException:
        await close_library()  # Its threads would keep the failed process alive.
        raise


async def _get_ready(library: Database, now: datetime) -> None:
    await bring_in_shipped(library, GLOSSARY.read_text("utf-8"))
    if settings.load_samples and not await materials.count(library):
        await _load_samples()
    elif not await is_complete(library):
        logger.info("检索的索引要重建，请稍候……")
        await _study("reindex")
    if missing := len(await unquestioned(library)):
        logger.info(f"{missing} 份资料还没有题，正在后台出题")
        _start_making_questions()
    if unfinished := await give_up_unfinished(library, now):
        logger.warning(f"上次中断时有 {unfinished} 条推送不知是否送达，已标为“不明”，不会重发")
    for begin in after_opening:
        await begin(library)
    _say_ready(await materials.count_readable(library, window=EVERYTHING))


async def _load_samples() -> None:
    """Put the samples in, by a process of its own: words and phrases take memory for good."""
    await _study("import", "--samples")
    logger.info("资料库是空的，已放入示例资料；收录第一份真资料后自动撤下")


async def _study(*words: str) -> None:
    """Run a command of `python -m study` beside the bot, and wait for it.

    Raises RuntimeError when it fails.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _COMMAND, *words, cwd=ROOT, stdout=asyncio.subprocess.DEVNULL
    )
    try:
        failed = await process.wait()
    finally:
        if process.returncode is None:
            process.terminate()
            await process.wait()
    if failed:
        raise RuntimeError(f"study {' '.join(words)} failed")


def _start_making_questions() -> None:
    """Make the questions that an older library lacks, by a process of its own, while the bot
    answers; what is not done when the bot ends is done at the next start."""
    making = asyncio.create_task(_study("questions"))

    async def stop() -> None:
        making.cancel()
        await asyncio.gather(making, return_exceptions=True)

    before_closing.append(stop)


async def close_library() -> None:
    """End what still uses the database and close it: an open one keeps the process alive."""
    for stop in before_closing:
        await stop()
    while _open:
        await _open.pop().close()


def _say_ready(count: int) -> None:
    config = get_driver().config
    todo = (
        f"在 NapCat 或 LLBot 里添加反向 WebSocket：ws://{config.host}:{config.port}/onebot/v11/ws"
        if count
        else "资料库是空的，先运行：python3 -m study import 资料文件夹"
    )
    logger.info(f"准备好了：{count} 份资料。下一步：{todo}")
