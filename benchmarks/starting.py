"""How long a start takes and what an idle bot holds, beside the floor in the same run."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from benchmarks import library
from benchmarks.load import ask
from benchmarks.processes import FLOOR, PROJECT, Kind, cpu_seconds, megabytes, running
from benchmarks.report import Bar, Row, beside, difference, ratio

_ROUNDS = 10
_SETTLE_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds to ready, CPU seconds of that, MB after the first command."""

    ready: float
    cpu: float
    idle: float


def measure() -> list[Row]:
    """All rows of this part."""
    with library.with_samples() as data:
        rounds = asyncio.run(_rounds(data))
    floor, project = [one[FLOOR] for one in rounds], [one[PROJECT] for one in rounds]
    return [
        ratio(
            "从启动到接受连接：秒",
            [one.ready for one in floor],
            [one.ready for one in project],
            Bar(1.5),
        ),
        beside("　其中 CPU 秒", [one.cpu for one in floor], [one.cpu for one in project]),
        difference(
            "闲时内存：MB", [one.idle for one in floor], [one.idle for one in project], Bar(25)
        ),
    ]


async def _rounds(data: Path) -> list[dict[Kind, Start]]:
    for kind in (FLOOR, PROJECT):  # So that no round pays for compiling and cold files.
        await _start(kind, data)
    return [{kind: await _start(kind, data) for kind in (FLOOR, PROJECT)} for _ in range(_ROUNDS)]


async def _start(kind: Kind, data: Path) -> Start:
    async with running(kind, data) as bot:
        cpu = cpu_seconds(bot.process)
        await ask(bot.load)
        await asyncio.sleep(_SETTLE_SECONDS)
        return Start(bot.ready, cpu, megabytes(bot.process))
