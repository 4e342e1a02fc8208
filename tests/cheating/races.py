"""Several decisions at the same moment, and broken-off ones."""

import pytest

from study.services import rewarding
from study.storage.database import open_database
from tests.casework import ANN, BEN, LILY, ROSE, Office
from tests.cheating.script import at_once, script


@script(due=1)
async def two_admins_confirm_at_once(office: Office) -> None:
    number = await office.report(ROSE)
    await at_once(*(office.confirm(number, admin) for admin in (ANN, BEN) for _ in range(5)))
    await at_once(office.confirm(number, ANN), office.confirm(number, BEN))


@script(due=1)
async def one_admin_confirms_ten_times_at_once(office: Office) -> None:
    number = await office.report(ROSE)
    await office.take(number)
    assert await at_once(*(office.confirm(number, take=False) for _ in range(10))) == 1


@script(due=1)
async def two_processes_confirm_at_once(office: Office) -> None:
    number = await office.report(ROSE)
    await office.take(number)
    opened = [await open_database(office.database.path) for _ in range(2)]
    offices = [Office(one, office.vault, office.now) for one in opened]
    done = await at_once(*(one.confirm(number, take=False) for one in offices for _ in range(3)))
    for one in opened:
        await one.close()
    assert done == 1


@script(due=1)
async def two_rivals_are_confirmed_at_once(office: Office) -> None:
    one, other = await office.report(ROSE), await office.report(LILY)
    await office.take(one, ANN)
    await office.take(other, BEN)
    await at_once(
        office.confirm(other, BEN, take=False),
        office.confirm(one, ANN, take=False),
        office.confirm(other, BEN, take=False),
    )


@script(due=1)
async def two_processes_confirm_rivals_at_once(office: Office) -> None:
    one, other = await office.report(ROSE), await office.report(LILY)
    await office.take(one, ANN)
    await office.take(other, BEN)
    opened = await open_database(office.database.path)
    beside = Office(opened, office.vault, office.now)
    await at_once(office.confirm(one, ANN, take=False), beside.confirm(other, BEN, take=False))
    await opened.close()


@script(due=0)
async def a_withdrawal_races_with_the_confirmation(office: Office) -> None:
    number = await office.report(ROSE)
    await office.take(number)
    done = await at_once(office.withdraw(ROSE, number), office.confirm(number, take=False))
    assert done == 1


@script(due=0)
async def two_admins_overturn_at_once(office: Office) -> None:
    number = await office.report(ROSE)
    await office.confirm(number)
    assert await at_once(office.overturn(number, ANN), office.overturn(number, BEN)) == 1


@script(due=1)
async def the_confirmation_breaks_off_and_is_repeated(office: Office) -> None:
    number = await office.report(ROSE)
    await office.take(number)
    give, broken = rewarding.give, RuntimeError("the process ends here")

    async def breaks(*arguments: object) -> rewarding.Given:
        await give(*arguments)  # pyright: ignore[reportArgumentType]
        raise broken

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rewarding, "give", breaks)
        with pytest.raises(RuntimeError):
            await office.confirm(number, take=False)
    assert await office.rewards() == 0
    assert await office.state(number) == ("verifying", "")
    await office.confirm(number, take=False)
