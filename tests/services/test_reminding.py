"""Reminders of memberships that end and of cases that wait, once each."""

import time
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from study.members.ending import Ending, ending
from study.members.runs import Membership, Run
from study.members.term import YEAR, Term
from study.services.case_moves import person_trait
from study.services.reminding import Digest, Reminding, remind_of_cases, remind_of_ends
from study.storage import audit, cases, grants, traits
from study.storage.database import Database
from study.storage.grants import New
from tests.keys import a_keyring
from tests.library import MONDAY

SHANGHAI = ZoneInfo("Asia/Shanghai")
TODAY = date(2026, 11, 23)
LAST = date(2026, 11, 30)
ANNA, REPORTER, ADMIN, OTHER_ADMIN = "30001", "30002", "10001", "10002"
KEYRING = a_keyring()


@pytest.mark.parametrize(
    ("day", "before"),
    [(22, None), (23, 7), (25, 7), (28, 7), (29, 1), (30, 1)],
)
def test_a_member_is_reminded_seven_days_before_and_one(day: int, before: int | None) -> None:
    running = Membership((Run(date(2025, 11, 30), LAST),))
    found = ending(running, date(2026, 11, day))
    assert found == (Ending(LAST, before) if before else None)


def test_no_reminder_is_due_without_a_membership_or_for_a_short_one() -> None:
    assert ending(Membership(), TODAY) is None
    assert ending(Membership((Run(date(2025, 1, 1), date(2025, 12, 31)),)), TODAY) is None
    short = Membership((Run(TODAY, TODAY + timedelta(days=5)),))
    assert ending(short, TODAY) is None
    assert ending(short, TODAY + timedelta(days=4)) == Ending(TODAY + timedelta(days=5), 1)


def desk(database: Database, now: datetime = MONDAY) -> Reminding:
    return Reminding(database, KEYRING, now, SHANGHAI)


async def granted(database: Database, term: Term, day: date, *people: str) -> None:
    async with database.transaction() as transaction:
        for person in people:
            new = New(person, term, "admin", "", "", "1", day, "2026-11-23")
            await grants.add(transaction, new)


async def left(database: Database) -> list[tuple[str, str, str]]:
    rows = await database.read("select person, subject, text from notice order by id")
    return [(one["person"], one["subject"], KEYRING.unseal_text(one["text"])) for one in rows]


async def test_a_reminder_is_left_once_for_each_end(database: Database) -> None:
    await granted(database, YEAR, date(2025, 11, 30), ANNA)
    for days in (0, 0, 1, 6, 7):
        now = MONDAY + timedelta(days=days)
        await remind_of_ends(desk(database, now), lambda one: str(one.before))
    assert await left(database) == [
        (ANNA, "ends:2026-11-30:7", "7"),
        (ANNA, "ends:2026-11-30:1", "1"),
    ]
    await granted(database, YEAR, date(2026, 11, 30), ANNA)
    await remind_of_ends(desk(database, MONDAY + timedelta(days=365)), lambda one: "again")
    assert (await left(database))[2:] == [(ANNA, "ends:2027-11-30:7", "again")]


async def test_a_hundred_thousand_grants_are_gone_through_in_pieces(database: Database) -> None:
    async with database.transaction() as transaction:
        await transaction.write_many(
            "insert into membership_grant (person, term, source, reason, granted_by, granted_on,"
            " granted_at) values (?, 'P1Y', 'admin', '', '1', ?, '')",
            (
                (str(100_000 + number // 2), f"202{4 + number % 2}-01-01")
                for number in range(100_000)
            ),
        )
    await granted(database, Term(days=7), TODAY, ANNA)
    begun = time.perf_counter()
    await remind_of_ends(desk(database), lambda one: "ends")
    assert time.perf_counter() - begun < 20
    assert [person for person, _, _ in await left(database)] == [ANNA]


async def a_case(
    database: Database, number: str, hours: int, handler: str = "", suspect: str = ""
) -> None:
    at = (MONDAY - timedelta(hours=hours)).isoformat()
    async with database.transaction() as transaction:
        case = await cases.insert(transaction, cases.New(number, REPORTER, b"", b"", at))
        assert case
        await transaction.write(
            "update resale_case set state = 'verifying', handler = ? where id = ?", (handler, case)
        )
        if suspect:
            await traits.add(transaction, case, [("qq", person_trait(KEYRING, suspect))])


async def reminded(database: Database, now: datetime = MONDAY) -> list[tuple[str, str, str]]:
    def all_of_them(digest: Digest) -> str:
        late = [one.number for one in digest.cases if one.is_overdue]
        return f"{digest.count} {digest.log.count} {late}"

    admins = {ADMIN, OTHER_ADMIN}
    await remind_of_cases(desk(database, now), admins, all_of_them, lambda late: " ".join(late))
    return await left(database)


async def test_admins_get_a_digest_and_what_waits_too_long_for_them(database: Database) -> None:
    await a_case(database, "JB-22222", 80, ADMIN)
    await a_case(database, "JB-33333", 90)
    await a_case(database, "JB-44444", 71)
    async with database.transaction() as transaction:
        await audit.note(transaction, "2026", "1", "a", "", "")
    expected = [
        (ADMIN, "digest:2026-11-23", "3 1 ['JB-33333', 'JB-22222']"),
        (ADMIN, "overdue:2026-11-23", "JB-33333 JB-22222"),
        (OTHER_ADMIN, "digest:2026-11-23", "3 1 ['JB-33333', 'JB-22222']"),
        (OTHER_ADMIN, "overdue:2026-11-23", "JB-33333"),
    ]
    assert sorted(await reminded(database)) == expected
    assert sorted(await reminded(database, MONDAY + timedelta(hours=3))) == expected
    assert len(await reminded(database, MONDAY + timedelta(days=1))) == 8


async def test_no_admin_hears_of_a_case_against_himself(database: Database) -> None:
    await a_case(database, "JB-22222", 80, suspect=ADMIN)
    assert [person for person, _, _ in await reminded(database)] == [OTHER_ADMIN] * 2


async def test_without_open_cases_nobody_is_written_to_while_the_log_holds(
    database: Database,
) -> None:
    assert await reminded(database) == []
    async with database.transaction() as transaction:
        await audit.note(transaction, "2026", "1", "a", "", "")
        await transaction.write("update audit_head set entries = 2")
    assert [subject for _, subject, _ in await reminded(database)] == ["digest:2026-11-23"] * 2
