"""One writer, readers beside it, and transactions that hold."""

import asyncio
from pathlib import Path

import pytest

from study.storage.database import Database, open_database, single


async def count(database: Database) -> int:
    return single(await database.read("select count(*) from reading"))


async def write(database: Database, chat: str) -> None:
    async with database.transaction() as transaction:
        await transaction.write(
            "insert into reading (chat, day, material_id, paragraph, finish) values (?,'d',1,1,1)",
            (chat,),
        )


async def test_what_fails_in_a_transaction_is_undone(database: Database) -> None:
    async def fail() -> None:
        async with database.transaction() as transaction:
            await transaction.write("insert into reading values ('a','d',1,1,1)")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail()
    assert await count(database) == 0


async def test_many_writers_take_turns(database: Database) -> None:
    await asyncio.gather(*(write(database, f"chat {number}") for number in range(50)))
    assert await count(database) == 50


async def test_readers_do_not_wait_for_a_writer(database: Database) -> None:
    async with database.transaction() as transaction:
        await transaction.write("insert into reading values ('a','d',1,1,1)")
        assert await asyncio.wait_for(count(database), 1) == 0
    assert await count(database) == 1


async def test_a_cancelled_writer_leaves_the_way_free(database: Database) -> None:
    for pause in (0, 0, 0, 0.001, 0.002):
        writer = asyncio.create_task(write(database, "cancelled"))
        await asyncio.sleep(pause)
        writer.cancel()
        await asyncio.gather(writer, return_exceptions=True)
        await asyncio.wait_for(write(database, f"after {pause} {id(writer)}"), 5)
    assert await count(database) >= 5


async def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(Exception, match="readonly"):
        await database.read("delete from reading")


async def test_two_processes_may_have_it_open(tmp_path: Path) -> None:
    one, other = [await open_database(tmp_path / "study.db") for _ in range(2)]
    await asyncio.gather(
        *(write(one, f"1 {n}") for n in range(20)), *(write(other, f"2 {n}") for n in range(20))
    )
    assert await count(one) == await count(other) == 40
    await one.close()
    await other.close()


async def test_the_file_is_for_its_owner_only(database: Database) -> None:
    assert database.path.stat().st_mode & 0o077 == 0
