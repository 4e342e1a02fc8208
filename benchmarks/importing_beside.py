"""What those who look something up notice of an import beside them."""

import asyncio
import gc
import itertools
from collections.abc import Awaitable, Sequence
from pathlib import Path

from benchmarks import library
from benchmarks.asking import answer
from benchmarks.corpus_library import DATABASE
from benchmarks.queries import Asked
from benchmarks.report import Bar, Row, percentile, ratio, told
from study.storage.database import Database, open_database
from tests.corpus import CORPUS

_ROUNDS = 3
_REPORTS = CORPUS / "reports_national"
_PAUSE = 0.005
"""Seconds between two queries: a bot is not asked without end."""


def measure(data: Path, queries: Sequence[Asked]) -> list[Row]:
    """All rows of this part; `data` holds a library without these reports when it begins."""
    gc.freeze()
    idle, meanwhile = asyncio.run(_latencies(data, [one.text for one in queries]))
    counts = f"{sum(map(len, idle))} 个，{sum(map(len, meanwhile))} 个"
    return [
        ratio("检索（一万份）p99：收录时比闲时（毫秒）", _p99(idle), _p99(meanwhile), Bar(2.5)),
        told("　查询：闲时，收录时", counts),
    ]


async def _latencies(data: Path, texts: Sequence[str]) -> tuple[list[list[float]], ...]:
    """Of all queries once while nothing else happens, and of as many as an import leaves time
    for, in every round."""
    idle, meanwhile = list[list[float]](), list[list[float]]()
    database = await open_database(data / DATABASE)
    try:
        await _ask(database, texts)
        for _ in range(_ROUNDS):
            idle.append(await _ask(database, texts))
            importing = asyncio.to_thread(library.take_in, data, _REPORTS)
            meanwhile.append(await _ask_during(database, texts, importing))
            await _withdraw_reports(database)
    finally:
        await database.close()
    return idle, meanwhile


async def _ask(database: Database, texts: Sequence[str]) -> list[float]:
    found: list[float] = []
    for number, text in enumerate(texts):
        found.append(await answer(database, number, text))
        await asyncio.sleep(_PAUSE)
    return found


async def _ask_during(
    database: Database, texts: Sequence[str], work: Awaitable[library.Import]
) -> list[float]:
    found: list[float] = []
    working = asyncio.ensure_future(work)
    for number, text in enumerate(itertools.cycle(texts)):
        if working.done():
            break
        found.append(await answer(database, number, text))
        await asyncio.sleep(_PAUSE)
    if not working.result().taken:
        raise RuntimeError("一份也没有收录，量得的数不作数")
    return found


async def _withdraw_reports(database: Database) -> None:
    """So that they are new again."""
    names = [path.name for path in _REPORTS.iterdir()]
    marks = ",".join("?" * len(names))
    async with database.transaction() as transaction:
        await transaction.write(
            f"update material set status = 'withdrawn' where source_name in ({marks})",  # noqa: S608
            names,
        )


def _p99(rounds: Sequence[Sequence[float]]) -> list[float]:
    return [percentile(values, 0.99) for values in rounds]
