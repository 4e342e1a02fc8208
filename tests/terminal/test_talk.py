"""The terminal session: piped into, typed at, and ended."""

import base64
import os
import pty
import select
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from study.settings import ROOT
from study.terminal.attachments import rendered
from tests.e2e.bots import copy_library

SCRIPT = "from study.cli.main import main; main(['talk'])"
NOW = datetime(2026, 11, 23, tzinfo=UTC)


def environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "STUDY_DATA_DIR": str(folder), "STUDY_LOAD_SAMPLES": "true"}


def test_it_can_be_piped_into(tmp_path: Path) -> None:
    lines = "/学习 今日\n大家好\n:管理员\n/学习\n:没有这个\n:私聊\n/学习 测验 1\n"
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        input=lines.encode(),
        cwd=ROOT,
        env=environment(tmp_path),
        capture_output=True,
        timeout=60,
    )
    said = done.stdout.decode()
    assert done.returncode == 0, done.stderr.decode()
    assert "群友> /学习 今日\n\n机器人（群里）：\n📖 今日摘录" in said
    assert "机器人没有出声" in said
    assert "现在你是管理员（10001），私聊机器人" in said
    assert "管理员> /学习\n\n机器人（私聊）：\n📚 /学习 能做这些：" in said
    assert "第1/1题" in said
    assert said.endswith("再见。\n")


@pytest.mark.parametrize("ending", ["\x04", "\x03", ":退出\n"])
def test_it_can_be_typed_at_and_ends_cleanly(shipped: Path, tmp_path: Path, ending: str) -> None:
    copy_library(shipped, tmp_path)
    terminal, inside = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT],
        stdin=inside,
        stdout=inside,
        stderr=inside,
        cwd=ROOT,
        env=environment(tmp_path),
        start_new_session=True,
        preexec_fn=_take_terminal,
    )
    os.close(inside)
    _wait_for(terminal, "群友> ")
    os.write(terminal, "/学习 目录\n".encode())
    _wait_for(terminal, "共8份")
    _wait_for(terminal, "群友> ")
    os.write(terminal, ending.encode())
    seen = _wait_for(terminal, "再见。")
    assert "Traceback" not in seen
    assert process.wait(10) == 0
    os.close(terminal)
    assert "Finished server process" in (tmp_path / "talk" / "bot.log").read_text("utf-8")


def test_a_bot_that_does_not_start_is_said(tmp_path: Path) -> None:
    (tmp_path / "study.db").write_text("这不是数据库" * 100, "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        stdin=subprocess.DEVNULL,
        cwd=ROOT,
        env=environment(tmp_path),
        capture_output=True,
        timeout=60,
    )
    assert done.returncode == 1
    assert "机器人没有启动：\n没有启动：" in done.stderr.decode()
    assert "不是本程序的数据库" in done.stderr.decode()


def test_a_closed_terminal_takes_the_bot_with_it(shipped: Path, tmp_path: Path) -> None:
    copy_library(shipped, tmp_path)
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env=environment(tmp_path),
    )
    log = tmp_path / "talk" / "bot.log"
    _until(lambda: log.exists() and "connected" in log.read_text("utf-8"))
    process.send_signal(signal.SIGHUP)
    assert process.wait(10) == 0
    assert process.stdin
    process.stdin.close()
    assert "Finished server process" in log.read_text("utf-8")


def test_pictures_and_files_are_saved_and_named(tmp_path: Path) -> None:
    picture = base64.b64encode(b"\x89PNG picture").decode()
    text = rendered(
        [
            {"type": "at", "data": {"qq": "30001"}},
            {"type": "text", "data": {"text": "看图"}},
            {"type": "image", "data": {"file": f"base64://{picture}"}},
            {"type": "file", "data": {"file": f"base64://{picture}", "name": "../../讲话.docx"}},
            {"type": "image", "data": {"file": "file:///tmp/a.png"}},
            {"type": "image", "data": {"file": "base64://???"}},
        ],
        tmp_path / "received",
        NOW,
    )
    saved = sorted((tmp_path / "received").iterdir())
    assert [path.read_bytes() for path in saved] == [b"\x89PNG picture"] * 2
    assert text.startswith("@30001 看图〔image，存在 ")
    assert all(str(path) in text for path in saved)
    assert "〔image：/tmp/a.png〕" in text
    assert "内容读不出来" in text


def _take_terminal() -> None:
    """Make the terminal the controlling one, so that Ctrl-C becomes a signal."""
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _wait_for(terminal: int, text: str) -> str:
    seen = ""
    deadline = time.monotonic() + 30
    while text not in seen:
        ready, _, _ = select.select([terminal], [], [], max(0, deadline - time.monotonic()))
        assert ready, f"{text!r} did not come; seen: {seen!r}"
        try:
            seen += os.read(terminal, 65536).decode("utf-8", "replace")
        except OSError as gone:
            raise AssertionError(f"{text!r} did not come; seen: {seen!r}") from gone
    return seen


def _until(condition: object) -> None:
    deadline = time.monotonic() + 30
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < deadline
        time.sleep(0.1)
