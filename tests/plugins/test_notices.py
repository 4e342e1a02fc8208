"""Notices, as people get them, and what the bot does once a day."""

import asyncio
from datetime import UTC, date, datetime, time, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from plugins._chat.call import Reply
from study.members.ending import Ending
from study.reports.state import State
from study.services.notices import leave
from study.services.reminding import Digest, Waiting
from study.services.subscribing import Outcome
from study.storage.audit import Verdict
from study.storage.database import Database
from study.storage.vault import Vault
from tests.dialogue import ADMIN, Chat

ANNA = "30001"
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


class Post:
    """Stands for the sending of messages; keeps to whom and what."""

    def __init__(self, outcome: Outcome = Outcome.SENT) -> None:
        self.outcome = outcome
        self.sent: list[tuple[str, str, str]] = []

    async def send(self, bot: Any, group: str | None, person: str, reply: Reply) -> Any:
        assert group is None
        self.sent.append((bot.self_id, person, reply.text))
        return self.outcome, "", ""


async def left(
    database: Database,
    vault: Vault,
    person: str = ANNA,
    subject: str = "case:1",
    text: str = "成立",
) -> None:
    async with database.transaction() as transaction:
        await leave(transaction, vault.keyring, person, subject, text, LONG_AGO, LONG_AGO)


async def state(database: Database) -> list[str]:
    return [row["state"] for row in await database.read("select state from notice order by id")]


@pytest.fixture
def post(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> Post:
    """What goes out but the answers to commands."""
    from plugins._chat import contact
    from plugins.notices import delivery

    made = Post()
    for module in (contact, delivery):
        monkeypatch.setattr(module, "sending", SimpleNamespace(send=made.send))
    monkeypatch.setattr(delivery, "_SPACING", 0)
    return made


@pytest.fixture
def online(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The accounts that are connected."""
    from plugins.notices import delivery

    accounts = {number: SimpleNamespace(self_id=number) for number in ("10000", "10009")}
    monkeypatch.setattr(delivery, "nonebot", SimpleNamespace(get_bots=lambda: accounts))
    return accounts


async def look() -> None:
    from plugins.notices import delivery

    await delivery.look()
    await asyncio.gather(*delivery._passes.values())


async def test_a_notice_goes_out_once_through_the_account_that_is_known(
    chat: Chat, database: Database, vault: Vault, post: Post, online: dict[str, Any]
) -> None:
    chat.group = None
    await chat.says("/学习 目录")
    await left(database, vault)
    await left(database, vault, "30002", text="不成立")
    online.pop("10009")
    for _ in range(2):
        await look()
    assert sorted(post.sent) == [("10000", "30001", "成立"), ("10000", "30002", "不成立")]
    assert await state(database) == ["sent", "sent"]


async def test_the_account_that_somebody_speaks_to_is_waited_for(
    chat: Chat, database: Database, vault: Vault, post: Post, online: dict[str, Any]
) -> None:
    chat.group = None
    await chat.says("/学习 目录")
    await left(database, vault)
    known = online.pop("10000")
    await look()
    assert post.sent == []
    online["10000"] = known
    await look()
    assert post.sent == [("10000", ANNA, "成立")]


async def test_an_account_that_does_not_answer_is_left_alone(
    database: Database, vault: Vault, post: Post, online: dict[str, Any]
) -> None:
    online.pop("10009")
    post.outcome = Outcome.UNKNOWN
    for person in ("30001", "30002"):
        await left(database, vault, person)
    await look()
    assert await state(database) == ["unknown", "waiting"]


async def test_what_could_not_be_delivered_is_said_at_the_next_word_in_private(
    chat: Chat, database: Database, vault: Vault, post: Post, online: dict[str, Any]
) -> None:
    post.outcome = Outcome.FAILED
    await left(database, vault, text="你的举报成立")
    await look()
    post.outcome = Outcome.UNKNOWN
    await left(database, vault, subject="case:2", text="会员多一年")
    await look()
    post.sent.clear()
    post.outcome = Outcome.SENT
    await chat.says("/学习 目录")  # in a group nothing of it is said
    assert post.sent == []
    chat.group = None
    for _ in range(2):
        await chat.says("/学习 目录")
    assert post.sent == [
        (
            "10000",
            ANNA,
            "📮 之前没能送到你这里的消息：\n\n你的举报成立\n\n（可能已经发过）会员多一年",
        )
    ]
    assert await state(database) == ["shown", "shown"]


async def test_the_round_of_the_day_reminds_members_and_admins(
    chat: Chat, database: Database, vault: Vault
) -> None:
    from plugins.notices import rounds

    today = datetime.now(UTC).astimezone(rounds.library.settings.timezone).date()
    async with database.transaction() as transaction:
        await transaction.write(
            "insert into membership_grant (person, term, source, reason, granted_by, granted_on,"
            " granted_at) values (?, 'P7D', 'admin', '', '1', ?, '')",
            (ANNA, today.isoformat()),
        )
        await transaction.write(
            "insert into resale_case (number, reporter, state, suspect, circumstances,"
            " received_at, moved_at) values ('JB-22222', '1', 'received', '', '', ?, ?)",
            (LONG_AGO.isoformat(), LONG_AGO.isoformat()),
        )
    for _ in range(2):
        await rounds.make(datetime.now(UTC))
    rows = await database.read("select person, subject from notice order by id")
    last = today + timedelta(days=7)
    assert [tuple(row) for row in rows] == [
        (ANNA, f"ends:{last}:7"),
        (str(ADMIN), f"digest:{today}"),
        (str(ADMIN), f"overdue:{today}"),
    ]


async def test_a_day_has_one_round_and_none_before_its_hour(
    database: Database, monkeypatch: pytest.MonkeyPatch, chat: Chat
) -> None:
    from plugins.notices import rounds

    made: list[datetime] = []

    async def make(now: datetime) -> None:
        made.append(now)
        if len(made) == 1:
            raise RuntimeError

    async def look() -> int:
        await rounds.look()
        await asyncio.gather(*rounds._under_way)
        return len(made)

    monkeypatch.setattr(rounds, "make", make)
    monkeypatch.setattr(rounds, "_done", set())
    monkeypatch.setattr(rounds, "_FROM", time.max)
    assert await look() == 0
    monkeypatch.setattr(rounds, "_FROM", time.min)
    assert await look() == 1
    assert await look() == 2  # the first one failed
    assert await look() == 2


def test_what_members_and_admins_read() -> None:
    from plugins.notices import texts

    assert texts.membership_ends(Ending(date(2026, 11, 30), 7)) == (
        "⏳ 你的会员到 2026年11月30日为止（含当天）。\n"
        "续期：/学习 兑换 加兑换码。举报倒卖资料的人，查实也送一年：/举报"
    )
    cases = [
        Waiting("JB-22222", State.RECEIVED, "", 90, is_overdue=True),
        Waiting("JB-33333", State.VERIFYING, "10001", 5, is_overdue=False),
    ]
    assert texts.open_cases(Digest(cases, 30, Verdict(7, "a" * 64, None))) == (
        "📋 未结的举报 30 件\n"
        "JB-22222　受理　等了 3 天　没人领取 ⏰\n"
        "JB-33333　核实中　等了 5 小时　10001 处理\n"
        "……另有 28 件：/案 列表\n"
        "操作记录 7 条，校验一致，末尾 aaaaaaaaaaaa"
    )
    assert "从第 5 条起对不上" in texts.open_cases(Digest(cases, 2, Verdict(7, "a", 5)))
    assert texts.overdue(["JB-22222", "JB-33333"]) == (
        "⏰ 超过 72 小时没有进展，等你处理：JB-22222、JB-33333\n先看：/案 看 JB-22222"
    )
