"""`python -m study audit | keys | backup | restore | check`, as an operator runs them."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from study.sealing.key_file import load_keyring
from study.services import fitting_keys
from study.settings import ROOT
from study.storage import audit, evidence, evidence_copies
from study.storage.database import open_database
from study.storage.evidence import File
from study.storage.vault import Vault


def study(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command line on a data folder of its own."""
    script = "from study.cli.main import main; main(prog_name='study')"
    environment = {"STUDY_DATA_DIR": str(folder / "data"), "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.fixture
async def folder(tmp_path: Path) -> Path:
    """A data folder with a case, its evidence, and two entries in the log."""
    database = await open_database(tmp_path / "data" / "study.db")
    vault = Vault(tmp_path / "data" / "evidence", load_keyring(tmp_path / "data" / "study.key"))
    digest = await vault.put(b"evidence")
    sealed = vault.keyring.seal_text("words")
    async with database.transaction() as transaction:
        await transaction.write(
            "insert into resale_case (number, reporter, state, suspect, circumstances,"
            " received_at, moved_at) values ('JB-22222', '1', 'received', ?, ?, '', '')",
            (sealed, sealed),
        )
        await evidence.add_file(transaction, File(digest, 8, "txt", []), "")
        await evidence.add(transaction, "1", "text", digest, sealed, "")
        await evidence.move_to_case(transaction, "1", 1)
        for at, person, action, before, after in (
            ("2026-10-31T16:00:00+00:00", "10001", "会员 加 30001", "", "2027-11-01"),
            ("2026-11-01T16:00:00+00:00", "system", "清空证据 JB-33333", "1 个文件", ""),
        ):
            await audit.note(transaction, at, person, action, before, after)
    await database.close()
    return tmp_path


def test_the_log_is_printed_with_its_verdict(folder: Path) -> None:
    done = study(folder, "audit")
    lines = done.stdout.splitlines()
    assert lines[:2] == [
        "1　2026-11-01 00:00:00　10001　会员 加 30001　无 → 2027-11-01",
        "2　2026-11-02 00:00:00　系统　清空证据 JB-33333　1 个文件 → 无",
    ]
    assert re.fullmatch("操作记录 2 条，前后一致，末尾 [0-9a-f]{64}", lines[2])
    assert study(folder, "audit", "--since", "2026-11-02").stdout.startswith("2　")
    assert study(folder, "audit", "--person", "10001").stdout.count("\n") == 2
    assert study(folder, "audit", "--verify").stdout.count("\n") == 1


def test_a_log_that_was_changed_is_told_with_an_exit_code(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "data" / "study.db")) as file, file:
        file.execute("drop trigger audit_is_append_only_update")
        file.execute("update audit set person = '10002' where id = 1")
    done = study(folder, "audit", "--verify")
    assert (done.returncode, done.stdout.strip()) == (
        1,
        "✗ 从第 1 条起对不上：有记录被改过、删过或插入过",
    )
    assert "操作记录从第 1 条起对不上" in study(folder, "check").stdout


def test_the_key_is_shown_and_changed(folder: Path) -> None:
    shown = study(folder, "keys").stdout
    assert f"密钥文件：{folder / 'data' / 'study.key'}（1 把）" in shown
    before = (folder / "data" / "study.key").read_text()
    done = study(folder, "keys", "rotate")
    assert done.returncode == 0, done.stderr
    assert "已换成新密钥" in done.stdout
    assert (folder / "data" / "study.key").read_text() != before
    assert "数据库完好" in study(folder, "check").stdout


def test_a_damaged_key_file_is_told_and_left_alone(folder: Path) -> None:
    path = folder / "data" / "study.key"
    path.write_text("?")
    done = study(folder, "keys")
    assert done.returncode == 1
    assert "读不出密钥，没有变动" in done.stderr
    assert path.read_text() == "?"
    path.unlink()
    assert "还没有密钥文件" in study(folder, "keys").stdout


def test_evidence_is_backed_up_and_restored_with_the_database(folder: Path) -> None:
    done = study(folder, "backup", "备份.db")
    assert f"证据 1 件在 {Path('备份-evidence')}" in done.stdout
    assert "密钥不在备份里" in done.stdout
    assert not list(folder.glob("备份*/**/*.key"))
    assert (folder / "备份-evidence").stat().st_mode & 0o077 == 0
    shutil.rmtree(folder / "data" / "evidence")
    assert "证据文件不见了：1 处" in study(folder, "check").stdout
    assert "证据 1 件" in study(folder, "restore", "备份.db").stdout
    assert "数据库完好" in study(folder, "check").stdout


def test_a_backup_from_before_a_change_of_keys_can_be_used(folder: Path) -> None:
    fitting_keys.accept(folder / "data" / "study.db", load_keyring(folder / "data" / "study.key"))
    study(folder, "backup", "备份.db")
    told = study(folder, "keys", "rotate").stdout
    [aside] = (folder / "data").glob("study.key.old-*")
    assert f"旧密钥留在 {aside}" in told
    done = study(folder, "restore", "备份.db")
    assert done.returncode == 1
    assert "已从 备份.db 恢复" in done.stdout
    command = f"python3 -m study keys use {aside}"
    assert command in done.stderr
    assert command in study(folder, "check").stderr
    assert "（2 把）" in study(folder, "keys", "use", str(aside)).stdout
    assert "数据库完好" in study(folder, "check").stdout
    assert study(folder, "keys", "rotate").returncode == 0
    assert "（1 把）" in study(folder, "keys").stdout


def test_evidence_that_does_not_open_is_told_and_restored(folder: Path) -> None:
    study(folder, "backup", "备份.db")
    [path] = (folder / "data" / "evidence").glob("??/*")
    path.unlink()
    path.write_bytes(b"broken")
    assert "加密的内容打不开：1 处" in study(folder, "check").stdout
    assert "证据 1 件" in study(folder, "restore", "备份.db").stdout
    assert "数据库完好" in study(folder, "check").stdout


def test_copies_are_of_the_same_key_and_files_may_go_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = tmp_path / "evidence", tmp_path / "copy"
    kept, gone = source / "ab" / ("ab" * 32), source / "cd" / ("cd" * 32)
    for path in (kept, gone):
        path.parent.mkdir(parents=True)
        path.write_bytes(b"new")
    (target / "ab").mkdir(parents=True)
    (target / "ab" / kept.name).write_bytes(b"old")
    listed = [kept, gone]
    gone.unlink()
    monkeypatch.setattr(evidence_copies, "files", lambda folder: listed)
    assert evidence_copies.copy_files(source, target, evidence_copies.is_same) == 1
    assert (target / "ab" / kept.name).read_bytes() == b"new"
    assert evidence_copies.copy_files(source, target, evidence_copies.is_same) == 0


def test_a_lost_key_is_told_and_can_be_given_up(folder: Path) -> None:
    (folder / "data" / "study.key").unlink()
    done = study(folder, "check")
    assert done.returncode == 1
    assert "keys give-up" in done.stderr
    assert "打不开了" in study(folder, "keys", "give-up").stdout
    assert "加密的内容打不开" in study(folder, "check").stdout
    assert "不用放弃" in study(folder, "keys", "give-up").stdout


@pytest.mark.parametrize(
    ("harm", "finding"),
    [
        ("delete from evidence", "举报没有证据"),
        ("update evidence_file set deleted_at = '2026'", "没到期的举报，证据已删"),
        ("update resale_case set decision = 'confirmed'", "成立的举报没有奖励记录"),
        (
            "insert into reward (case_id, person, withheld, at) values (1, '1', 'self', '')",
            "有奖励的举报不是成立的",
        ),
        (
            "insert into membership_grant (person, term, source, reason, granted_by, granted_on,"
            " granted_at) values ('1', 'P1Y', 'reward', '', '', '2026-01-01', '')",
            "会员期限没有对应的奖励",
        ),
    ],
)
def test_reports_that_do_not_hold_together_are_found(folder: Path, harm: str, finding: str) -> None:
    with closing(sqlite3.connect(folder / "data" / "study.db")) as file, file:
        file.execute(harm)
    done = study(folder, "check")
    assert done.returncode == 1
    assert f"{finding}：1 处" in done.stdout
