"""More than the bot can answer: its memory stays, nothing is lost, and it is there afterwards."""

import asyncio
import math
import re
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks import events, library
from benchmarks.load import Load, ask, open_loop
from benchmarks.processes import PROJECT, log_of, megabytes, running
from benchmarks.report import Bar, Row, checked, single, told

_RATE = 600
_SECONDS = 20
_PAUSE = 1.0
"""Seconds after which a bot that is in order has nothing left from the flood."""
_QUIET = 3.0
_SHED = re.compile(r"turned away (\d+) messages in all")
_SHED_SO_FAR = re.compile(r"turned away \d+ messages so far")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a flood.

    `seconds` is how long it was offered; `offered` counts the single commands around it too,
    `shed` is what the bot says at its end that it turned away, None when it does not say.
    `growth` is in MB at the peak, `afterwards` the seconds to answer a command after it all.
    """

    seconds: float
    offered: int
    answered: int
    busy: int
    strays: int
    shed: int | None
    growth: float
    afterwards: float


def measure() -> list[Row]:
    """All rows of this part."""
    with library.with_samples() as data:
        one = asyncio.run(_flood(data))
    return [
        told(
            f"洪水：每秒 {_RATE} 条，{one.seconds:.1f} 秒",
            f"共 {one.offered}，回答 {one.answered}，谢绝 {_said(one.shed)}，说忙 {one.busy} 次",
        ),
        single("　内存最多增加 MB", [one.growth], Bar(150)),
        single("　之后一条命令：秒", [one.afterwards], Bar(1)),
        checked("　收下的都答了，一条一答", *_accounted(one)),
    ]


async def _flood(data: Path) -> Outcome:
    async with running(PROJECT, data) as bot:
        await ask(bot.load)
        before = megabytes(bot.process)
        seconds = await open_loop(bot.load, islice(events.commands(), _RATE * _SECONDS), _RATE)
        await asyncio.sleep(_PAUSE)
        afterwards = await _ask_once_more(bot.load)
        await _quiet(bot.load)
        growth = megabytes(bot.process, "VmHWM") - before
    load = bot.load
    return Outcome(
        seconds=seconds,
        offered=_RATE * _SECONDS + 2,
        answered=len(load.latencies),
        busy=load.busy,
        strays=load.strays,
        shed=_shed(log_of(PROJECT, data).read_text("utf-8")),
        growth=growth,
        afterwards=afterwards,
    )


async def _ask_once_more(load: Load) -> float:
    try:
        return await ask(load)
    except TimeoutError:
        return math.inf


async def _quiet(load: Load) -> None:
    """Wait until the bot has said nothing for a while."""
    while True:
        heard = len(load.latencies) + load.busy + load.strays
        await asyncio.sleep(_QUIET)
        if heard == len(load.latencies) + load.busy + load.strays:
            return


def _shed(log: str) -> int | None:
    """How many messages the bot says it turned away; None when it turned away and does not say."""
    if total := _SHED.search(log):
        return int(total[1])
    return None if _SHED_SO_FAR.search(log) else 0


def _accounted(one: Outcome) -> tuple[str, bool]:
    if one.shed is None:
        return "机器人没有说谢绝了多少", False
    lost = one.offered - one.shed - one.answered
    return f"{one.offered - one.shed} 收，{one.answered} 答，多答错答 {one.strays}", not (
        lost or one.strays
    )


def _said(shed: int | None) -> str:
    return "不明" if shed is None else str(shed)
