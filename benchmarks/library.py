"""Libraries to measure with: data folders of their own, and the import into them."""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.processes import environment
from study.settings import ROOT, SAMPLES

_OUTCOME = re.compile(r"收录 (\d+) 份，没有收录 (\d+) 份")
# Not `-m study`: that first sees to the environment, and might renew it in the middle of a run.
_COMMAND = "from study.cli.main import main; main(prog_name='study')"


@dataclass(frozen=True, slots=True)
class Import:
    """What an import came to: materials taken and refused, CPU seconds of its process (user
    and system, from start to end), and MB of the files."""

    taken: int
    refused: int
    cpu: float
    megabytes: float

    @property
    def speed(self) -> float:
        """MB in a CPU second."""
        return self.megabytes / self.cpu


@contextmanager
def temporary() -> Generator[Path]:
    """A folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="study-benchmark-") as folder:
        yield Path(folder)


@contextmanager
def with_samples() -> Generator[Path]:
    """A data folder with the samples in its library, taken in like any materials."""
    with temporary() as data:
        take_in(data, SAMPLES)
        yield data


def take_in(data: Path, folder: Path, *options: str) -> Import:
    """`python -m study import` of a folder into the library in `data`.

    Raises RuntimeError when it ends without the line that says what became of the files.
    """
    log = data / "import.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-c", _COMMAND, "import", *options, str(folder)],
            cwd=ROOT,
            env=environment(data),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    said = log.read_text("utf-8", "replace")
    outcome = _OUTCOME.search(said)
    if outcome is None:
        raise RuntimeError(f"收录资料没有成功：\n{said[-2000:]}")
    size = sum(file.stat().st_size for file in folder.iterdir()) / 1e6
    return Import(int(outcome[1]), int(outcome[2]), used.ru_utime + used.ru_stime, size)
