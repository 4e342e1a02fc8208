"""What the bot checks before it listens."""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from study.settings import ROOT


def start(folder: Path, root: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `bot.py`, which must end by itself."""
    said = {**os.environ, "STUDY_DATA_DIR": str(folder), "PORT": "18099", **environment}
    said = {name: value for name, value in said.items() if value}
    return subprocess.run(
        [sys.executable, "bot.py"], cwd=root, env=said, text=True, capture_output=True, timeout=30
    )


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::"])
def test_it_does_not_listen_to_others_without_a_token(tmp_path: Path, host: str) -> None:
    done = start(tmp_path, HOST=host, ONEBOT_ACCESS_TOKEN="")
    assert done.returncode == 1
    assert f"HOST={host} 会让别的机器连进来，但没有设 ONEBOT_ACCESS_TOKEN" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout


def test_another_name_of_the_token_opens_no_back_door(tmp_path: Path) -> None:
    said = {**os.environ, "STUDY_DATA_DIR": str(tmp_path), "HOST": "0.0.0.0", "PORT": "18098"}
    said |= {"ONEBOT_ACCESS_TOKEN": "good", "ONEBOT_V11_ACCESS_TOKEN": ""}
    done = subprocess.run(
        [sys.executable, "bot.py"], cwd=ROOT, env=said, text=True, capture_output=True, timeout=30
    )
    assert done.returncode == 1
    assert "没有设 ONEBOT_ACCESS_TOKEN" in done.stderr


def test_a_port_in_use_is_said_before_anything_is_promised(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = start(tmp_path, PORT=str(port))
    assert done.returncode == 1
    assert f"127.0.0.1 的端口 {port} 不能用" in done.stderr
    assert "准备好了" not in done.stdout


def test_a_foreign_database_is_not_taken_over(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "study.db") as connection:
        connection.execute("create table accounts (name)")
    connection.close()
    done = start(tmp_path)
    assert done.returncode == 1
    assert "不是本程序的数据库" in done.stderr
    connection = sqlite3.connect(tmp_path / "study.db")
    tables = connection.execute("select name from sqlite_master").fetchall()
    connection.close()
    assert tables == [("accounts",)]


def test_a_newer_database_is_refused_with_a_sentence_and_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "study.db") as connection:
        connection.executescript(
            "create table migration (number); insert into migration values(999)"
        )
    connection.close()
    before = (tmp_path / "study.db").read_bytes()
    done = start(tmp_path)
    assert done.returncode == 1
    assert "由更新的版本写成（第 999 版" in done.stderr
    assert (tmp_path / "study.db").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("STUDY_TIMEZONE", "Mars/Olympus", "写时区名"),
        ("STUDY_LOAD_SAMPLES", "maybe", "写 true 或 false"),
        ("STUDY_NOISE_TERMS", "某某网", "写成列表"),
        ("PORT", "eighty", "PORT"),
        ("HOST", "example.org", "HOST"),
        ("HOST", "203.0.113.7", "不能用"),
        ("COMMAND_START", "/", "COMMAND_START"),
        ("COMMAND_START", "[]", "COMMAND_START"),
        ("LOG_LEVEL", "LOUD", "LOG_LEVEL"),
        ("STUDY_DATA_DIR", "/proc/nowhere", "STUDY_DATA_DIR"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, name: str, value: str, said: str) -> None:
    token = {"ONEBOT_ACCESS_TOKEN": "x"} if name == "HOST" else {}
    done = start(tmp_path, ROOT, **{name: value}, **token)
    assert done.returncode == 1
    assert done.stderr.startswith("没有启动：")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_feature_that_fails_to_load_is_named_and_nothing_runs(tmp_path: Path) -> None:
    copy = tmp_path / "project"  # other tests start bots from the real one meanwhile
    for name in ("study", "plugins"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "bot.py", copy)
    (copy / "plugins" / "zz_broken").mkdir()
    (copy / "plugins" / "zz_broken" / "__init__.py").write_text("raise RuntimeError('on purpose')")
    done = start(tmp_path, root=copy)
    assert done.returncode == 1
    assert "这些功能没有载入：zz_broken" in done.stderr
