"""The project's own environment: made by the first command, renewed after an update.

Only the standard library and pip are needed, and nothing outside `.venv` is changed. pip is
asked (not another installer) because it knows the mirror that this machine is set up for.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".venv"
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
NEEDED = ("requirements.txt",)
NEEDED_TO_TEST = ("requirements.txt", "requirements-dev.txt")


def run_in_environment() -> None:
    """Return when this process has what it needs; otherwise make it ready and start again there."""
    missing = [name for name in _needed(sys.argv) if not _is_installed(name)]
    if Path(sys.prefix) == HOME and not missing:
        return
    if missing:
        _install(missing)
    arguments = [str(PYTHON), "-m", "study", *sys.argv[1:]]
    if os.name == "nt":  # exec would give the terminal back before the command has ended
        sys.exit(subprocess.call(arguments))  # noqa: S603
    os.execv(PYTHON, arguments)  # noqa: S606


def _needed(argv: list[str]) -> tuple[str, ...]:
    return NEEDED_TO_TEST if argv[1:2] == ["test"] else NEEDED


def _is_installed(name: str) -> bool:
    note = _note(name)
    return PYTHON.exists() and note.exists() and note.read_text() == _digest(name)


def _note(name: str) -> Path:
    """Where it is written down which list was installed."""
    return HOME / f"{name}.installed"


def _digest(name: str) -> str:
    return hashlib.sha256((ROOT / name).read_bytes() + sys.version.encode()).hexdigest()


def _install(names: list[str]) -> None:
    print("第一次运行或有更新：正在准备运行环境（约一分钟）……", file=sys.stderr, flush=True)  # noqa: T201
    if not PYTHON.exists():
        venv.create(HOME, with_pip=False, clear=True)
    files = [argument for name in names for argument in ("-r", str(ROOT / name))]
    pip = [sys.executable, "-m", "pip", "--python", str(PYTHON), "--quiet", "install"]
    done = subprocess.run([*pip, "--disable-pip-version-check", *files], check=False)  # noqa: S603
    if done.returncode:
        sys.exit("没有装好：请检查网络或 pip 的镜像设置，再运行一次同样的命令。")
    for name in names:
        _note(name).write_text(_digest(name))
