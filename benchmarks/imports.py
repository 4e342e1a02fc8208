"""How fast materials are taken in, and what it costs those who ask the bot meanwhile."""

import asyncio
from itertools import islice
from pathlib import Path
from statistics import median

from benchmarks import events, library
from benchmarks.load import Load, ask, open_loop
from benchmarks.processes import PROJECT, running
from benchmarks.report import Bar, Row, checked, percentile, single, told
from benchmarks.speeches import write_speeches
from study.settings import ROOT

_ROUNDS = 3
_REPORTS = ROOT.parent / "shared" / "corpus" / "reports_national"
"""Real reports, where there are any."""
_LEAST = Bar(1.0, at_least=True)
_RATE = 50
_IDLE_SECONDS = 20


def measure() -> list[Row]:
    """All rows of this part."""
    with library.temporary() as speeches:
        write_speeches(speeches, seed=0)
        rows = _speed_rows("生成的讲话", speeches)
    if _REPORTS.is_dir():
        rows += _speed_rows("历年报告", _REPORTS)
    idle, meanwhile = asyncio.run(_latencies())
    return [*rows, _latency_row("闲时", idle), _latency_row("收录资料时", meanwhile)]


def _speed_rows(name: str, folder: Path) -> list[Row]:
    read: list[library.Import] = []
    found: list[library.Import] = []
    for _ in range(_ROUNDS):
        with library.temporary() as data:
            read.append(library.take_in(data, folder, "--dry-run"))
            found.append(library.take_in(data, folder))
    one, files = found[0], len(list(folder.iterdir()))
    return [
        single(f"读入和清洗{name}（试运行）：MB/CPU 秒", [one.speed for one in read], _LEAST),
        told(f"收录{name}，连同提法和索引", f"{median(one.speed for one in found):.2f} MB/CPU 秒"),
        told(
            "　其中",
            f"{one.megabytes:.1f} MB，CPU {median(one.cpu for one in found):.2f} 秒",
        ),
        checked("　份数", f"{files} 份收录 {one.taken} 份", one.taken == files),
    ]


async def _latencies() -> tuple[list[float], list[float]]:
    """Of commands at `_RATE`: while nothing else happens, and while speeches are taken in."""
    with library.with_samples() as data:
        async with running(PROJECT, data) as bot:
            await ask(bot.load)
            bot.load.latencies.clear()
            await open_loop(bot.load, islice(events.commands(), _RATE * _IDLE_SECONDS), _RATE)
            await bot.load.down_to(0)
            idle = bot.load.latencies.copy()
            bot.load.latencies.clear()
            for seed in range(1, _ROUNDS + 1):
                await _ask_during_import(bot.load, data, seed)
            return idle, bot.load.latencies


async def _ask_during_import(load: Load, data: Path, seed: int) -> None:
    with library.temporary() as speeches:
        write_speeches(speeches, seed)
        asking = asyncio.create_task(open_loop(load, events.commands(), _RATE))
        await asyncio.to_thread(library.take_in, data, speeches)
        asking.cancel()
        await load.down_to(0)


def _latency_row(when: str, latencies: list[float]) -> Row:
    half, most = (percentile(latencies, share) * 1000 for share in (0.5, 0.99))
    return told(
        f"{when}每秒 {_RATE} 条：毫秒",
        f"p50 {half:.1f}，p99 {most:.1f}（{len(latencies)} 条）",
    )
