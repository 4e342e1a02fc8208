"""Notices: each goes out once, and what did not arrive is told when the person comes."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from study.members.term import Term
from study.sealing.keyring import Keyring
from study.services import notices
from study.services.contacting import met
from study.services.notices import (
    Kept,
    deliver,
    due_now,
    give_up_unfinished,
    leave,
    show_kept,
)
from study.services.subscribing import Outcome
from study.storage import grants
from study.storage.database import Database
from study.storage.grants import New
from tests.keys import a_keyring
from tests.library import MONDAY

SHANGHAI = ZoneInfo("Asia/Shanghai")
ANNA = "30001"
ACCOUNTS = ["10000", "10001"]
KEYRING = a_keyring()


class Post:
    """Sends with the outcome that it is given, and keeps what was sent."""

    def __init__(self, outcome: Outcome = Outcome.SENT) -> None:
        self.outcome = outcome
        self.texts: list[str] = []
        self.kept: list[Kept] = []

    async def __call__(self, text: str) -> tuple[Outcome, str, str]:
        self.texts.append(text)
        return self.outcome, "", "7"

    async def show(self, kept: list[Kept]) -> tuple[Outcome, str, str]:
        self.kept += kept
        return self.outcome, "", "7"


async def left(
    database: Database,
    text: str = "举报成立",
    subject: str = "case:1",
    due: datetime = MONDAY,
    keyring: Keyring = KEYRING,
) -> None:
    async with database.transaction() as transaction:
        await leave(transaction, keyring, ANNA, subject, text, due, MONDAY)


async def sent(database: Database, post: Post, now: datetime = MONDAY) -> list[Outcome | None]:
    due = await due_now(database, ACCOUNTS, now, SHANGHAI)
    return [await deliver(database, KEYRING, one, now, SHANGHAI, post) for one in due]


async def shown(database: Database, post: Post, now: datetime = MONDAY) -> list[Kept]:
    post.kept.clear()
    await show_kept(database, KEYRING, ANNA, now, SHANGHAI, post.show)
    return list(post.kept)


async def states(database: Database) -> list[str]:
    rows = await database.read("select state from notice order by id")
    return [row["state"] for row in rows]


async def test_one_of_a_subject_is_sent_once(database: Database) -> None:
    await left(database)
    await left(database, "again")
    post = Post()
    assert await sent(database, post) == [Outcome.SENT]
    await left(database, "once more")
    assert await sent(database, post) == []
    assert post.texts == ["举报成立"]
    assert await shown(database, Post()) == []


async def test_what_is_left_in_a_transaction_that_fails_is_not_left(database: Database) -> None:
    async def fail() -> None:
        async with database.transaction() as transaction:
            await leave(transaction, KEYRING, ANNA, "1", "text", MONDAY, MONDAY)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail()
    assert await due_now(database, ACCOUNTS, MONDAY, SHANGHAI) == []


async def test_many_at_once_send_it_once(database: Database) -> None:
    await left(database)
    post = Post()
    [one] = await due_now(database, ACCOUNTS, MONDAY, SHANGHAI)
    await asyncio.gather(
        *(deliver(database, KEYRING, one, MONDAY, SHANGHAI, post) for _ in range(10))
    )
    assert len(post.texts) == 1


async def test_its_words_are_sealed(database: Database) -> None:
    await left(database, "秘密的话")
    [row] = await database.read("select text from notice")
    assert "秘密的话".encode() not in row["text"]


async def test_it_waits_for_its_time(database: Database) -> None:
    await left(database, due=MONDAY + timedelta(hours=2))
    assert await sent(database, Post()) == []
    assert await sent(database, Post(), MONDAY + timedelta(hours=2)) == [Outcome.SENT]


@pytest.mark.parametrize(("hour", "is_sent"), [(7, 0), (8, 1), (21, 1), (22, 0), (3, 0)])
async def test_nobody_is_reminded_at_night(database: Database, hour: int, is_sent: int) -> None:
    now = datetime(2026, 11, 23, hour, tzinfo=SHANGHAI)
    long_ago = datetime(2026, 1, 1, tzinfo=UTC)
    await left(database, "digest", f"digest:{now.date()}", long_ago)
    await left(database, "decision", due=long_ago)
    assert len(await sent(database, Post(), now)) == 1 + is_sent


async def test_what_was_refused_is_shown_when_the_person_comes_and_then_no_more(
    database: Database,
) -> None:
    await left(database)
    await sent(database, Post(Outcome.FAILED))
    assert await states(database) == ["kept"]
    assert await sent(database, Post()) == []
    assert await shown(database, Post(Outcome.FAILED)) == [Kept("举报成立", maybe_told=False)]
    assert await states(database) == ["kept"]
    assert await shown(database, Post()) == [Kept("举报成立", maybe_told=False)]
    assert await states(database) == ["shown"]
    assert await shown(database, Post()) == []


async def test_what_may_have_arrived_is_not_sent_again_but_offered_once(database: Database) -> None:
    await left(database)
    await sent(database, Post(Outcome.UNKNOWN))
    assert await sent(database, Post()) == []
    assert await shown(database, Post(Outcome.UNKNOWN)) == [Kept("举报成立", maybe_told=True)]
    assert await states(database) == ["shown"]


async def test_a_crash_on_the_way_leaves_it_unknown(database: Database) -> None:
    async def crash(_: str) -> tuple[Outcome, str, str]:
        raise KeyboardInterrupt

    await left(database)
    [one] = await due_now(database, ACCOUNTS, MONDAY, SHANGHAI)
    with pytest.raises(KeyboardInterrupt):
        await deliver(database, KEYRING, one, MONDAY, SHANGHAI, crash)
    assert await give_up_unfinished(database, MONDAY + timedelta(minutes=5)) == 0
    assert await give_up_unfinished(database, MONDAY + timedelta(minutes=15)) == 1
    assert await sent(database, Post()) == []
    assert await shown(database, Post()) == [Kept("举报成立", maybe_told=True)]


async def test_two_messages_at_once_show_it_once(database: Database) -> None:
    await left(database)
    await sent(database, Post(Outcome.FAILED))
    post = Post()
    await asyncio.gather(
        *(show_kept(database, KEYRING, ANNA, MONDAY, SHANGHAI, post.show) for _ in range(5))
    )
    assert len(post.kept) == 1


async def test_without_its_key_it_is_kept_and_harms_nothing(database: Database) -> None:
    await left(database, keyring=a_keyring())
    assert await sent(database, Post()) == [Outcome.FAILED]
    assert await shown(database, Post()) == []
    assert await states(database) == ["kept"]


async def test_a_reminder_of_an_end_that_was_put_off_is_not_sent(database: Database) -> None:
    await granted(database)
    await left(database, subject="ends:2026-11-30:7")
    await granted(database)
    assert await sent(database, Post()) == [None]
    assert await states(database) == []


async def test_a_reminder_that_could_not_be_sent_is_not_shown_once_it_is_untrue(
    database: Database,
) -> None:
    await granted(database)
    await left(database, "ends", "ends:2026-11-30:7")
    await left(database, "digest", "digest:2026-11-23")
    await sent(database, Post(Outcome.FAILED))
    tomorrow = MONDAY + timedelta(days=1)
    assert [one.text for one in await shown(database, Post(), tomorrow)] == ["ends"]


async def granted(database: Database) -> None:
    """Seven days from Monday on."""
    async with database.transaction() as transaction:
        new = New(ANNA, Term(days=7), "admin", "", "", "1", date(2026, 11, 23), "2026-11-23")
        await grants.add(transaction, new)


async def test_those_who_wait_for_an_account_stand_in_nobodys_way(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notices, "MOST", 2)
    for person in ("1", "2", "3"):
        await met(database, person, "10009", MONDAY)
        async with database.transaction() as transaction:
            await leave(transaction, KEYRING, person, "", "", MONDAY - timedelta(days=1), MONDAY)
    await left(database)
    found = await due_now(database, ACCOUNTS, MONDAY, SHANGHAI)
    assert [one.person for one in found] == [ANNA]
    assert len(await due_now(database, [*ACCOUNTS, "10009"], MONDAY, SHANGHAI)) == 2


async def test_it_goes_through_the_account_that_the_person_speaks_to(database: Database) -> None:
    await left(database)
    assert [one.account for one in await due_now(database, ACCOUNTS, MONDAY, SHANGHAI)] == [""]
    for account in ("10000", "10000", "10001"):
        await met(database, ANNA, account, MONDAY)
    assert [one.account for one in await due_now(database, ACCOUNTS, MONDAY, SHANGHAI)] == ["10001"]
    await met(database, ANNA, "10001", MONDAY + timedelta(hours=5))
    [row] = await database.read("select since, seen_at from contact")
    assert row["since"] == row["seen_at"]  # Not written down again on the same day.
