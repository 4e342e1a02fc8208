"""The schema: each step once, wholly or not at all, and never a newer one touched."""

import sqlite3
import threading
from pathlib import Path

import pytest

from study.storage.migrations import (
    Migration,
    NewerDatabase,
    NotADatabase,
    known_migrations,
    migrate,
    statements,
    version_of,
)

FIRST = Migration(1, "create table one (a text); insert into one values ('x;y');")
SECOND = Migration(2, "create table two (b text); -- a ; in a comment\n")
BROKEN = Migration(2, "create table two (b text); insert into nowhere values (1);")


def tables(path: Path) -> set[str]:
    connection = sqlite3.connect(path)
    rows = connection.execute("select name from sqlite_master where type = 'table'").fetchall()
    connection.close()
    return {name for (name,) in rows}


def test_steps_are_applied_once_and_in_order(tmp_path: Path) -> None:
    path = tmp_path / "study.db"
    assert migrate(path, [FIRST]) == 1
    assert migrate(path, [FIRST, SECOND]) == 1
    assert migrate(path, [FIRST, SECOND]) == 0
    assert version_of(path) == 2


def test_a_step_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "study.db"
    migrate(path, [FIRST])
    with pytest.raises(sqlite3.OperationalError):
        migrate(path, [FIRST, BROKEN])
    assert version_of(path) == 1
    assert tables(path) == {"migration", "one"}
    assert migrate(path, [FIRST, SECOND]) == 1


def test_a_newer_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "study.db"
    migrate(path, [FIRST, SECOND])
    before = path.read_bytes()
    with pytest.raises(NewerDatabase) as refusal:
        migrate(path, [FIRST])
    assert (refusal.value.found, refusal.value.known) == (2, 1)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "study.db"
    path.write_text("这不是数据库" * 100, "utf-8")
    before = path.read_bytes()
    with pytest.raises(NotADatabase):
        migrate(path, [FIRST])
    assert path.read_bytes() == before


def test_many_processes_may_start_at_once(tmp_path: Path) -> None:
    path = tmp_path / "study.db"
    applied: list[int] = []
    starters = [
        threading.Thread(target=lambda: applied.append(migrate(path, [FIRST, SECOND])))
        for _ in range(6)
    ]
    for starter in starters:
        starter.start()
    for starter in starters:
        starter.join()
    assert sum(applied) == 2


def test_numbers_have_no_gaps() -> None:
    numbers = [migration.number for migration in known_migrations()]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_script_falls_into_its_statements() -> None:
    script = "create table a (b);\ncreate trigger t after insert on a begin\n select 1;\nend;\n"
    assert len(list(statements(script))) == 2
