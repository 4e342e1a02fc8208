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
_AGAIN = "STUDY_STARTED_AGAIN"
NEEDED = ("requirements.txt",)
NEEDED_TO_TEST = ("requirements.txt", "requirements-dev.txt")


def run_in_environment() -> None:
    """Return when this process has what it needs; otherwise make it ready and start again there."""
    if sys.version_info < (3, 11):  # noqa: UP036 - it is the first thing a person meets
        sys.exit("需要 Python 3.11 或更新的版本，现在是 " + sys.version.split()[0])
    inside = Path(sys.prefix) == HOME
    missing = [name for name in _needed(sys.argv) if not _is_installed(name)]
    if inside and not missing:
        return
    if missing:
        try:
            _install(missing)
        except OSError as error:
            sys.exit(f"运行环境 {HOME} 不能用（{error}）。请检查文件夹的权限。")
    if inside or os.environ.get(_AGAIN):
        return  # A second start would not make it better.
    os.environ[_AGAIN] = "1"
    arguments = [str(PYTHON), "-m", "study", *sys.argv[1:]]
    if os.name == "nt":  # exec would give the terminal back before the command has ended
        sys.exit(subprocess.call(arguments))  # noqa: S603
    os.execv(PYTHON, arguments)  # noqa: S606


def _needed(argv: list[str]) -> tuple[str, ...]:
    return NEEDED_TO_TEST if argv[1:2] == ["test"] else NEEDED


def _is_installed(name: str) -> bool:
    note = _note(name)
    return _is_whole() and note.exists() and note.read_text() == _digest(name)


def _is_whole() -> bool:
    """Whether there is an environment, and its Python still is."""
    return PYTHON.exists() and (HOME / "pyvenv.cfg").exists()


def _note(name: str) -> Path:
    """Where it is written down which list was installed."""
    return HOME / f"{name}.installed"


def _digest(name: str) -> str:
    return hashlib.sha256((ROOT / name).read_bytes()).hexdigest()


def _install(names: list[str]) -> None:
    print("第一次运行或有更新：正在准备运行环境（约一分钟）……", file=sys.stderr, flush=True)  # noqa: T201
    if not _is_whole():
        venv.create(HOME, with_pip=False, clear=HOME.exists())
    files = [argument for name in names for argument in ("-r", str(ROOT / name))]
    # The environment has no pip of its own: that of the Python which made it serves.
    outside = getattr(sys, "_base_executable", sys.executable)
    pip = [outside, "-m", "pip", "--python", str(PYTHON), "--quiet", "install"]
    done = subprocess.run([*pip, "--disable-pip-version-check", *files], check=False)  # noqa: S603
    if done.returncode:
        sys.exit("没有装好：请检查这个 Python 有没有 pip，以及网络或 pip 的镜像设置，再运行一次。")
    for name in names:
        _note(name).write_text(_digest(name))
