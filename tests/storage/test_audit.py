"""The audit log is a chain: whatever is done to a row shows."""

import asyncio
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study.storage import audit
from study.storage.audit import Verdict
from study.storage.database import Database, open_database

COLUMNS = ("at", "person", "action", "before", "after", "hash")
Harm = Callable[[sqlite3.Connection], object]


async def written(database: Database, count: int, older: int = 0) -> None:
    """Rows from before the chain, and chained ones behind them."""
    async with database.transaction() as transaction:
        for number in range(older):
            await transaction.write(
                "insert into audit (at, person, action, before, after) values (?,?,?,?,?)",
                (f"2026-01-0{number + 1}T00:00:00+00:00", "1", "题 删除", "Q1 live", "Q1 deleted"),
            )
        for number in range(count):
            at = f"2026-11-{number + 1:02}T00:00:00+00:00"
            await audit.note(transaction, at, "10001", f"案 {number}", "", "成立")


def harmed(path: Path, harm: Harm) -> None:
    """Do to the file what somebody with the disk in his hands can do."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for name in ("update", "delete"):
            connection.execute(f"drop trigger if exists audit_is_append_only_{name}")
        harm(connection)


async def test_a_chain_that_nobody_touched_verifies(database: Database) -> None:
    assert await audit.verify(database) == Verdict(0, "", None)
    await written(database, 3)
    verdict = await audit.verify(database)
    assert (verdict.count, verdict.broken) == (3, None)
    assert await audit.head(database) == audit.Head(3, verdict.hash)


async def test_rows_from_before_the_chain_are_sealed_by_its_first(database: Database) -> None:
    await written(database, 0, older=3)
    assert await audit.verify(database) == Verdict(3, (await audit.verify(database)).hash, None)
    await written(database, 2)
    assert (await audit.verify(database)).broken is None
    harmed(database.path, lambda file: file.execute("update audit set after = 'x' where id = 2"))
    assert (await audit.verify(database)).broken == 4


async def test_more_rows_than_one_piece_verify_to_the_last(database: Database) -> None:
    for count in (audit._BATCH, 1):
        async with database.transaction() as transaction:
            for number in range(count):
                await audit.note(transaction, "2026", "1", str(number), "", "")
        head = await audit.head(database)
        assert await audit.verify(database) == Verdict(head.count, head.hash, None)


@pytest.mark.parametrize("older", [0, 2])
@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_any_single_change_is_found(
    data: st.DataObject, older: int, empty: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    count = data.draw(st.integers(1, 6))
    number = data.draw(st.integers(1, count + older))
    other = data.draw(st.integers(1, count + older).filter(lambda one: one != number or count == 1))
    kind = data.draw(st.sampled_from(["change", "delete", "insert", "swap", "head"]))
    column = data.draw(st.sampled_from(COLUMNS))
    value = data.draw(st.text(max_size=5) | st.binary(max_size=3))

    def harm(file: sqlite3.Connection) -> None:
        whole = ", ".join(COLUMNS)
        match kind:
            case "change":
                sql = f"update audit set {column} = ? where id = ?"  # noqa: S608
                file.execute(sql, (value, number))
            case "delete":
                file.execute("delete from audit where id = ?", (number,))
            case "insert":
                sql = f"insert into audit ({whole}) select {whole} from audit where id = ?"  # noqa: S608
                file.execute(sql, (number,))
            case "swap":
                file.execute("update audit set id = -1 where id = ?", (number,))
                file.execute("update audit set id = ? where id = ?", (number, other))
                file.execute("update audit set id = ? where id = -1", (other,))
            case _:
                file.execute("update audit_head set entries = entries + 1")

    async def run() -> tuple[bool, Verdict]:
        path = Path(shutil.copy(empty, tmp_path_factory.mktemp("audit")))
        database = await open_database(path)
        try:
            await written(database, count, older)
            before = rows(database.path)
            harmed(database.path, harm)
            return rows(database.path) != before, await audit.verify(database)
        finally:
            await database.close()

    changed, verdict = asyncio.run(run())
    assert (verdict.broken is not None) == changed


def rows(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as file:
        return [
            *file.execute("select * from audit order by id").fetchall(),
            *file.execute("select * from audit_head").fetchall(),
        ]


async def test_rows_are_only_ever_added(database: Database) -> None:
    await written(database, 1)
    for sql in ("update audit set after = ''", "delete from audit"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            await changed(database, sql)


async def changed(database: Database, sql: str) -> None:
    async with database.transaction() as transaction:
        await transaction.write(sql)


async def test_its_time_never_goes_back(database: Database) -> None:
    async with database.transaction() as transaction:
        for at in ("2026-11-23T01:00:00+00:00", "2020-01-01T00:00:00+00:00"):
            await audit.note(transaction, at, "1", "", "", "")
    assert [one.at async for one in audit.entries(database)] == ["2026-11-23T01:00:00+00:00"] * 2
    assert await audit.newest_at(database) == "2026-11-23T01:00:00+00:00"


async def test_what_fails_leaves_no_row_and_no_gap(database: Database) -> None:
    async def fail() -> None:
        async with database.transaction() as transaction:
            await audit.note(transaction, "2026", "1", "", "", "")
            raise RuntimeError

    await written(database, 1)
    with pytest.raises(RuntimeError):
        await fail()
    await written(database, 1)
    assert (await audit.verify(database)).count == 2
    assert (await audit.verify(database)).broken is None


async def test_two_processes_write_one_chain(database: Database) -> None:
    other = await open_database(database.path)
    await asyncio.gather(*(written(one, 1) for one in [database, other] * 10))
    assert (await audit.verify(other)).count == 20
    assert (await audit.verify(other)).broken is None
    await other.close()


async def test_verifying_beside_a_writer_finds_nothing_wrong(database: Database) -> None:
    await written(database, 5)

    async def write() -> None:
        for _ in range(30):
            await written(database, 1)

    writing = asyncio.create_task(write())
    while not writing.done():
        assert (await audit.verify(database)).broken is None
    await writing


async def test_entries_can_be_asked_for_by_time_and_person(database: Database) -> None:
    await written(database, 3)
    async with database.transaction() as transaction:
        await audit.note(transaction, "2026-12-01T00:00:00+00:00", "system", "清空", "", "")
    since = [one.action async for one in audit.entries(database, "2026-11-03")]
    assert since == ["案 2", "清空"]
    assert [one.number async for one in audit.entries(database, person="system")] == [4]


async def test_a_clock_that_was_ahead_is_set_right_for_all_to_see(database: Database) -> None:
    now = "2026-11-23T01:00:00+00:00"
    async with database.transaction() as transaction:
        await audit.note(transaction, "2036-11-23T01:00:00+00:00", "1", "", "", "")
        await audit.set_right(transaction, now)
        await audit.note(transaction, "2026-11-22T01:00:00+00:00", "1", "", "", "")
    assert await audit.newest_at(database) == now
    assert [one.action async for one in audit.entries(database)] == ["", "校准时间", ""]
    assert (await audit.verify(database)).broken is None
