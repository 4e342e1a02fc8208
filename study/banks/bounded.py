"""Reading a bank in a child process, because a file can be made to take all time and memory there
is; as `study.materials.formats.bounded` does for materials."""

import json
import re
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from study.banks import wire
from study.banks.bank import Bank
from study.materials.errors import Unreadable, UnreadableFile

LARGEST = 20 * 1024 * 1024
"""Bytes of a file."""
ENDINGS = ("xlsx", "csv", "json", "docx")
_SECONDS = 30
"""By the clock, much more than the child may compute: the machine may have other things to do."""
_ROOT = Path(__file__).resolve().parents[2]
_OUT_OF_TIME = -getattr(signal, "SIGXCPU", 0)
_LOCK_FILE = re.compile(r"~\$|\.~")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_bank(name: str, data: bytes, named: Mapping[str, str]) -> Bank:
    """The questions of the file `name`, whose ending tells the format, in at most five seconds
    of computing.

    `named` says by which columns some meanings go, as in `heads.layout`. Raises UnreadableFile,
    NoQuestions, TooManyQuestions and UnknownColumn.
    """
    kind = kind_of(name)
    _check(kind, data)
    command = [sys.executable, "-m", "study.banks.child", kind, json.dumps(dict(named))]
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
    return wire.bank(json.loads(child.stdout), kind)


def kind_of(name: str) -> str:
    """The format a file of this name should be in. Raises UnreadableFile (LOCK_FILE, OLD_WORD,
    UNSUPPORTED)."""
    file = re.split(r"[/\\]", name)[-1]
    ending = file.rpartition(".")[2].strip().casefold() if "." in file else ""
    if _LOCK_FILE.match(file):
        raise UnreadableFile(Unreadable.LOCK_FILE, ending)
    if ending in ENDINGS:
        return ending
    old = Unreadable.OLD_WORD if ending in ("xls", "doc", "et", "wps") else Unreadable.UNSUPPORTED
    raise UnreadableFile(old, "".join(filter(str.isprintable, ending))[:12])


def _check(kind: str, data: bytes) -> None:
    """Size, and whether the file begins as one of its kind."""
    if not data:
        raise UnreadableFile(Unreadable.EMPTY, kind)
    if len(data) > LARGEST:
        raise UnreadableFile(Unreadable.TOO_LARGE, kind)
    if data.startswith(_OLE):
        old = Unreadable.ENCRYPTED if _ENCRYPTED in data else Unreadable.OLD_WORD
        raise UnreadableFile(old, kind)
    zipped = data.startswith((b"PK\x03\x04", b"PK\x05\x06"))
    if zipped is not (kind in ("xlsx", "docx")):
        raise UnreadableFile(Unreadable.DAMAGED, kind)
