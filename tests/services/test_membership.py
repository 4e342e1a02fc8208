"""What admins give, take and take back."""

import asyncio
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from study.members.runs import membership
from study.members.term import YEAR, Term
from study.services.membership import (
    CannotChange,
    Changed,
    NothingToTake,
    Oneself,
    Order,
    Reversed,
    Reward,
    TooFarAhead,
    UnknownGrant,
    change,
    held,
    reverse,
)
from study.storage import audit, grants
from study.storage.database import Database, single
from study.storage.vault import Vault
from tests.library import MONDAY

SHANGHAI = ZoneInfo("Asia/Shanghai")
ANNA, ADMIN = "40001", "10001"


async def gives(
    database: Database, vault: Vault, term: Term = YEAR, days: int = 0, by: str = ADMIN
) -> Changed:
    order = Order(ANNA, term, "微信付款", by)
    return await change(database, vault.keyring, order, MONDAY + timedelta(days=days), SHANGHAI)


async def takes_back(
    database: Database, vault: Vault, number: int, days: int = 0, by: str = ADMIN
) -> Changed:
    now = MONDAY + timedelta(days=days)
    return await reverse(database, vault.keyring, number, by, "退款", now, SHANGHAI)


async def told(database: Database, vault: Vault) -> list[str]:
    rows = await database.read("select person, text from notice order by id")
    return [f"{row['person']} {vault.keyring.unseal_text(row['text'])}" for row in rows]


async def test_giving_and_taking(database: Database, vault: Vault) -> None:
    done = await gives(database, vault)
    assert (done.before, done.after) == (None, date(2027, 11, 23))
    done = await gives(database, vault, Term(days=-30), days=1)
    assert (done.before, done.after) == (date(2027, 11, 23), date(2027, 10, 24))
    found = await held(database, ANNA)
    assert [(one.source, one.reason) for one in found.grants] == [("admin", "微信付款")] * 2
    assert await told(database, vault) == [
        "40001 🎫 管理员加了1年。你的会员现在有效至 2027-11-23（含当天）。理由：微信付款\n有疑问请联系管理员；查看：/学习 会员",
        "40001 🎫 管理员减了30天。你的会员现在有效至 2027-10-24（含当天）。理由：微信付款\n有疑问请联系管理员；查看：/学习 会员",
    ]


async def test_everything_is_noted(database: Database, vault: Vault) -> None:
    done = await gives(database, vault)
    await takes_back(database, vault, done.number, days=1)
    noted = [one async for one in audit.entries(database)]
    assert [(one.person, one.action, one.before, one.after) for one in noted] == [
        (ADMIN, "会员加了1年", "40001 没有生效", "有效至 2027-11-23（含当天） 微信付款"),
        (
            ADMIN,
            f"会员撤销了2026年11月23日加的1年（#{done.number}）",
            "40001 有效至 2027-11-23（含当天）",
            "没有生效 退款",
        ),
    ]


async def test_taking_back_in_the_middle(database: Database, vault: Vault) -> None:
    numbers = [(await gives(database, vault, days=days)).number for days in (0, 10, 20)]
    assert (await takes_back(database, vault, numbers[1], 30)).after == date(2028, 11, 23)
    with pytest.raises(Reversed):
        await takes_back(database, vault, numbers[1], 31)
    assert (await takes_back(database, vault, numbers[0], 32)).after == date(2027, 12, 13)
    assert len(await told(database, vault)) == 5


async def test_two_admins_take_back_at_once(database: Database, vault: Vault) -> None:
    done = await gives(database, vault)
    got = await asyncio.gather(
        *(takes_back(database, vault, done.number, by=by) for by in ("10002", "10003")),
        return_exceptions=True,
    )
    assert sum(isinstance(one, Changed) for one in got) == 1
    assert sum(isinstance(one, Reversed) for one in got) == 1


async def test_nobody_changes_his_own(database: Database, vault: Vault) -> None:
    with pytest.raises(Oneself):
        await gives(database, vault, by=ANNA)
    done = await gives(database, vault)
    await gives(database, vault, Term(days=-30))
    with pytest.raises(Oneself):
        await takes_back(database, vault, done.number + 1, by=ANNA)


async def test_what_cannot_be(database: Database, vault: Vault) -> None:
    with pytest.raises(NothingToTake):
        await gives(database, vault, Term(days=-1))
    with pytest.raises(UnknownGrant):
        await takes_back(database, vault, 7)
    for _ in range(3):
        await gives(database, vault, Term(years=10))
    with pytest.raises(TooFarAhead):
        await gives(database, vault, Term(days=1))
    assert single(await database.read("select count(*) from audit")) == 3


async def test_a_reward_goes_with_its_case(database: Database, vault: Vault) -> None:
    new = grants.New(ANNA, YEAR, "reward", "JB-7K3Q9", "", ADMIN, date(2026, 11, 23), "x")
    async with database.transaction() as transaction:
        number = await grants.add(transaction, new)
    with pytest.raises(Reward):
        await takes_back(database, vault, number)
    assert (await held(database, ANNA)).membership.runs_on(date(2027, 1, 1))


steps = st.lists(
    st.tuples(
        st.integers(0, 200),
        st.one_of(
            st.builds(Term, days=st.integers(-400, 400).filter(bool)),
            st.builds(Term, months=st.integers(-12, 24).filter(bool)),
            st.integers(0, 9),
        ),
    ),
    max_size=12,
)


@given(steps)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
async def test_any_day_of_an_admins_work(
    database: Database, vault: Vault, work: list[tuple[int, Term | int]]
) -> None:
    """Whatever is given, taken and taken back: the answer says what is then true, and each
    change is noted and told once."""
    async with database.transaction() as transaction:
        await transaction.write("delete from membership_grant")
        await transaction.write("delete from notice")
    before = len([one async for one in audit.entries(database)])
    days, made = 0, 0
    for pause, what in work:
        days += pause
        today = (MONDAY + timedelta(days=days)).date()
        was = (await held(database, ANNA)).membership
        try:
            if isinstance(what, Term):
                done = await gives(database, vault, what, days)
            else:
                done = await takes_back(database, vault, what, days)
        except CannotChange:
            assert (await held(database, ANNA)).membership == was
            continue
        made += 1
        found = await held(database, ANNA)
        assert found.membership == membership(found.grants)
        assert (done.before, done.after) == (
            was.ends_after(today),
            found.membership.ends_after(today),
        )
    assert len([one async for one in audit.entries(database)]) == before + made
    assert len(await told(database, vault)) == made
