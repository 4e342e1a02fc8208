"""How long closed cases keep their evidence, also those that end more than once."""

from datetime import timedelta

import pytest

from study.services.reading_cases import pieces
from study.services.retention import clean_up
from study.storage.database import Database
from study.storage.report_check import report_findings
from study.storage.vault import Vault
from tests.casework import BEN, LILY, ROSE, SELLER, Office

OLD, NEW = "证据甲，一二三四五六七八九十", "证据丙，一二三四五六七八九十"
DAYS = 180


@pytest.fixture
def office(database: Database, vault: Vault) -> Office:
    return Office(database, vault)


async def later(office: Office, days: int) -> int:
    office.now += timedelta(days=days)
    return await clean_up(office.database, office.vault, DAYS, office.now)


async def gone(office: Office, number: str) -> list[bool]:
    return [bool(one.deleted_at) for one in await pieces(office.desk(), number)]


async def test_evidence_is_kept_from_the_last_decision_on(office: Office) -> None:
    number = await office.report(ROSE, SELLER, OLD)
    await office.confirm(number)
    assert await later(office, DAYS - 1) == 0
    await office.overturn(number, BEN)
    assert await later(office, 2) == 0
    await office.appeal(ROSE, number)
    assert await gone(office, number) == [False]


async def test_a_case_that_was_emptied_keeps_what_comes_after(office: Office) -> None:
    number = await office.report(ROSE, SELLER, OLD)
    await office.confirm(number)
    assert await later(office, DAYS + 1) == 1
    await office.overturn(number, BEN)
    await office.appeal(ROSE, number)
    await office.sends(ROSE, NEW)
    await office.supplement(ROSE, number)
    other = await office.report(LILY, "QQ 66600077", NEW)
    await office.withdraw(LILY, other)
    assert await later(office, DAYS + 1) == 1
    assert await gone(office, number) == [True, False]
    findings = report_findings(office.database.path, office.vault.folder)
    assert findings == []
    await office.reject(number)
    assert await later(office, DAYS + 1) == 1
    assert await gone(office, number) == [True, True]
