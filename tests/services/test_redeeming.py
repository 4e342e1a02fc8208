"""Redeeming codes: one winner, no guessing, no way back in time."""

import asyncio
import subprocess
import sys
from datetime import datetime, timedelta
from random import SystemRandom
from zoneinfo import ZoneInfo

import pytest

from study.clock import stamp
from study.members.checked import check_character
from study.members.codes import shown
from study.members.term import YEAR, Term
from study.services.issuing import Issued, Order, issue, revoke_batch, revoke_code
from study.services.membership import TooFarAhead, held
from study.services.redeeming import (
    CannotRedeem,
    Expired,
    Locked,
    Mistyped,
    NotACode,
    OwnCode,
    Revoked,
    UnknownCode,
    Used,
    redeem,
)
from study.settings import ROOT
from study.storage import audit
from study.storage.database import Database, open_database, single
from tests.library import MONDAY

SHANGHAI = ZoneInfo("Asia/Shanghai")
ANNA, BEN = "40001", "40002"
NO_CODE = "2222-2222-2222-222" + check_character("2" * 15)

ONE_PROCESS = """
import asyncio, sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo
from study.services.redeeming import CannotRedeem, redeem
from study.storage.database import open_database

async def main(path, code, now, first):
    database = await open_database(Path(path))
    async def one(person):
        try:
            await redeem(database, person, code, datetime.fromisoformat(now), ZoneInfo("Asia/Shanghai"))
            return person
        except CannotRedeem:
            return ""
    won = await asyncio.gather(*(one(str(int(first) + place)) for place in range(25)))
    print(*filter(None, won))
    await database.close()

asyncio.run(main(*sys.argv[1:]))
"""


async def batch(
    database: Database, amount: int = 1, term: Term = YEAR, valid: Term | None = None
) -> Issued:
    order = Order(amount, term, valid, "", "10001")
    return await issue(database, order, MONDAY, SHANGHAI, SystemRandom())


async def code(database: Database, term: Term = YEAR, valid: Term | None = None) -> str:
    return (await batch(database, 1, term, valid)).codes[0]


async def grants(database: Database) -> int:
    return single(await database.read("select count(*) from membership_grant"))


async def tried(
    database: Database, text: str, now: datetime = MONDAY, person: str = ANNA
) -> object:
    """What becomes of a try: the last day of the membership, or the error."""
    try:
        return (await redeem(database, person, text, now, SHANGHAI)).changed.after
    except CannotRedeem as error:
        return error


async def test_a_code_brings_its_term_once(database: Database) -> None:
    one = await code(database)
    done = await redeem(database, ANNA, shown(one).lower(), MONDAY, SHANGHAI)
    assert done.changed.before is None
    assert str(done.changed.after) == "2027-11-23"
    assert str(done.membership.first_start) == "2026-11-23"
    again = await tried(database, one, MONDAY + timedelta(hours=1))
    assert isinstance(again, Used)
    assert again.at == MONDAY
    other = await tried(database, one, person=BEN)
    assert isinstance(other, Used)
    assert other.at is None
    assert await grants(database) == 1


async def test_codes_are_stacked(database: Database) -> None:
    for end in ("2027-11-23", "2028-11-23", "2029-11-23"):
        assert str(await tried(database, await code(database))) == end


async def test_fifty_sessions_and_one_winner(database: Database) -> None:
    for _ in range(20):
        before = await grants(database)
        one = await code(database)
        people = [str(50000 + place) for place in range(50)]
        got = await asyncio.gather(*(tried(database, one, person=person) for person in people))
        won = [end for end in got if not isinstance(end, CannotRedeem)]
        assert len(won) == 1
        assert all(isinstance(end, Used) for end in got if end not in won)
        assert await grants(database) == before + 1


async def test_fifty_times_the_same_person(database: Database) -> None:
    one = await code(database)
    got = await asyncio.gather(*(tried(database, one) for _ in range(50)))
    assert sum(not isinstance(end, CannotRedeem) for end in got) == 1
    assert len((await held(database, ANNA)).grants) == 1


async def test_two_databases_on_one_file(database: Database) -> None:
    other = await open_database(database.path)
    try:
        one = await code(database)
        doors = [database, other] * 25
        got = await asyncio.gather(
            *(tried(door, one, person=str(50000 + place)) for place, door in enumerate(doors))
        )
    finally:
        await other.close()
    assert sum(not isinstance(end, CannotRedeem) for end in got) == 1
    assert await grants(database) == 1


async def test_two_processes_and_one_winner(database: Database) -> None:
    one = await code(database)
    running = [
        await asyncio.create_subprocess_exec(
            *(
                sys.executable,
                "-c",
                ONE_PROCESS,
                str(database.path),
                one,
                MONDAY.isoformat(),
                first,
            ),
            stdout=subprocess.PIPE,
            cwd=ROOT,
        )
        for first in ("50000", "60000")
    ]
    told = [(await process.communicate())[0].decode().split() for process in running]
    assert [process.returncode for process in running] == [0, 0]
    [winner] = [person for people in told for person in people]
    assert len((await held(database, winner)).grants) == 1
    assert await grants(database) == 1


async def test_a_failure_midway_leaves_the_code_as_it_was(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = await code(database)

    async def fail(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr(audit, "note", fail)
        with pytest.raises(RuntimeError):
            await tried(database, one)
    assert await grants(database) == 0
    assert str(await tried(database, one)) == "2027-11-23"


async def test_wrong_codes_are_told_apart(database: Database) -> None:
    one = await code(database)
    mistyped = ("3" if one[0] == "2" else "2") + one[1:]
    swapped = one[1] + one[0] + one[2:]
    for text, error in ((mistyped, Mistyped), (NO_CODE, UnknownCode), (one[:-1], NotACode)):
        assert isinstance(await tried(database, text), error), text
    assert one[0] == one[1] or isinstance(await tried(database, swapped), Mistyped)


async def test_five_wrong_ones_lock_that_person_for_half_an_hour(database: Database) -> None:
    one = await code(database)
    left = []
    for minute in range(5):
        error = await tried(database, NO_CODE, MONDAY + timedelta(minutes=minute))
        assert isinstance(error, UnknownCode)
        left.append(error.left)
    assert left == [4, 3, 2, 1, 0]
    last = MONDAY + timedelta(minutes=4)
    locked = await tried(database, one, last + timedelta(minutes=1))
    assert isinstance(locked, Locked)
    assert locked.until == last + timedelta(minutes=30)
    for minute in (5, 20, 29):  # Knocking while it is locked makes it no longer.
        assert isinstance(await tried(database, NO_CODE, last + timedelta(minutes=minute)), Locked)
    assert str(await tried(database, one, last + timedelta(minutes=30))) == "2027-11-23"


async def test_one_person_does_not_lock_another(database: Database) -> None:
    one = await code(database)
    for _ in range(6):
        await tried(database, NO_CODE)
    assert str(await tried(database, one, person=BEN)) == "2027-11-23"


async def test_a_hundred_guesses_at_once_count_as_five(database: Database) -> None:
    got = await asyncio.gather(*(tried(database, NO_CODE) for _ in range(100)))
    assert sum(isinstance(error, UnknownCode) for error in got) == 5
    assert sum(isinstance(error, Locked) for error in got) == 95


async def test_codes_expire_at_the_end_of_their_last_local_day(database: Database) -> None:
    first, second = [await code(database, valid=Term(days=1)) for _ in range(2)]
    late = datetime(2026, 11, 24, 23, 59, tzinfo=SHANGHAI)
    assert str(await tried(database, first, late)) == "2027-11-24"
    expired = await tried(database, second, late + timedelta(minutes=1))
    assert isinstance(expired, Expired)
    assert str(expired.last) == "2026-11-24"


async def test_a_clock_set_back_makes_no_code_valid_again(database: Database) -> None:
    one = await code(database, valid=Term(days=1))
    async with database.transaction() as transaction:
        moment = stamp(MONDAY + timedelta(days=3))
        await audit.note(transaction, moment, "10001", "某事", "", "")
    assert isinstance(await tried(database, one, MONDAY), Expired)


async def test_revoked_codes(database: Database) -> None:
    made = await batch(database, 3)
    await revoke_code(database, made.codes[0], "10001", MONDAY)
    await tried(database, made.codes[1])
    await revoke_batch(database, made.batch.number, "10001", MONDAY)
    assert isinstance(await tried(database, made.codes[0], person=BEN), Revoked)
    assert isinstance(await tried(database, made.codes[1], person=BEN), Used)
    assert isinstance(await tried(database, made.codes[2], person=BEN), Revoked)


async def test_who_makes_codes_does_not_redeem_them(database: Database) -> None:
    one = await code(database)
    assert isinstance(await tried(database, one, person="10001"), OwnCode)
    assert str(await tried(database, one)) == "2027-11-23"


async def test_a_code_that_would_bring_too_much_is_not_used_up(database: Database) -> None:
    for _ in range(3):
        await tried(database, await code(database, Term(years=10)))
    one = await code(database, Term(years=10))
    with pytest.raises(TooFarAhead):
        await redeem(database, ANNA, one, MONDAY, SHANGHAI)
    assert str(await tried(database, one, person=BEN)) == "2036-11-23"


async def test_no_code_is_stored_anywhere(database: Database) -> None:
    made = await batch(database, 3)
    await tried(database, made.codes[0])
    await revoke_code(database, made.codes[1], "10001", MONDAY)
    await tried(database, NO_CODE)
    for path in database.path.parent.glob("study.db*"):
        content = path.read_bytes()
        for one in (*made.codes, NO_CODE.replace("-", "")):
            assert one[:12].encode() not in content
    noted = [one async for one in audit.entries(database)]
    assert [one.action for one in noted] == [
        "兑换码 生成第1批",
        f"兑换 第1批 尾号{made.codes[0][-4:]} 1年",
        f"兑换码 作废第1批 尾号{made.codes[1][-4:]}",
    ]
    assert noted[1].person == ANNA
    assert (await audit.verify(database)).broken is None


def test_guessing_is_hopeless() -> None:
    """Even a million people who guess all day find one of a million codes in ages."""
    tries_a_year = 5 * 2 * 24 * 365 * 1_000_000
    assert tries_a_year * 1_000_000 / 31**15 < 0.01
