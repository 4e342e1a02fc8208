"""Cases that repeat another one, and what becomes of them when that one comes to nothing."""

import pytest

from study.services import reading_cases
from study.services.deciding import Fault, WrongMain
from study.storage.database import Database
from study.storage.vault import Vault
from tests.casework import ANN, BEN, LILY, ROSE, Office


@pytest.fixture
def office(database: Database, vault: Vault) -> Office:
    return Office(database, vault)


async def both(office: Office) -> tuple[str, str]:
    """A case and a repetition of it."""
    main, number = await office.report(ROSE), await office.report(LILY)
    await office.repeat(number, main)
    return main, number


async def test_the_later_case_repeats_the_earlier(office: Office) -> None:
    first, second = await office.report(ROSE), await office.report(LILY)
    with pytest.raises(WrongMain) as wrong:
        await office.repeat(first, second)
    assert wrong.value.fault is Fault.LATER
    await office.withdraw(ROSE, first)
    third = await office.report(ROSE)
    await office.repeat(second, third, is_fuller=True)
    assert await office.state(second) == ("duplicate", "duplicate")


async def test_nothing_repeats_what_was_rejected(office: Office) -> None:
    main, number = await office.report(ROSE), await office.report(LILY)
    await office.reject(main)
    with pytest.raises(WrongMain) as wrong:
        await office.repeat(number, main)
    assert wrong.value.fault is Fault.REJECTED


@pytest.mark.parametrize("end", ["withdraw", "reject", "overturn"])
async def test_a_repetition_of_nothing_is_looked_at_anew(office: Office, end: str) -> None:
    main, number = await both(office)
    if end == "withdraw":
        await office.withdraw(ROSE, main)
    elif end == "reject":
        await office.reject(main)
    else:
        await office.confirm(main)
        await office.overturn(main)
    assert await office.state(number) == ("received", "")
    assert "现在重新核实：先报的那一件没有成立" in (await office.notices(LILY))[-1]
    for admin in (ANN, BEN):
        assert f"举报 {number} 的主案没有成立" in (await office.notices(admin))[-1]
    view = await reading_cases.view(office.desk(), number)
    assert (view.main, view.history[-1].kind) == ("", "reopened")
    assert (await office.confirm(number)).withheld is None
    assert await office.rewards() == 1


async def test_an_appealed_repetition_is_looked_at_anew_too(office: Office) -> None:
    main, number = await both(office)
    await office.appeal(LILY, number)
    await office.withdraw(ROSE, main)
    assert await office.state(number) == ("received", "")
    await office.reject(number, ANN)
    assert await office.state(number) == ("rejected", "rejected")
