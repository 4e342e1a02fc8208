"""`python -m benchmarks.asking DATABASE < QUERIES`: a fresh process that only looks things up.

It reads a JSON list of texts and writes what `Asking` says as JSON.
"""

import asyncio
import json
import subprocess
import sys
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter, process_time, thread_time

from benchmarks.processes import megabytes
from study.members.entitlement import EVERYTHING, NOTHING
from study.search.query import parse
from study.search.snippet import snippet
from study.services.lookup import look_up
from study.services.reader import Reader
from study.settings import ROOT
from study.storage.database import Database, open_database

ROUNDS = 3
SNIPPET = 84
"""Characters, as in the bot's answer."""
_HEARTBEAT = 0.001
_READERS = (Reader("free", NOTHING), Reader("member", EVERYTHING))


@dataclass(frozen=True, slots=True)
class Asking:
    """What looking things up took: ms of each query (of look_up, with its snippets, and CPU of
    all threads; medians of all rounds), the CPU ms for which each one kept the loop at a stretch
    (the least of all rounds), how late a heartbeat came (ms), and MB of memory before the library
    was opened and at most."""

    times: list[float]
    shown: list[float]
    cpu: list[float]
    held: list[float]
    late: list[float]
    before: float
    most: float


def ask(path: Path, texts: Sequence[str]) -> Asking:
    """Look all `texts` up in a fresh process."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.asking", str(path)],
        cwd=ROOT,
        input=json.dumps(list(texts)),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return Asking(**json.loads(done.stdout))


async def answer(database: Database, number: int, text: str) -> float:
    """Look up the query of this number, and cut the snippets; the ms that `look_up` took.

    Every other query is a member's.
    """
    start = perf_counter()
    found = await look_up(database, _READERS[number % len(_READERS)], parse(text))
    took = perf_counter() - start
    for hit in found.answer.hits if found else ():
        snippet(hit.text, hit.forms, SNIPPET)
    return took * 1000


async def _measured(path: Path, texts: Sequence[str]) -> Asking:
    # The first cut of a text loads what characters fold to; the bot has that at hand.
    parse("发展")
    before = megabytes(_own())
    database = await open_database(path)
    try:
        rounds = [await _timed(database, texts) for _ in range(ROUNDS)]
        most = megabytes(_own(), "VmHWM")
        holds = [await _held(database, texts) for _ in range(ROUNDS)]
        late = await _late(database, texts)
    finally:
        await database.close()
    times, shown, cpu = (
        _each([[took[which] for took in one] for one in rounds], _middle) for which in range(3)
    )
    return Asking(times, shown, cpu, _each(holds, min), late, before, most)


def _own() -> int:
    return int(Path("/proc/self").resolve().name)


def _each(rounds: Sequence[Sequence[float]], of: Callable[[Sequence[float]], float]) -> list[float]:
    """One value for each query of those of all rounds."""
    return [of(values) for values in zip(*rounds, strict=True)]


def _middle(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2]


async def _timed(database: Database, texts: Sequence[str]) -> list[tuple[float, float, float]]:
    found: list[tuple[float, float, float]] = []
    for number, text in enumerate(texts):
        start, used = perf_counter(), process_time()
        took = await answer(database, number, text)
        shown, cpu = perf_counter() - start, process_time() - used
        found.append((took, shown * 1000, cpu * 1000))
    return found


async def _held(database: Database, texts: Sequence[str]) -> list[float]:
    """The longest CPU time (ms) of the loop's thread between two turns, for each query."""
    found: list[float] = []
    for number, text in enumerate(texts):
        turns: list[float] = []
        await _beside(_turns(turns), answer(database, number, text))
        found.append(max(turns) * 1000)
    return found


async def _turns(turns: list[float]) -> None:
    while True:
        start = thread_time()
        await asyncio.sleep(0)
        turns.append(thread_time() - start)


async def _late(database: Database, texts: Sequence[str]) -> list[float]:
    late: list[float] = []
    await _beside(_heartbeat(late), _timed(database, texts))
    return late


async def _heartbeat(late: list[float]) -> None:
    while True:
        start = perf_counter()
        await asyncio.sleep(_HEARTBEAT)
        late.append((perf_counter() - start - _HEARTBEAT) * 1000)


async def _beside(watch: Awaitable[None], work: Awaitable[object]) -> None:
    """Do some work with a watch beside it."""
    watching = asyncio.ensure_future(watch)
    await asyncio.sleep(0)
    await work
    watching.cancel()


if __name__ == "__main__":
    print(json.dumps(asdict(asyncio.run(_measured(Path(sys.argv[1]), json.load(sys.stdin))))))
