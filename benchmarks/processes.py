"""The bots as real processes: started, waited for, and read in /proc."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.load import Load, connect
from study.settings import ROOT

_END_SECONDS = 30
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Kind:
    """A bot to measure; `proof` stands in every right answer to the command."""

    name: str
    arguments: tuple[str, ...]
    proof: str


FLOOR = Kind("底线", ("-m", "benchmarks.floor_bot"), "今日：")
PROJECT = Kind("本项目", ("bot.py",), "今日摘录")


@dataclass(frozen=True, slots=True)
class Bot:
    """A bot that listens and is connected to; `ready` is the seconds from its start to that."""

    process: int
    load: Load
    ready: float


@asynccontextmanager
async def running(kind: Kind, data: Path) -> AsyncGenerator[Bot]:
    """A bot on a free port with its data in `data`; it is ended in order when the block ends.

    Its log is then complete, see `log_of`. Raises RuntimeError when the bot does not start.
    """
    port, log = _free_port(), log_of(kind, data)
    start = time.perf_counter()
    with _process(kind, data, port) as process:

        def check() -> None:
            if process.poll() is not None:
                raise RuntimeError(f"{kind.name}没有启动：\n{log.read_text('utf-8', 'replace')}")

        async with connect(f"ws://127.0.0.1:{port}/onebot/v11/ws", kind.proof, check) as load:
            yield Bot(process.pid, load, load.since - start)


def log_of(kind: Kind, data: Path) -> Path:
    """Where a bot of this kind writes what it says."""
    return data / f"{kind.arguments[-1]}.log"


def environment(data: Path) -> dict[str, str]:
    """What a measured process gets: data of its own, and the defaults whatever `.env` says."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {
        **kept,
        "PYTHONUTF8": "1",
        "LOG_LEVEL": "INFO",
        "COMMAND_START": '["/"]',
        "ONEBOT_ACCESS_TOKEN": "",
        "STUDY_DATA_DIR": str(data),
        "STUDY_DATABASE": "study.db",
        "STUDY_NOISE_TERMS": "[]",
    }


def cpu_seconds(process: int) -> float:
    """The user and system time of a process with all its threads so far."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def megabytes(process: int, what: str = "VmRSS") -> float:
    """The resident memory of a process in MB: VmRSS now, VmHWM the most there was."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        name, _, value = line.partition(":")
        if name == what:
            return int(value.split()[0]) / 1024
    raise KeyError(what)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _process(kind: Kind, data: Path, port: int) -> Generator[subprocess.Popen[bytes]]:
    with log_of(kind, data).open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, *kind.arguments],
            cwd=ROOT,
            env={**environment(data), "HOST": "127.0.0.1", "PORT": str(port)},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
