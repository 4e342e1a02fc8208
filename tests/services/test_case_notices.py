"""What admins are told of cases, and for how long it is true."""

import pytest

from study.reports.moves import Refused, Why
from study.services import administering, following_cases
from study.services.following_cases import Unexplained
from study.services.passing import is_still_true
from study.storage.database import Database
from study.storage.vault import Vault
from tests.casework import ANN, BEN, ROSE, Office


@pytest.fixture
def office(database: Database, vault: Vault) -> Office:
    return Office(database, vault)


async def true_for(office: Office, person: str) -> list[str]:
    """What a person would be told now of all that was left for him."""
    rows = await office.database.read(
        "select subject, text from notice where person = ? order by id", (person,)
    )
    return [
        office.vault.keyring.unseal_text(row["text"])
        for row in rows
        if await is_still_true(office.database, person, row["subject"], office.now.date())
    ]


async def test_a_new_case_is_told_of_until_somebody_takes_it(office: Office) -> None:
    number = await office.report()
    assert f"有新的举报 {number}" in (await true_for(office, BEN))[0]
    await office.take(number, ANN)
    assert await true_for(office, BEN) == []


async def test_what_came_is_told_to_who_has_the_case_while_it_is_open(office: Office) -> None:
    number = await office.report()
    await office.take(number, ANN)
    await office.supplement(ROSE, number)
    assert "补充了材料" in (await true_for(office, ANN))[-1]
    await office.confirm(number, take=False)
    assert await true_for(office, ANN) == []


async def test_an_appeal_is_for_the_other_admin(office: Office) -> None:
    number = await office.report()
    await office.reject(number, ANN)
    await office.appeal(ROSE, number)
    assert (await true_for(office, BEN))[-1].startswith(f"举报 {number} 有申诉，请复核")
    assert "你不用办" in (await true_for(office, ANN))[-1]
    await office.confirm(number, BEN)
    assert not any("请复核" in one for one in await true_for(office, BEN))


async def test_the_only_admin_is_asked_to_decide_an_appeal(office: Office) -> None:
    office.superusers = frozenset({ANN})
    number = await office.report()
    await office.reject(number)
    await office.appeal(ROSE, number)
    assert "请复核" in (await office.notices(ANN))[-1]


async def test_who_loses_a_case_hears_of_it(office: Office) -> None:
    number = await office.report()
    await office.take(number, ANN)
    await office.take(number, BEN)
    assert (await office.notices(ANN))[-1] == f"你在办的举报 {number} 由 {BEN} 接手了，不用再办"
    await office.withdraw(ROSE, number)
    assert (await office.notices(BEN))[-1] == f"你在办的举报 {number} 已由举报人撤回，不用再办"


async def test_a_dismissed_admin_hears_no_more_of_cases_but_of_his_own(office: Office) -> None:
    office.superusers = frozenset({ANN})
    database, keyring = office.database, office.vault.keyring
    await administering.appoint(database, keyring, BEN, ANN, "你是管理员", office.now)
    own, number = await office.report(BEN, "QQ 66600005"), await office.report()
    await office.confirm(own)
    await office.take(number, BEN)
    await office.supplement(ROSE, number)
    assert await administering.dismiss(database, BEN, ANN, office.now) == [number]
    assert await administering.dismiss(database, BEN, ANN, office.now) is None
    assert [own in one for one in await office.notices(BEN)] == [True]
    await office.supplement(ROSE, number)
    assert "补充了材料" in (await office.notices(ANN))[-1]
    await office.confirm(number)


async def test_who_may_not_appeal_is_not_asked_why(office: Office) -> None:
    number = await office.report()

    async def appeal(reason: str) -> None:
        database, keyring = office.database, office.vault.keyring
        await following_cases.appeal(
            database, keyring, ROSE, number, reason, office.superusers, office.now
        )

    with pytest.raises(Refused) as refused:
        await appeal("")
    assert refused.value.why is Why.NOT_NOW
    await office.reject(number)
    with pytest.raises(Unexplained):
        await appeal(" ")
    assert await office.state(number) == ("rejected", "rejected")
