"""Numbered SQL migrations, each applied once and wholly or not at all."""

import errno
import os
import re
import sqlite3
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

_TURNS = 100
_TURN_SECONDS = 0.1


class NewerDatabase(Exception):
    """The database was written by a later version of the program."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(path, found, known)
        self.path, self.found, self.known = path, found, known


class NotADatabase(Exception):
    """The file is no SQLite database, or it is damaged, or absent."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the schema: `number` counts from 1 without gaps."""

    number: int
    sql: str


def known_migrations() -> list[Migration]:
    """The migrations this version of the program brings, in order."""
    folder = files("study.storage") / "migrations"
    scripts = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return [
        Migration(int(name.split("_")[0]), (folder / name).read_text("utf-8")) for name in scripts
    ]


def migrate(path: Path, migrations: list[Migration]) -> int:
    """Bring the database at `path` up to date, making it when absent; return steps applied.

    Raises NewerDatabase and NotADatabase; the file is then exactly as it was.
    """
    known = migrations[-1].number
    if path.exists() and path.stat().st_size:
        found, foreign = _look_at(path)
        if found > known:
            raise NewerDatabase(path, found, known)
        if found == 0 and foreign:
            raise NotADatabase(path)
    connection = sqlite3.connect(path, isolation_level=None, timeout=30)
    try:
        _write_ahead(connection)
        return sum(_apply(connection, migration) for migration in migrations)
    finally:
        connection.close()


def _look_at(path: Path) -> tuple[int, bool]:
    """The last migration recorded, and whether there are any tables. While another process
    switches to WAL nothing can be read: then again."""
    for _ in range(_TURNS):
        try:
            with read_only(path) as existing:
                return _recorded(existing), _holds_tables(existing)
        except sqlite3.OperationalError:
            time.sleep(_TURN_SECONDS)
    with read_only(path) as existing:
        return _recorded(existing), _holds_tables(existing)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch to WAL. SQLite waits for nobody here, so processes that start together take turns."""
    for _ in range(_TURNS):
        try:
            connection.execute("pragma journal_mode = wal")
        except sqlite3.OperationalError:
            time.sleep(_TURN_SECONDS)
        else:
            return
    connection.execute("pragma journal_mode = wal")


def version_of(path: Path) -> int:
    """The number of the last migration recorded in `path`, 0 for none. Raises NotADatabase.

    Opened read-only, so that looking at a foreign file leaves it alone.
    """
    with read_only(path) as connection:
        return _recorded(connection)


@contextmanager
def read_only(path: Path) -> Generator[sqlite3.Connection]:
    """A connection that changes nothing.

    Raises NotADatabase, also when the file is absent, PermissionError, and OperationalError while
    the database is locked.
    """
    connection = None
    if path.exists() and not os.access(path, os.R_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        yield connection
    except sqlite3.OperationalError:
        if not path.exists():
            raise NotADatabase(path) from None
        raise
    except sqlite3.DatabaseError as error:
        raise NotADatabase(path) from error
    finally:
        if connection:
            connection.close()


def _recorded(connection: sqlite3.Connection) -> int:
    table = connection.execute("select 1 from sqlite_master where name = 'migration'").fetchone()
    if table is None:
        return 0
    return connection.execute("select coalesce(max(number), 0) from migration").fetchone()[0]


def _holds_tables(connection: sqlite3.Connection) -> bool:
    return connection.execute("select 1 from sqlite_master").fetchone() is not None


def _apply(connection: sqlite3.Connection, migration: Migration) -> bool:
    """Run one migration with its number in one transaction; False when it was there already."""
    connection.execute("begin immediate")
    try:
        connection.execute("create table if not exists migration (number integer primary key)")
        if migration.number <= _recorded(connection):
            connection.execute("rollback")
            return False
        for statement in statements(migration.sql):
            connection.execute(statement)
        connection.execute("insert into migration (number) values (?)", (migration.number,))
        connection.execute("commit")
    except BaseException:
        connection.rollback()
        raise
    return True


def statements(script: str) -> Iterator[str]:
    """The statements of a script. `executescript` would commit the transaction around them."""
    statement = ""
    for piece in re.split(r"(?<=;)", script):
        statement += piece
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement
