"""By what a database knows its keys again."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from study.storage.migrations import read_only
from study.storage.resealing import SEALED


@dataclass(frozen=True, slots=True)
class Mark:
    """A fixed word, as a keyed digest and sealed."""

    comparing: str
    sealed: bytes


def find(database: Path) -> Mark | None:
    """The mark of a database, None before its first start. Raises NotADatabase."""
    with read_only(database) as connection:
        row = connection.execute("select comparing, sealed from key_mark").fetchone()
    return Mark(*row) if row else None


def is_needed(database: Path) -> bool:
    """Whether anything but the mark is sealed. Raises NotADatabase."""
    tables = [table for table in SEALED if table != "key_mark"]
    rows = " union all ".join(f"select 1 from {table}" for table in tables)
    with read_only(database) as connection:
        return connection.execute(f"{rows} limit 1").fetchone() is not None


def put(database: Path, mark: Mark) -> None:
    """Mark a database, in the place of its last mark."""
    with closing(sqlite3.connect(database, timeout=30)) as connection, connection:
        connection.execute(
            "insert or replace into key_mark (only, comparing, sealed) values (1, ?, ?)",
            (mark.comparing, mark.sealed),
        )
