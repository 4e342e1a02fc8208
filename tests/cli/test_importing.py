"""`python -m study import`, as an operator runs it."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from study.cli.main import main
from study.settings import ROOT
from study.storage.maintenance import findings
from tests.library import SPEECH


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "资料"
    (made / "下层").mkdir(parents=True)
    (made / "讲话.txt").write_text(f"仅供学习 禁止外传\n会员群：1234567\n\n{SPEECH}", "gb18030")
    (made / "下层" / "学风.md").write_text("# " + SPEECH.replace("作风", "学风"), "utf-16")
    (made / "下层" / "旧稿.doc").write_bytes(b"\xd0\xcf\x11\xe0" * 100)
    (made / ".隐藏.txt").write_text("不该收")
    return made


def study(tmp_path: Path, *arguments: str, stdin: bytes = b"") -> Result:
    """Run the command line on a data folder of its own, within this process: starting one takes
    longer than what it does."""
    said = {"STUDY_DATA_DIR": str(tmp_path / "data")}
    done = CliRunner(env=said).invoke(main, arguments, stdin)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def study_in_a_process(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as an operator does."""
    script = "from study.cli.main import main; main(prog_name='study')"
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        env={**os.environ, "STUDY_DATA_DIR": str(tmp_path / "data"), "COLUMNS": "200"},
        capture_output=True,
        timeout=60,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


def stored(tmp_path: Path) -> list[tuple[int, str, str, str]]:
    connection = sqlite3.connect(tmp_path / "data" / "study.db")
    rows = connection.execute("select id, title, access, status from material").fetchall()
    connection.close()
    return rows


def test_a_folder_is_taken_in_and_what_cannot_be_read_is_named(
    tmp_path: Path, folder: Path
) -> None:
    done = study_in_a_process(tmp_path, "import", str(folder))
    assert done.returncode == 1
    assert "收录 2 份，没有收录 1 份。" in done.stdout
    assert "《在全市作风建设推进会上的讲话》剪掉：分发者的横幅 2 处" in done.stdout
    assert "旧稿.doc：这是旧版 Word（.doc）。请另存为 docx 再传" in done.stderr
    assert "Traceback" not in done.stderr
    assert {row[1:] for row in stored(tmp_path)} == {
        ("在全市作风建设推进会上的讲话", "free", "published"),
        ("在全市学风建设推进会上的讲话", "free", "published"),
    }
    assert findings(tmp_path / "data" / "study.db") == []


def test_what_is_there_already_is_named_and_is_no_failure(tmp_path: Path, folder: Path) -> None:
    study(tmp_path, "import", str(folder / "讲话.txt"), "--member", "--tag", "作风")
    again = study(tmp_path, "import", str(folder / "讲话.txt"))
    assert again.exit_code == 0
    assert "已经有了，就是 M0001，没有重复收录" in again.stderr
    assert [row[2] for row in stored(tmp_path)] == ["member"]


def test_a_dry_run_shows_everything_and_writes_nothing(tmp_path: Path, folder: Path) -> None:
    done = study(tmp_path, "import", str(folder / "讲话.txt"), "--dry-run")
    assert done.exit_code == 0
    assert "剪掉第 1 行（分发者的横幅）：仅供学习 禁止外传" in done.stdout
    assert "可以收录 1 份" in done.stdout
    assert stored(tmp_path) == []


def test_standard_input_is_a_material(tmp_path: Path) -> None:
    done = study(tmp_path, "import", "-", "--noise", "某某网", stdin=SPEECH.encode())
    assert done.exit_code == 0
    assert [row[1] for row in stored(tmp_path)] == ["在全市作风建设推进会上的讲话"]
    empty = study(tmp_path, "import", "-")
    assert empty.exit_code == 1
    assert "这个文件是空的" in empty.stderr


@pytest.mark.parametrize("command", ["backup", "restore", "check"])
def test_without_a_database_maintenance_says_so(tmp_path: Path, command: str) -> None:
    (tmp_path / "file").write_text("x")
    arguments = {
        "backup": [str(tmp_path / "new")],
        "restore": [str(tmp_path / "file")],
        "check": [],
    }
    done = study(tmp_path, command, *arguments[command])
    assert done.exit_code == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


def test_backup_check_and_restore_go_round(tmp_path: Path, folder: Path) -> None:
    study(tmp_path, "import", str(folder / "讲话.txt"))
    backup = tmp_path / "备份.db"
    assert "已备份到" in study(tmp_path, "backup", str(backup)).stdout
    assert "已经存在，不覆盖" in study(tmp_path, "backup", str(backup)).stderr
    study(tmp_path, "import", str(folder / "下层" / "学风.md"))
    assert "数据库完好" in study(tmp_path, "check").stdout
    assert "原来的数据库已另存为" in study(tmp_path, "restore", str(backup)).stdout
    assert len(stored(tmp_path)) == 1
