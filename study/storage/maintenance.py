"""Copies of the database, and whether it holds together. SQLite's own means; no bot needed."""

import os
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from study.storage.migrations import (
    NewerDatabase,
    NotADatabase,
    known_migrations,
    read_only,
    version_of,
)

Progress = Callable[[int, int], None]
"""Told after each step: pages still to copy, pages in all."""

_PAGES = 500
_CHECKS = {
    "段落没有资料": "select count(*) from paragraph p"
    " where not exists (select 1 from material m where m.id = p.material_id)",
    "摘录没有段落": "select count(*) from excerpt e where not exists (select 1 from paragraph p"
    " where p.material_id = e.material_id and p.number = e.paragraph)",
    "摘录与原文不符": "select count(*) from excerpt e join paragraph p"
    " on p.material_id = e.material_id and p.number = e.paragraph"
    " where substr(p.text, e.start + 1, length(e.text)) <> e.text",
    "资料没有段落": "select count(*) from material m"
    " where not exists (select 1 from paragraph p where p.material_id = m.id)",
    "资料的字数与段落不符": "select count(*) from material m where m.characters <>"
    " (select coalesce(sum(length(text)), 0) from paragraph p where p.material_id = m.id)",
    "资料的摘录数不符": "select count(*) from material m where m.excerpts <>"
    " (select count(*) from excerpt e where e.material_id = m.id)",
    "标签没有资料": "select count(*) from tag t"
    " where not exists (select 1 from material m where m.id = t.material_id)",
}
"""What must count to zero, by what an operator reads when it does not."""


class FileExists(Exception):
    """A backup would overwrite a file that is there."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong with a database, in words for an operator."""

    what: str
    count: int


def back_up(database: Path, target: Path, progress: Progress) -> None:
    """Copy a database, in use or not, to the new file `target` (mode 0600), wholly or not at all.

    Raises FileExists, NotADatabase, and OSError when the target cannot be written.
    """
    if target.exists():
        raise FileExists(target)
    version_of(database)
    partial = target.with_name(target.name + ".part")
    partial.unlink(missing_ok=True)
    os.close(os.open(partial, os.O_CREAT | os.O_WRONLY, 0o600))
    try:
        _copy(database, partial, progress)
        _settle(partial)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def restore(backup: Path, database: Path, safety: Path, progress: Progress) -> None:
    """Put `backup` in the place of `database`, after keeping that as the new file `safety`.

    The content is replaced in one transaction, so a running bot sees either or. A database that
    is damaged beyond reading is moved to `safety` as it is. Raises NotADatabase, NewerDatabase
    and FileExists; then nothing has changed.
    """
    found, known = version_of(backup), known_migrations()[-1].number
    if found > known:
        raise NewerDatabase(backup, found, known)
    if found == 0 or findings(backup):
        raise NotADatabase(backup)
    if database.exists():
        _keep(database, safety)
    database.parent.mkdir(parents=True, exist_ok=True)
    _copy(backup, database, progress)
    database.chmod(0o600)


def _keep(database: Path, safety: Path) -> None:
    try:
        back_up(database, safety, lambda left, pages: None)
    except NotADatabase:
        database.rename(safety)
        for ending in ("-wal", "-shm"):
            database.with_name(database.name + ending).unlink(missing_ok=True)


def _settle(copy: Path) -> None:
    """Make a copy one file that can be read from anywhere: no log of writes beside it."""
    connection = sqlite3.connect(copy)
    try:
        connection.execute("pragma journal_mode = delete")
    finally:
        connection.close()


def findings(database: Path) -> list[Finding]:
    """What is wrong with a database; nothing is changed. Raises NotADatabase."""
    with read_only(database) as connection:
        damage = [row[0] for row in connection.execute("pragma integrity_check") if row[0] != "ok"]
        loose = connection.execute("pragma foreign_key_check").fetchall()
        counts = {what: connection.execute(sql).fetchone()[0] for what, sql in _CHECKS.items()}
    found = [Finding(f"文件损坏：{what}", 1) for what in damage]
    found += [Finding("行与行对不上", len(loose))] if loose else []
    return found + [Finding(what, count) for what, count in counts.items() if count]


def _copy(source: Path, target: Path, progress: Progress) -> None:
    """SQLite's online backup: consistent even while the source is written to."""
    read = sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)
    written = sqlite3.connect(target, timeout=30)
    try:
        read.backup(written, pages=_PAGES, progress=lambda _, left, all_: progress(left, all_))
    finally:
        written.close()
        read.close()
