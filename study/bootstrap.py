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
REQUIREMENTS = ("requirements.txt", "requirements-dev.txt")
INSTALLED = HOME / "installed.sha256"


def run_in_environment() -> None:
    """Return when this process has what it needs; otherwise make it ready and start again there."""
    wanted = _digest()
    current = INSTALLED.read_text() if INSTALLED.exists() else ""
    if Path(sys.prefix) == HOME and current == wanted:
        return
    if current != wanted:
        _install()
        INSTALLED.write_text(wanted)
    arguments = [str(PYTHON), "-m", "study", *sys.argv[1:]]
    if os.name == "nt":  # exec would give the terminal back before the command has ended
        sys.exit(subprocess.call(arguments))  # noqa: S603
    os.execv(PYTHON, arguments)  # noqa: S606


def _digest() -> str:
    content = b"".join((ROOT / name).read_bytes() for name in REQUIREMENTS)
    return hashlib.sha256(content + sys.version.encode()).hexdigest()


def _install() -> None:
    print("第一次运行或有更新：正在准备运行环境（约一分钟）……", file=sys.stderr, flush=True)  # noqa: T201
    venv.create(HOME, with_pip=False, clear=not PYTHON.exists())
    files = [argument for name in REQUIREMENTS for argument in ("-r", str(ROOT / name))]
    pip = [sys.executable, "-m", "pip", "--python", str(PYTHON), "--quiet", "install"]
    done = subprocess.run([*pip, "--disable-pip-version-check", *files], check=False)  # noqa: S603
    if done.returncode:
        sys.exit("没有装好：请检查网络或 pip 的镜像设置，再运行一次同样的命令。")
