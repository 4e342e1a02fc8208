"""Parsing in a child process, because a file can be made to take all time and memory there is.

The child gets the file on its standard input and answers in JSON (see `child.py`); it is killed
when the time is over, and whatever it dies of becomes an error here.
"""

import json
import signal
import subprocess
import sys
from pathlib import Path

from study.materials.errors import Unreadable, UnreadableFile
from study.materials.source import Line, Source

_SECONDS = 5
_ROOT = Path(__file__).resolve().parents[3]
_OUT_OF_TIME = -getattr(signal, "SIGXCPU", 0)


def read(kind: str, data: bytes) -> Source:
    """Parse `data` as a file of this kind, for at most five seconds.

    Raises UnreadableFile: what the parser found wrong, TOO_DEMANDING where a limit was reached,
    DAMAGED where the parser did not survive the file.
    """
    command = [sys.executable, "-m", "study.materials.formats.child", kind]
    try:
        child = subprocess.run(  # noqa: S603 - fixed command, the file is only its input
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            cwd=_ROOT,
            check=False,
        )
    except (subprocess.TimeoutExpired, OSError) as error:  # OSError: no room for another process.
        raise UnreadableFile(Unreadable.TOO_DEMANDING, kind) from error
    if child.returncode or not child.stdout:
        out_of_time = child.returncode == _OUT_OF_TIME
        raise UnreadableFile(Unreadable.TOO_DEMANDING if out_of_time else Unreadable.DAMAGED, kind)
    return _source(child.stdout, kind)


def _source(answer: bytes, kind: str) -> Source:
    values = json.loads(answer)
    if "unreadable" in values:
        raise UnreadableFile(Unreadable(values["unreadable"]), kind)
    lines = tuple(Line(*line) for line in values["lines"])
    return Source(lines, values["charset"], values["properties"])
