"""Reports against oneself, by admins, and by those who are reported."""

from study.storage import standings
from tests.casework import ANN, BEN, IRIS, LILY, ROSE, Office
from tests.cheating.script import YEAR, is_refused, script


async def reports_himself(office: Office, suspect: str) -> None:
    given = await office.confirm(await office.report(ROSE, suspect))
    assert given.withheld == "self"


@script(due=0)
async def one_reports_himself(office: Office) -> None:
    await reports_himself(office, f"QQ {ROSE}")


@script(due=0)
async def one_reports_himself_among_others(office: Office) -> None:
    await reports_himself(office, f"QQ 66600001 和 QQ {ROSE}，群 678901")


@script(due=0)
async def one_reports_himself_in_wide_digits(office: Office) -> None:
    await reports_himself(office, "ＱＱ：３０００１")


@script(due=0)
async def one_reports_himself_by_mail_address(office: Office) -> None:
    await reports_himself(office, f"{ROSE}@qq.com")


@script(due=0)
async def one_reports_himself_in_words(office: Office) -> None:
    await reports_himself(office, "QQ号是三零零零一")


@script(due=0)
async def one_reports_himself_again_on_appeal(office: Office) -> None:
    number = await office.report(ROSE, f"QQ {ROSE}")
    await office.reject(number)
    await office.appeal(ROSE, number)
    assert (await office.confirm(number, BEN)).withheld == "self"


@script(due=0)
async def an_admin_confirms_his_own_report(office: Office) -> None:
    number = await office.report(ANN)
    await is_refused(office.take(number, ANN))
    await is_refused(office.confirm(number, ANN, take=False))


@script(due=0)
async def an_admin_confirms_his_own_appeal(office: Office) -> None:
    number = await office.report(ANN)
    await office.reject(number, BEN)
    await office.appeal(ANN, number)
    await is_refused(office.take(number, ANN))
    await is_refused(office.confirm(number, ANN, take=False))


@script(due=0)
async def the_only_admin_confirms_his_own_report(office: Office) -> None:
    office.superusers = frozenset({ANN})
    await is_refused(office.confirm(await office.report(ANN)))


@script(due=1)
async def an_admin_rejects_the_report_against_himself(office: Office) -> None:
    number = await office.report(ROSE, f"QQ {ANN}")
    await is_refused(office.reject(number, ANN))
    await office.confirm(number, BEN)
    await is_refused(office.overturn(number, ANN))


@script(due=0)
async def who_is_no_admin_decides(office: Office) -> None:
    number = await office.report(ROSE)
    for person in (ROSE, LILY):
        await is_refused(office.take(number, person))
        await is_refused(office.confirm(number, person, take=False))


@script(due=0)
async def a_dismissed_admin_decides_what_he_has(office: Office) -> None:
    async with office.database.transaction() as transaction:
        await standings.appoint(transaction, IRIS, ANN, "")
    number = await office.report(ROSE)
    await office.take(number, IRIS)
    async with office.database.transaction() as transaction:
        await standings.dismiss(transaction, IRIS)
    await is_refused(office.confirm(number, IRIS, take=False))


@script(due=0)
async def an_admin_decides_what_another_has(office: Office) -> None:
    number = await office.report(ROSE)
    await is_refused(office.confirm(number, ANN, take=False))
    await office.take(number, BEN)
    await is_refused(office.confirm(number, ANN, take=False))


@script(due=0)
async def who_is_reported_reports_back(office: Office) -> None:
    await office.report(ROSE, f"QQ {LILY}")
    await is_refused(office.confirm(await office.report(LILY, f"QQ {ROSE}")))


@script(due=1)
async def a_reseller_reports_back(office: Office) -> None:
    against, back = await office.report(ROSE, f"QQ {LILY}"), await office.report(LILY, f"QQ {ROSE}")
    await office.confirm(against)
    assert (await office.confirm(back)).withheld == "reseller"


@script(due=1)
async def a_reseller_reports_a_rival_shop(office: Office) -> None:
    await office.confirm(await office.report(ROSE, f"QQ {LILY}"))
    office.now += YEAR * 2
    number = await office.report(LILY, "QQ 66600009")
    assert (await office.confirm(number)).withheld == "reseller"
