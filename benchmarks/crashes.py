"""Kill -9 at random moments of reports and confirmations: what was shown is there afterwards.

python3 -m benchmarks.crashes [--kills 200] [--seed N]
"""

import argparse
import asyncio
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from random import Random

from websockets.exceptions import ConnectionClosed

from benchmarks.crash_actors import ADMINS, Stage
from benchmarks.crash_checks import violations
from benchmarks.pictures import serving
from study.terminal.onebot import Implementation
from study.terminal.process import BotProcess, connect, end_bot, start_bot

_LONGEST_LIFE = 3.0
"""Seconds that a bot lives at most after it was connected to."""
_LAST_LIFE = 120.0
"""Seconds within which everything that was begun must come to its end afterwards."""


async def measure(folder: Path, kills: int, seed: int) -> list[str]:
    """Kill a bot so many times; return what was wrong, nothing when all is well."""
    random, since = Random(seed), time.perf_counter()
    with serving() as (host, served):
        stage = Stage(random, f"http://{host}")
        wrong: list[str] = []
        for _ in range(kills):
            bot = _start(folder, host)
            with suppress(ConnectionClosed, OSError):
                await _life(bot, stage, random)
            wrong += _leaks(bot, stage)
        stage.is_closing = True
        wrong += await _last_life(_start(folder, host), stage)
        wrong += await violations(folder, stage, served)
    receipts = {one for story in stage.stories for one in story.receipts}
    print(
        f"种子 {seed}：杀 {kills} 次，{time.perf_counter() - since:.0f} 秒；说了 {stage.said} 句，"
        f"举报 {len(stage.stories)} 份，回执 {len(receipts)} 张，成立 {len(stage.confirmed)} 件，"
        f"图片 {len(served)} 张"
    )
    return wrong


def _start(folder: Path, host: str) -> BotProcess:
    admins = ",".join(f'"{one}"' for one in ADMINS)
    return start_bot(
        folder / "bot.log",
        {
            "STUDY_DATA_DIR": str(folder),
            "STUDY_LOAD_SAMPLES": "false",
            "STUDY_MEDIA_HOSTS": f'["{host}"]',
            "SUPERUSERS": f"[{admins}]",
            "LOG_LEVEL": "INFO",
        },
    )


async def _life(bot: BotProcess, stage: Stage, random: Random) -> None:
    """Speak to a bot, and kill it: half of the times anywhen, else right behind something after
    which it writes."""
    connection: Implementation | None = None
    living: asyncio.Task[None] | None = None
    try:
        connection = await connect(bot, stage.answer)
        stage.critical.clear()
        living = asyncio.create_task(stage.live(connection))
        if random.random() < 0.5:
            await asyncio.sleep(random.uniform(0, _LONGEST_LIFE))
        else:
            await asyncio.sleep(random.uniform(0, _LONGEST_LIFE / 2))
            stage.critical.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(stage.critical.wait(), _LONGEST_LIFE)
            await asyncio.sleep(random.uniform(0, 0.08))
    finally:
        bot.process.kill()
        bot.process.wait()
        if living:
            living.cancel()
            await asyncio.gather(living, return_exceptions=True)
        if connection:
            await connection.__aexit__()


async def _last_life(bot: BotProcess, stage: Stage) -> list[str]:
    """Let everything come to its end; what does not is wrong."""
    connection = await connect(bot, stage.answer)
    try:
        await asyncio.wait_for(stage.live(connection), _LAST_LIFE)
    except TimeoutError:
        left = [str(one.person) for one in stage.open_stories()]
        return [f"没有办完：举报 {left}，案件 {stage.waiting()}"]
    finally:
        await connection.__aexit__()
        end_bot(bot)
    return _leaks(bot, stage)


def _leaks(bot: BotProcess, stage: Stage) -> list[str]:
    """What a log tells of who reported and what they said."""
    log = bot.log.read_text("utf-8", "replace")
    told = [(story.person, story.suspect, story.circumstances) for story in stage.stories]
    found = [str(one) for story in told for one in story if str(one) in log]
    return [f"日志里有 {one}" for one in found]


def main() -> None:
    """Kill, look, and say whether all is well."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--kills", type=int, default=200)
    arguments.add_argument("--seed", type=int, default=int(time.time()))
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="study-crashes-") as folder:
        wrong = asyncio.run(measure(Path(folder), asked.kills, asked.seed))
    for one in wrong:
        print(f"✗ {one}")
    print("✗ 有问题" if wrong else "✓ 回执、证据、奖励、审计链都完整")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
