"""The SQLite file: one writer behind a lock, readers beside it."""

import asyncio
import itertools
import sqlite3
from collections.abc import AsyncGenerator, Iterable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiosqlite

from study.storage.migrations import known_migrations, migrate

Value = str | int | float | bytes | None
Row = sqlite3.Row

READERS = 2
BUSY_SECONDS = 30
"""How long a write waits for another process (an import) before it gives up."""


class Database:
    """An open library. Reads go to a reader at once; writes wait for their turn.

    Made by `open_database`; `close` it, or the process will not end.
    """

    def __init__(
        self, path: Path, writer: aiosqlite.Connection, readers: list[aiosqlite.Connection]
    ) -> None:
        self.path = path
        self._writer = writer
        self._readers = readers
        self._next_reader = itertools.cycle(readers)
        self._turn = asyncio.Lock()

    async def read(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """The rows of one query, in one hop to a reader's thread."""
        return list(await next(self._next_reader).execute_fetchall(sql, values))

    @asynccontextmanager
    async def transaction(self) -> AsyncGenerator["Transaction"]:
        """Everything inside is committed together when the block ends, or not at all."""
        async with self._turn:
            try:
                await self._writer.execute("begin immediate")
                yield Transaction(self._writer)
            except BaseException:
                # Also when cancelled while `begin` was on its way: the thread runs both in order.
                await self._writer.rollback()
                raise
            await self._writer.execute("commit")

    async def close(self) -> None:
        """Wait for the running write, then close all connections."""
        async with self._turn:
            for connection in (*self._readers, self._writer):
                await connection.close()


class Transaction:
    """Statements inside one `Database.transaction`."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def read(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """Rows, as this transaction sees them; `returning` of a write too."""
        return list(await self._connection.execute_fetchall(sql, values))

    async def write(self, sql: str, values: Sequence[Value] = ()) -> int:
        """Run one statement; return how many rows it touched."""
        cursor = await self._connection.execute(sql, values)
        return cursor.rowcount

    async def write_many(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Run one statement for each of `rows`."""
        await self._connection.executemany(sql, rows)


async def open_database(path: Path) -> Database:
    """Migrate and open the library at `path`, making it (and its folder) when absent.

    Raises NewerDatabase and NotADatabase, see `migrations`.
    """
    prepare(path)
    connections = [await _connect(path) for _ in range(READERS + 1)]
    for reader in connections[1:]:
        await reader.execute("pragma query_only = on")
    return Database(path, connections[0], connections[1:])


def prepare(path: Path) -> None:
    """Make the database at `path` (and its folder) or bring it up to date; see `migrations`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    migrate(path, known_migrations())
    path.chmod(0o600)


async def _connect(path: Path) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(path, isolation_level=None, timeout=BUSY_SECONDS)
    connection.row_factory = sqlite3.Row
    # FULL: what was answered for must survive a power cut, not only a crash of the process.
    for pragma in ("foreign_keys = on", "synchronous = full", "temp_store = memory"):
        await connection.execute(f"pragma {pragma}")
    return connection


def single(rows: Sequence[Row]) -> Any:
    """The one value of a query that gives exactly one, for instance a count."""
    return rows[0][0]
