"""Cases that are at their end and are moved all the same."""

from datetime import timedelta

from study.services import deciding
from study.services.opening_cases import may_report
from tests.casework import ANN, BEN, IRIS, LILY, ROSE, Office
from tests.cheating.script import WEEK, YEAR, at_once, is_refused, script


@script(due=1)
async def what_was_taken_back_is_confirmed_on_appeal(office: Office) -> None:
    number = await office.report(ROSE)
    await office.confirm(number)
    await office.overturn(number, ANN)
    await is_refused(office.confirm(number))
    await office.appeal(ROSE, number)
    await office.confirm(number, BEN)
    await is_refused(office.confirm(number, BEN))


@script(due=0)
async def what_was_taken_back_twice_stays_so(office: Office) -> None:
    number = await office.report(ROSE)
    await office.confirm(number)
    await office.overturn(number, ANN)
    await office.appeal(ROSE, number)
    await office.confirm(number, BEN)
    await is_refused(office.overturn(number, ANN))
    await office.overturn(number, BEN)
    await is_refused(office.overturn(number, ANN))
    await is_refused(office.appeal(ROSE, number))
    await is_refused(office.confirm(number, BEN))


@script(due=1)
async def repetitions_of_repetitions(office: Office) -> None:
    one, two, three = [await office.report(person) for person in (ROSE, LILY, IRIS)]
    await office.repeat(two, one)
    await is_refused(office.repeat(three, two))
    await is_refused(office.repeat(one, two))
    await is_refused(office.repeat(one, one))
    await is_refused(office.repeat(one, three))
    await office.confirm(one, take=False)
    await is_refused(office.confirm(three, take=False))


@script(due=0)
async def a_repetition_is_confirmed_without_an_appeal(office: Office) -> None:
    one, two = await office.report(ROSE), await office.report(LILY)
    await office.repeat(two, one)
    await is_refused(office.confirm(two))


@script(due=0)
async def a_rejection_is_confirmed_without_an_appeal(office: Office) -> None:
    number = await office.report(ROSE)
    await office.reject(number)
    await is_refused(office.confirm(number))
    await is_refused(deciding.confirm(office.desk(), number, "属实", is_another=True))


@script(due=0)
async def one_appeals_twice(office: Office) -> None:
    number = await office.report(ROSE)
    await office.reject(number)
    await office.appeal(ROSE, number)
    await is_refused(office.appeal(ROSE, number))
    await office.reject(number, BEN)
    await is_refused(office.appeal(ROSE, number))


@script(due=0)
async def one_appeals_twice_at_once(office: Office) -> None:
    number = await office.report(ROSE)
    await office.reject(number)
    assert await at_once(*(office.appeal(ROSE, number) for _ in range(4))) == 1


@script(due=0)
async def one_appeals_after_a_week(office: Office) -> None:
    number = await office.report(ROSE)
    await office.reject(number)
    office.now += WEEK + timedelta(seconds=1)
    await is_refused(office.appeal(ROSE, number))


@script(due=0)
async def one_appeals_after_a_week_with_the_clock_set_back(office: Office) -> None:
    number = await office.report(ROSE)
    await office.reject(number)
    office.now += timedelta(days=10)
    await office.take(await office.report(LILY, "QQ 66600009"))
    office.now -= timedelta(days=9)
    await is_refused(office.appeal(ROSE, number))


@script(due=0)
async def the_clock_is_forward_when_it_is_decided_and_set_back_after(office: Office) -> None:
    number = await office.report(ROSE)
    await office.reject(number)
    await is_refused(office.appeal(LILY, number))
    office.now += WEEK * 2
    await is_refused(office.appeal(ROSE, number))


@script(due=0)
async def another_admin_judges_the_appeal_against_his_own_decision(office: Office) -> None:
    number = await office.report(ROSE)
    await office.reject(number, ANN)
    await office.appeal(ROSE, number)
    await is_refused(office.confirm(number, ANN))
    await office.take(number, BEN)
    await is_refused(office.confirm(number, ANN))


@script(due=0)
async def what_was_withdrawn_is_confirmed(office: Office) -> None:
    number = await office.report(ROSE)
    await office.take(number)
    await office.withdraw(ROSE, number)
    await is_refused(office.confirm(number, take=False))
    await is_refused(office.appeal(ROSE, number))
    await is_refused(office.supplement(ROSE, number))


@script(due=1)
async def what_was_rewarded_is_withdrawn_and_reported_again(office: Office) -> None:
    number = await office.report(ROSE)
    await office.confirm(number)
    await is_refused(office.withdraw(ROSE, number))
    await is_refused(office.confirm(await office.report(ROSE)))


@script(due=1)
async def other_people_move_a_case(office: Office) -> None:
    number = await office.report(ROSE)
    await is_refused(office.withdraw(LILY, number))
    await is_refused(office.supplement(LILY, number))
    await office.confirm(number)
    await is_refused(office.appeal(LILY, number))


@script(due=0)
async def somebody_floods_the_admins(office: Office) -> None:
    for seller in range(3):
        await office.report(ROSE, f"QQ 7770000{seller}")
    assert await may_report(office.database, ROSE, office.now)
    assert await may_report(office.database, ROSE, office.now - YEAR)
