"""One resale, reported several times."""

import asyncio
import random
from datetime import timedelta

from study.evidence.piece import Piece
from tests.casework import ANN, BEN, LILY, ROSE, Office
from tests.cheating.script import PASTED, at_once, is_refused, picture, script
from tests.evidence.chats import attacked, png, screenshot


async def twins(office: Office, first: str, second: str, *evidence: Piece | str) -> None:
    """Two accounts report one thing in two ways; the second is confirmed only as 另案."""
    one = await office.report(ROSE, first, *evidence)
    other = await office.report(LILY, second, *evidence)
    await is_refused(office.confirm(other))
    await office.confirm(one)
    await is_refused(office.confirm(other, take=False))


@script(due=1)
async def twin_accounts_name_one_number(office: Office) -> None:
    await twins(office, "QQ 66600001", "卖家QQ：66600001，别的不知道")


@script(due=1)
async def twin_accounts_write_the_number_otherwise(office: Office) -> None:
    await twins(office, "QQ 66600001", "ＱＱ６６６００００１")


@script(due=1)
async def twin_accounts_give_the_mail_address(office: Office) -> None:
    await twins(office, "QQ 66600001", "66600001@qq.com")


@script(due=1)
async def twin_accounts_name_one_group(office: Office) -> None:
    await twins(office, "群 678901234", "在群号678901234里卖")


@script(due=1)
async def twin_accounts_send_one_link(office: Office) -> None:
    link = "https://item.taobao.com/item.htm?id=678901234567"
    await twins(office, link, f"{link}&spm=a1.b2&utm_source=qq")


@script(due=1)
async def the_link_stands_in_the_circumstances(office: Office) -> None:
    link = "https://item.taobao.com/item.htm?id=678901234567"
    one = await office.report(ROSE, link)
    other = await office.report(LILY, "不清楚", circumstances=f"昨天在 {link}")
    await office.confirm(one)
    await is_refused(office.confirm(other))


@script(due=1)
async def twin_accounts_paste_one_text(office: Office) -> None:
    one = await office.report(ROSE, "不清楚", PASTED)
    other = await office.report(LILY, "不清楚", PASTED.replace("，", " , "))
    await office.confirm(one)
    await is_refused(office.confirm(other))


@script(due=1)
async def twin_accounts_send_one_file(office: Office) -> None:
    await twins(office, "不清楚", "不清楚", PASTED)


@script(due=1)
async def an_earlier_screenshot_is_cropped_and_saved_anew(office: Office) -> None:
    shot = screenshot(3)
    one = await office.report(ROSE, "QQ 66600001", picture(png(shot)))
    copy = attacked(shot, random.Random(5))
    other = await office.report(LILY, "QQ 66600002", picture(copy))
    await office.confirm(one)
    await is_refused(office.confirm(other))


@script(due=1)
async def an_earlier_screenshot_comes_as_a_supplement(office: Office) -> None:
    shot = screenshot(4)
    one = await office.report(ROSE, "QQ 66600001", picture(png(shot)))
    other = await office.report(LILY, "QQ 66600002")
    await office.sends(LILY, picture(attacked(shot, random.Random(6))))
    await office.supplement(LILY, other)
    await office.confirm(one)
    await is_refused(office.confirm(other))


@script(due=1)
async def a_copied_text_comes_as_a_supplement(office: Office) -> None:
    one = await office.report(ROSE, "QQ 66600001", PASTED)
    other = await office.report(LILY, "QQ 66600002")
    await office.sends(LILY, PASTED)
    await office.supplement(LILY, other)
    await office.confirm(one)
    await is_refused(office.confirm(other))


@script(due=1)
async def the_first_is_withdrawn_for_the_twin(office: Office) -> None:
    one, other = await office.report(ROSE), await office.report(LILY)
    await office.withdraw(ROSE, one)
    await office.confirm(other)
    await is_refused(office.confirm(one))


@script(due=1)
async def the_first_appeals_when_the_second_is_confirmed(office: Office) -> None:
    one, other = await office.report(ROSE), await office.report(LILY)
    await office.reject(one)
    await office.confirm(other)
    await office.appeal(ROSE, one)
    await is_refused(office.confirm(one, BEN))


@script(due=1)
async def the_repetition_appeals(office: Office) -> None:
    one, other = await office.report(ROSE), await office.report(LILY)
    await office.confirm(one)
    await office.repeat(other, one)
    await office.appeal(LILY, other)
    await is_refused(office.confirm(other, BEN))


@script(due=1)
async def one_person_reports_one_seller_twice(office: Office) -> None:
    one, other = await office.report(ROSE), await office.report(ROSE)
    await office.confirm(one)
    await is_refused(office.confirm(other))


@script(due=1)
async def one_person_reports_the_seller_again_after_the_reward(office: Office) -> None:
    await office.confirm(await office.report(ROSE))
    office.now += timedelta(days=30)
    await is_refused(office.confirm(await office.report(ROSE)))


@script(due=1)
async def a_report_is_submitted_twice_at_once(office: Office) -> None:
    await office.sends(ROSE, PASTED)
    one, other = await asyncio.gather(office.report(ROSE), office.report(ROSE))
    await at_once(office.confirm(one, ANN), office.confirm(other, BEN))
    await at_once(office.confirm(one, ANN), office.confirm(other, BEN))
