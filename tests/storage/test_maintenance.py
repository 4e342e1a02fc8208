"""Backups, restoring, and finding damage."""

import sqlite3
from pathlib import Path

import pytest

from study.members.entitlement import NOTHING
from study.services.daily import excerpt_of_the_day
from study.services.reader import Reader
from study.storage import materials
from study.storage.database import Database, open_database
from study.storage.maintenance import FileExists, back_up, findings, restore
from study.storage.migrations import NewerDatabase, NotADatabase, known_migrations, migrate
from tests.library import MONDAY, SPEECH, add


def silent(left: int, pages: int) -> None: ...


async def test_a_backup_of_an_open_database_is_whole(database: Database, tmp_path: Path) -> None:
    await add(database)
    target = tmp_path / "backup.db"
    back_up(database.path, target, silent)
    assert findings(target) == []
    assert target.stat().st_mode & 0o077 == 0
    copy = await open_database(target)
    assert await materials.count(copy) == 1
    await copy.close()


async def test_a_backup_overwrites_nothing(database: Database, tmp_path: Path) -> None:
    target = tmp_path / "backup.db"
    target.write_text("mine")
    with pytest.raises(FileExists):
        back_up(database.path, target, silent)
    assert target.read_text() == "mine"


async def test_restoring_brings_back_what_was_there_under_a_running_bot(
    database: Database, tmp_path: Path
) -> None:
    await add(database)
    back_up(database.path, tmp_path / "backup.db", silent)
    await add(database, SPEECH.replace("作风", "学风"))
    restore(tmp_path / "backup.db", database.path, tmp_path / "safety.db", silent)
    assert await materials.count(database) == 1
    await add(database, SPEECH.replace("作风", "文风"))
    assert await materials.count(database) == 2
    assert findings(database.path) == []
    kept = await open_database(tmp_path / "safety.db")
    assert await materials.count(kept) == 2
    await kept.close()


async def test_only_a_sound_backup_of_ours_is_restored(database: Database, tmp_path: Path) -> None:
    await add(database)
    text, empty, newer = (tmp_path / name for name in ("text.db", "empty.db", "newer.db"))
    text.write_text("这不是数据库" * 100, "utf-8")
    sqlite3.connect(empty).execute("create table a (b)").connection.close()
    back_up(database.path, newer, silent)
    with sqlite3.connect(newer) as connection:
        connection.execute("insert into migration values (999)")
    connection.close()
    for wrong, error in ((text, NotADatabase), (empty, NotADatabase), (newer, NewerDatabase)):
        with pytest.raises(error):
            restore(wrong, database.path, tmp_path / "safety.db", silent)
    assert await materials.count(database) == 1
    assert not (tmp_path / "safety.db").exists()


@pytest.mark.parametrize(
    ("damage", "finding"),
    [
        ("update excerpt set text = '改' || text", "摘录与原文不符"),
        ("update paragraph set text = text || '。'", "资料的字数与段落不符"),
        ("delete from excerpt", "资料的摘录数不符"),
        ("delete from paragraph", "资料没有段落"),
        ("insert into tag values (99, '无主')", "标签没有资料"),
    ],
)
async def test_damage_is_found(database: Database, damage: str, finding: str) -> None:
    await add(database)
    assert findings(database.path) == []
    with sqlite3.connect(database.path) as connection:
        connection.execute(damage)
    connection.close()
    assert finding in [found.what for found in findings(database.path)]


async def test_what_was_shown_survives_a_restart(tmp_path: Path) -> None:
    shown = []
    for _ in range(2):
        database = await open_database(tmp_path / "study.db")
        if not await materials.count(database):
            await add(database)
        reader = Reader("group:1", NOTHING)
        shown.append(await excerpt_of_the_day(database, reader, MONDAY, MONDAY.tzinfo))  # type: ignore[arg-type]
        await database.close()
    assert shown[0] == shown[1]


async def test_a_backup_is_one_file_that_can_be_read_from_anywhere(
    database: Database, tmp_path: Path
) -> None:
    await add(database)
    folder = tmp_path / "只读"
    folder.mkdir()
    back_up(database.path, folder / "备份 #1?.db", silent)
    assert [path.name for path in folder.iterdir()] == ["备份 #1?.db"]
    assert (folder / "备份 #1?.db").read_bytes()[18:20] == b"\x01\x01"  # no write-ahead log
    assert findings(folder / "备份 #1?.db") == []
    assert len(list(folder.iterdir())) == 1


async def test_a_ruined_database_is_kept_aside_and_replaced(
    database: Database, tmp_path: Path
) -> None:
    await add(database)
    back_up(database.path, tmp_path / "backup.db", silent)
    ruin = tmp_path / "ruin.db"
    ruin.write_bytes(b"\0" * 5000)
    restore(tmp_path / "backup.db", ruin, tmp_path / "safety.db", silent)
    assert findings(ruin) == []
    assert (tmp_path / "safety.db").read_bytes() == b"\0" * 5000


async def test_a_backup_taken_during_a_push_is_sound(database: Database, tmp_path: Path) -> None:
    await add(database)
    async with database.transaction() as transaction:
        await transaction.write(
            "insert into daily_push (chat, day, state, attempts, at)"
            " values ('group:1', '2020-01-01', 'sending', 1, '2020-01-01T00:00:00+00:00')"
        )
    back_up(database.path, tmp_path / "backup.db", silent)
    restore(tmp_path / "backup.db", database.path, tmp_path / "safety.db", silent)
    assert findings(database.path) == []


def test_a_backup_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    migrate(tmp_path / "study.db", known_migrations())
    with pytest.raises(OSError, match="nowhere"):
        back_up(tmp_path / "study.db", tmp_path / "nowhere" / "backup.db", silent)
    assert not list(tmp_path.glob("**/*.part"))
