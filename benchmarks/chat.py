"""What answering and ignoring cost, beside the floor in the same run."""

import asyncio
import time
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks import events, library
from benchmarks.events import Event
from benchmarks.load import closed_loop
from benchmarks.processes import FLOOR, PROJECT, Bot, Kind, cpu_seconds, running
from benchmarks.report import Bar, Row, beside, ratio

_ROUNDS = 5
_OUTSTANDING = 16
_WARM_UP = 300
_COMMANDS = 3000
_CHATTER = 4000


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run of messages cost: CPU in ms each, messages a second, and the cores (0 … 1)
    that the bot and this process took: the one at its limit sets the pace."""

    cpu: float
    rate: float
    bot_busy: float
    load_busy: float


def measure() -> list[Row]:
    """All rows of this part."""
    with library.with_samples() as data:
        rounds = asyncio.run(_rounds(data))
    answered = {kind: [one[kind][0] for one in rounds] for kind in (FLOOR, PROJECT)}
    ignored = {kind: [one[kind][1].cpu for one in rounds] for kind in (FLOOR, PROJECT)}

    def of(name: str) -> tuple[list[float], list[float]]:
        floor, project = ([getattr(one, name) for one in found] for found in answered.values())
        return floor, project

    return [
        ratio("/学习 今日：每条 CPU 毫秒", *of("cpu"), Bar(1.5)),
        ratio(f"　{_OUTSTANDING} 条在途：条/秒", *of("rate"), Bar(0.7, at_least=True)),
        beside("　当时占核：机器人", *of("bot_busy")),
        beside("　当时占核：发生器", *of("load_busy")),
        ratio("闲聊：每条 CPU 毫秒", ignored[FLOOR], ignored[PROJECT], Bar(0.5)),
    ]


async def _rounds(data: Path) -> list[dict[Kind, tuple[Cost, Cost]]]:
    orders = ((FLOOR, PROJECT), (PROJECT, FLOOR))
    return [
        {kind: await _sample(kind, data) for kind in orders[number % 2]}
        for number in range(_ROUNDS)
    ]


async def _sample(kind: Kind, data: Path) -> tuple[Cost, Cost]:
    """The cost of commands and of chatter, in a bot of their own."""
    async with running(kind, data) as bot:
        await closed_loop(bot.load, islice(events.commands(), _WARM_UP), _OUTSTANDING)
        command = await _cost(bot, islice(events.commands(), _COMMANDS), _OUTSTANDING)
        chatter = await _cost(bot, islice(events.chatter(), _CHATTER), 1)
        if bot.load.strays or bot.load.busy:
            raise RuntimeError(f"{kind.name}：有答错或多余的回答，量得的数不作数")
        return command, chatter


async def _cost(bot: Bot, said: Iterable[Event], outstanding: int) -> Cost:
    messages = list(said)
    bot_before, own_before = cpu_seconds(bot.process), time.process_time()
    seconds = await closed_loop(bot.load, messages, outstanding)
    bot_cpu, own_cpu = cpu_seconds(bot.process) - bot_before, time.process_time() - own_before
    return Cost(
        cpu=bot_cpu / len(messages) * 1000,
        rate=len(messages) / seconds,
        bot_busy=bot_cpu / seconds,
        load_busy=own_cpu / seconds,
    )
