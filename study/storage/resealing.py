"""Sealing everything anew with the newest key; only while no bot runs."""

import sqlite3
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

SEALED = {
    "key_mark": ("only", ("sealed",)),
    "notice": ("id", ("text",)),
    "report_draft": ("person", ("suspect", "circumstances")),
    "evidence": ("id", ("name",)),
    "resale_case": ("id", ("suspect", "circumstances")),
    "case_entry": ("id", ("text",)),
}
"""The tables with sealed columns: by what their rows are found, and which columns they are."""
_BATCH = 200


class InUse(Exception):
    """Another process has the database open, and with it the old keys."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


@contextmanager
def alone(database: Path) -> Generator[sqlite3.Connection]:
    """A connection beside which there is none, nor can be until it is closed. Raises InUse."""
    connection = sqlite3.connect(database, timeout=2, isolation_level=None)
    try:
        connection.execute("pragma locking_mode = exclusive")
        try:
            connection.execute("begin exclusive")
            connection.execute("commit")
        except sqlite3.OperationalError as error:
            raise InUse(database) from error
        yield connection
    finally:
        connection.close()


def count(connection: sqlite3.Connection) -> int:
    """How many rows have sealed columns."""
    return sum(
        connection.execute(f"select count(*) from {table}").fetchone()[0] for table in SEALED
    )


def sealed_values(connection: sqlite3.Connection) -> Iterator[bytes]:
    """Everything that is sealed; what is empty has nothing to unseal."""
    for table, (_, columns) in SEALED.items():
        for row in connection.execute(f"select {', '.join(columns)} from {table}"):
            yield from (value for value in row if isinstance(value, bytes) and value)


def reseal(
    connection: sqlite3.Connection,
    renew: Callable[[bytes], bytes],
    progress: Callable[[int], None],
) -> None:
    """Renew every sealed value, some rows in a transaction; `progress` is told how many rows."""
    for table, (key, columns) in SEALED.items():
        rows = connection.execute(f"select {key}, {', '.join(columns)} from {table}").fetchall()
        for start in range(0, len(rows), _BATCH):
            batch = rows[start : start + _BATCH]
            _write(connection, table, key, columns, batch, renew)
            progress(len(batch))


def _write(
    connection: sqlite3.Connection,
    table: str,
    key: str,
    columns: tuple[str, ...],
    rows: list[tuple[object, ...]],
    renew: Callable[[bytes], bytes],
) -> None:
    changes = ", ".join(f"{column} = ?" for column in columns)
    connection.execute("begin")
    for number, *values in rows:
        # What is empty was never sealed.
        renewed = [renew(one) if isinstance(one, bytes) and one else one for one in values]
        connection.execute(f"update {table} set {changes} where {key} = ?", (*renewed, number))
    connection.execute("commit")
