"""Batches of codes: made, looked at, revoked."""

import io
from random import SystemRandom
from zoneinfo import ZoneInfo

import openpyxl
import pytest

from study.members.codes import is_code, shown, tail, typed
from study.members.sheet import workbook
from study.members.term import YEAR, Term
from study.services.issuing import (
    Issued,
    NotToBeHad,
    Order,
    UnknownBatch,
    UnknownCode,
    UnknownTail,
    batches,
    issue,
    look,
    revoke_batch,
    revoke_code,
    revoke_tail,
)
from study.services.redeeming import redeem
from study.storage import audit
from study.storage.database import Database, single
from tests.library import MONDAY

SHANGHAI = ZoneInfo("Asia/Shanghai")
ANNA, ADMIN = "40001", "10001"


async def made(database: Database, amount: int = 3, note: str = "秋季班") -> Issued:
    order = Order(amount, YEAR, Term(days=90), note, ADMIN)
    return await issue(database, order, MONDAY, SHANGHAI, SystemRandom())


async def test_a_batch_is_made_and_looked_at(database: Database) -> None:
    one = await made(database)
    await redeem(database, ANNA, one.codes[1], MONDAY, SHANGHAI)
    await revoke_code(database, one.codes[2], ADMIN, MONDAY)
    batch, codes = await look(database, one.batch.number)
    assert (batch.amount, batch.redeemed, batch.revoked, batch.left) == (3, 1, 1, 1)
    assert (str(batch.valid_until), batch.note, batch.made_by) == ("2027-02-21", "秋季班", ADMIN)
    told = [(one.tail, one.redeemed_by, bool(one.revoked_at)) for one in codes]
    assert told == [
        (tail(one.codes[1]), ANNA, False),
        (tail(one.codes[0]), "", False),
        (tail(one.codes[2]), "", True),
    ]


async def test_batches_the_newest_first(database: Database) -> None:
    for _ in range(3):
        await made(database)
    assert [one.number for one in await batches(database, 2)] == [3, 2]
    assert [one.number for one in await batches(database, 2, 2)] == [1]


async def test_a_batch_that_could_not_be_kept_was_never_made(database: Database) -> None:
    def fail(_: Issued) -> None:
        raise OSError("disk full")

    order = Order(3, YEAR, None, "", ADMIN)
    with pytest.raises(OSError, match="disk full"):
        await issue(database, order, MONDAY, SHANGHAI, SystemRandom(), fail)
    assert await batches(database, 9) == []
    assert single(await database.read("select count(*) from redeem_code")) == 0
    assert [one async for one in audit.entries(database)] == []


async def test_revoking_a_batch_leaves_what_was_redeemed(database: Database) -> None:
    one = await made(database)
    await redeem(database, ANNA, one.codes[0], MONDAY, SHANGHAI)
    done = await revoke_batch(database, one.batch.number, ADMIN, MONDAY)
    assert (done.count, done.batch.redeemed, done.batch.left) == (2, 1, 0)
    assert (await revoke_batch(database, one.batch.number, ADMIN, MONDAY)).count == 0
    actions = [one.action async for one in audit.entries(database)]
    assert actions.count("兑换码 作废第1批") == 1


async def test_revoking_by_tail(database: Database) -> None:
    one = await made(database)
    done = await revoke_tail(database, 1, tail(one.codes[0]), ADMIN, MONDAY)
    assert (done.count, done.batch.left) == (1, 2)
    with pytest.raises(NotToBeHad):
        await revoke_tail(database, 1, tail(one.codes[0]), ADMIN, MONDAY)
    with pytest.raises(UnknownTail):
        await revoke_tail(database, 1, "....", ADMIN, MONDAY)


async def test_what_is_not_there(database: Database) -> None:
    one = await made(database)
    await redeem(database, ANNA, one.codes[0], MONDAY, SHANGHAI)
    with pytest.raises(NotToBeHad) as raised:
        await revoke_code(database, one.codes[0], ADMIN, MONDAY)
    assert raised.value.redeemed_by == ANNA
    with pytest.raises(UnknownCode):
        await revoke_code(database, "2" * 16, ADMIN, MONDAY)
    with pytest.raises(UnknownBatch):
        await revoke_batch(database, 9, ADMIN, MONDAY)
    with pytest.raises(UnknownBatch):
        await revoke_tail(database, 9, tail(one.codes[1]), ADMIN, MONDAY)
    with pytest.raises(UnknownBatch):
        await look(database, 9)


async def test_the_file_has_every_code_and_no_formula(database: Database) -> None:
    one = await made(database, 1000, '=HYPERLINK("http://x.example")\x07')
    book = openpyxl.load_workbook(io.BytesIO(workbook(one.batch, one.codes)))
    assert book.active is not None
    heads, *rows = book.active.iter_rows()
    assert [cell.value for cell in heads] == [
        "序号", "兑换码", "发给成员的话", "会员时长", "兑换期限", "批号", "备注",
    ]  # fmt: skip
    assert [row[1].value for row in rows] == [shown(code) for code in one.codes]
    assert all(is_code(typed(str(row[2].value).removeprefix("/学习 兑换"))) for row in rows)
    assert [cell.value for cell in rows[0][3:6]] == ["1年", "2027-02-21", 1]
    assert {row[6].data_type for row in rows} == {"s"}
