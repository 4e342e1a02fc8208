"""More rewards than one may have, and clocks that are wrong."""

from datetime import timedelta

from tests.casework import ANN, BEN, LILY, ROSE, Office
from tests.cheating.script import YEAR, script


async def confirmed_ones(office: Office, count: int, first: int = 0) -> list[str]:
    """Cases of one person against different sellers, confirmed day by day."""
    numbers: list[str] = []
    for seller in range(first, first + count):
        numbers.append(await office.report(ROSE, f"QQ 777{seller:05}"))
        await office.confirm(numbers[-1])
        office.now += timedelta(days=1)
    return numbers


@script(due=3)
async def one_person_reports_more_than_is_rewarded(office: Office) -> None:
    await confirmed_ones(office, 6)


@script(due=0)
async def nothing_is_rewarded_at_all(office: Office) -> None:
    office.most_rewards = 0
    await confirmed_ones(office, 1)


@script(due=4)
async def another_year_has_rewards_of_its_own(office: Office) -> None:
    await confirmed_ones(office, 4)
    office.now += YEAR - timedelta(days=4, hours=1)
    await confirmed_ones(office, 2, first=10)


@script(due=3)
async def the_clock_is_set_back_before_the_cap(office: Office) -> None:
    await confirmed_ones(office, 3)
    office.now -= YEAR * 3
    await confirmed_ones(office, 2, first=10)


@script(due=3)
async def rewards_are_got_while_the_clock_is_back(office: Office) -> None:
    await office.reject(await office.report(LILY, "QQ 88800001"))
    office.now -= YEAR * 3
    await confirmed_ones(office, 3)
    office.now += YEAR * 3
    await confirmed_ones(office, 2, first=10)


@script(due=3)
async def what_was_taken_back_does_not_count(office: Office) -> None:
    numbers = await confirmed_ones(office, 3)
    await office.overturn(numbers[0])
    await confirmed_ones(office, 2, first=10)


@script(due=3)
async def what_was_taken_back_comes_back_over_the_cap(office: Office) -> None:
    numbers = await confirmed_ones(office, 3)
    await office.overturn(numbers[2], ANN)
    await confirmed_ones(office, 1, first=10)
    await office.appeal(ROSE, numbers[2])
    assert (await office.confirm(numbers[2], BEN)).withheld == "capped"
