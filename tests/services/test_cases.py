"""A case from its report to its end."""

from datetime import timedelta

import pytest

from study.evidence.piece import Form, Piece
from study.reports.limits import Limit
from study.reports.moves import Refused, Why
from study.reports.reward import Withheld
from study.reports.rivals import Common
from study.reports.state import Decision, State
from study.services import deciding, following_cases, reading_cases, working_cases
from study.services.case_moves import NoSuchCase
from study.services.deciding import (
    ConfirmedBefore,
    EarlierOpen,
    Fault,
    ReportedBack,
    Unreasoned,
    WrongMain,
)
from study.services.opening_cases import may_report
from study.services.reading_cases import PAGE
from study.services.working_cases import Unasked
from study.storage import audit
from study.storage.database import Database
from study.storage.vault import Vault
from tests.casework import ANN, BEN, IRIS, LILY, ROSE, SHANGHAI, Office

PASTED = "群友们，全套资料三百元打包出，要的私我，付款秒发网盘链接"


@pytest.fixture
def office(database: Database, vault: Vault) -> Office:
    return Office(database, vault)


async def progress(office: Office, reporter: str, number: str) -> following_cases.Progress:
    return await following_cases.progress_of(
        office.database, office.vault.keyring, reporter, number, office.now, SHANGHAI
    )


async def test_a_report_becomes_a_case_with_its_evidence(office: Office) -> None:
    number = await office.report(ROSE, "QQ 66600001", PASTED, remarks=["账号年龄未知"])
    view = await reading_cases.view(office.desk(), number)
    assert (view.suspect, view.circumstances) == ("QQ 66600001", "昨晚，闲鱼")
    assert (view.reporter.person, view.reporter.others) == (ROSE, ())
    assert [(one.form, one.kind) for one in view.evidence] == [(Form.TEXT, "txt")]
    content = await reading_cases.content_of(office.desk(), view.evidence[0])
    assert content == PASTED.encode()
    told = [(one.kind, one.person, one.text) for one in view.history]
    assert told == [("received", ROSE, ""), ("note", "system", "账号年龄未知")]
    assert await office.state(number) == ("received", "")
    left = await office.database.read("select count(*) from evidence where drafter <> ''")
    assert left[0][0] == 0
    for admin in (ANN, BEN):
        assert await office.notices(admin) == [
            f"有新的举报 {number}。/案 看 {number} 看内容，/案 领取 {number} 由你来办"
        ]


async def test_a_confirmed_case_brings_a_year_and_is_told(office: Office) -> None:
    number = await office.report()
    given = await office.confirm(number)
    assert str(given.until) == "2027-11-23"
    assert await office.state(number) == ("confirmed", "confirmed")
    assert await office.rewards(ROSE) == 1
    assert await office.notices(ROSE) == [
        f"你的举报 {number} 成立：截图属实\n奖励会员一年已经加上，会员到2027年11月23日（含当天）。谢谢你"
    ]
    seen = await progress(office, ROSE, number)
    assert (seen.state, seen.reason, seen.is_rewarded) == (State.CONFIRMED, "截图属实", True)
    assert str(seen.member_until) == "2027-11-23"
    assert seen.appeal_until is None


async def test_a_question_goes_to_the_reporter_and_the_answer_to_the_admin(office: Office) -> None:
    number = await office.report()
    await office.take(number)
    with pytest.raises(Unasked):
        await working_cases.ask(office.desk(), number, " ")
    await working_cases.ask(office.desk(), number, "有付款记录吗？")
    assert (await progress(office, ROSE, number)).question == "有付款记录吗？"
    assert (await office.notices(ROSE))[-1].startswith(
        f"你的举报 {number} 需要补充：有付款记录吗？"
    )
    await office.sends(ROSE, PASTED)
    await office.supplement(ROSE, number, "有，见文字")
    assert await office.state(number) == ("verifying", "")
    assert (await office.notices(ANN))[-1] == f"举报 {number} 的举报人补充了材料。/案 看 {number}"
    assert len(await reading_cases.pieces(office.desk(), number)) == 1
    assert (await progress(office, ROSE, number)).question == ""
    with pytest.raises(NoSuchCase):
        await office.supplement(LILY, number)


async def test_a_rejection_is_appealed_once_and_judged_by_another(office: Office) -> None:
    number = await office.report()
    await office.reject(number)
    assert (await office.notices(ROSE))[-1] == (
        f"你的举报 {number} 不成立：看不出来\n不同意，可以在11月30日09:00前申诉一次：/举报 申诉 {number} 理由"
    )
    await office.appeal(ROSE, number)
    assert (await office.notices(BEN))[-1].startswith(f"举报 {number} 有申诉")
    with pytest.raises(Refused) as refused:
        await office.take(number, ANN)
    assert refused.value.why is Why.OWN_DECISION
    given = await office.confirm(number, BEN)
    assert given.withheld is None
    assert await office.state(number) == ("final", "confirmed")
    assert await office.rewards(ROSE) == 1
    assert (await office.notices(ROSE))[-1].startswith(f"你对 {number} 的申诉成立，举报改判成立")
    with pytest.raises(Refused):
        await office.appeal(ROSE, number)


async def test_an_appeal_without_success_ends_a_case(office: Office) -> None:
    main = await office.report(LILY)
    number = await office.report(ROSE)
    await office.repeat(number, main)
    assert (await office.notices(ROSE))[-1].startswith(f"你的举报 {number} 按重复处理\n")
    assert main not in "".join(await office.notices(ROSE))
    await office.appeal(ROSE, number)
    await office.reject(number, BEN)
    assert await office.state(number) == ("final", "duplicate")
    assert (await office.notices(ROSE))[-1] == (
        f"你对 {number} 的申诉已复核，维持“重复”：看不出来\n这件举报到此结束"
    )


async def test_the_only_admin_judges_the_appeal_himself(office: Office) -> None:
    office.superusers = frozenset({ANN})
    number = await office.report()
    await office.reject(number)
    await office.appeal(ROSE, number)
    assert (await office.confirm(number)).withheld is None


async def test_an_overturned_case_loses_its_reward_and_may_be_appealed(office: Office) -> None:
    number = await office.report()
    await office.confirm(number)
    assert await office.overturn(number, BEN)
    assert await office.state(number) == ("rejected", "rejected")
    assert await office.rewards() == 0
    told = (await office.notices(ROSE))[-1]
    assert told.startswith(
        f"你的举报 {number} 原来成立，现在撤销：截图是假的\n因这件举报加的会员一年已收回\n不同意"
    )
    await office.appeal(ROSE, number)
    await office.confirm(number, ANN)
    assert await office.rewards(ROSE) == 1
    with pytest.raises(Refused) as refused:  # Against whose decision the appeal was.
        await office.overturn(number, BEN)
    assert refused.value.why is Why.OWN_DECISION
    assert await office.overturn(number, ANN)
    assert await office.state(number) == ("final", "rejected")
    assert await office.rewards(ROSE) == 0
    with pytest.raises(Refused):
        await office.overturn(number, BEN)


async def test_a_case_is_decided_by_who_has_it_with_a_reason(office: Office) -> None:
    number = await office.report()
    await office.take(number)
    for move in (deciding.reject, deciding.overturn):
        with pytest.raises(Unreasoned):
            await move(office.desk(), number, " ")
    with pytest.raises(Unreasoned):
        await deciding.confirm(office.desk(), number, "", is_another=True)
    with pytest.raises(Refused):
        await office.confirm(number, BEN, take=False)
    await office.take(number, BEN)
    await office.confirm(number, BEN, take=False)


async def test_an_admin_has_nothing_to_do_with_his_own_cases(office: Office) -> None:
    reported = await office.report(ANN)
    against = await office.report(ROSE, f"QQ {ANN}", PASTED)
    with pytest.raises(Refused) as refused:
        await reading_cases.view(office.desk(ANN), reported)
    assert refused.value.why is Why.INVOLVED
    with pytest.raises(NoSuchCase):
        await reading_cases.view(office.desk(ANN), against)
    for number in (reported, against):
        with pytest.raises((Refused, NoSuchCase)):
            await office.confirm(number, ANN)
    page = await reading_cases.listed(office.desk(ANN), 1)
    assert [(line.number, line.is_own) for line in page.lines] == [(reported, True)]
    assert page.opened == 1
    assert await office.notices(ANN) == []
    assert len(await office.notices(BEN)) == 2


async def test_an_admin_does_not_learn_who_reported_him(office: Office) -> None:
    against = await office.report(ROSE, f"QQ {ANN}，QQ 66600001")
    number = await office.report(ROSE, "QQ 66600001")
    seen, other = [await reading_cases.view(office.desk(one), number) for one in (ANN, BEN)]
    assert (seen.alike, seen.reporter.others) == ((), ())
    assert [one.number for one in other.alike] == [against]
    assert [one[0] for one in other.reporter.others] == [against]


async def test_rivals_are_found_and_come_in_their_order(office: Office) -> None:
    first = await office.report(ROSE, "店铺“学习小屋”", PASTED)
    second = await office.report(LILY, "QQ 66600009", PASTED)
    third = await office.report(IRIS, "学习小屋")
    alike = (await reading_cases.view(office.desk(), second)).alike
    assert [(one.number, set(one.common)) for one in alike] == [
        (first, {Common.CONTENT, Common.TEXT})
    ]
    named = (await reading_cases.view(office.desk(), third)).alike
    assert [(one.number, one.common) for one in named] == [(first, (Common.NAME,))]
    with pytest.raises(EarlierOpen) as blocked:
        await office.confirm(second)
    assert blocked.value.number == first
    assert await office.state(second) == ("verifying", "")
    await office.confirm(first)
    with pytest.raises(ConfirmedBefore):
        await office.confirm(second, take=False)
    assert (await office.confirm(second, take=False, is_another=True)).withheld is None


async def test_who_is_reported_does_not_report_his_way_out(office: Office) -> None:
    against = await office.report(ROSE, f"QQ {LILY}")
    back = await office.report(LILY, f"QQ {ROSE}")
    with pytest.raises(ReportedBack) as blocked:
        await office.confirm(back)
    assert blocked.value.number == against
    await office.confirm(against)
    assert (await office.confirm(back, take=False)).withheld is Withheld.RESELLER
    assert "不符合奖励条件" in (await office.notices(LILY))[-1]
    assert await office.rewards() == 1


async def test_a_repetition_is_of_a_case_that_repeats_nothing(office: Office) -> None:
    first, second, third, gone = [await office.report(one) for one in (ROSE, LILY, IRIS, "30009")]
    await office.withdraw("30009", gone)
    await office.take(second)
    faults = {second: Fault.ITSELF, gone: Fault.WITHDRAWN, "JB-22222": Fault.NONE_SUCH}
    for main, fault in faults.items():
        with pytest.raises(WrongMain) as wrong:
            await deciding.repeat(office.desk(), second, main, "", is_fuller=False)
        assert wrong.value.fault is fault
    await deciding.repeat(office.desk(), second, first, "", is_fuller=False)
    await office.take(third)
    with pytest.raises(WrongMain) as wrong:
        await deciding.repeat(office.desk(), third, second, "", is_fuller=False)
    assert wrong.value.fault is Fault.REPEATS
    await office.take(first)
    with pytest.raises(WrongMain) as wrong:
        await deciding.repeat(office.desk(), first, third, "", is_fuller=True)
    assert wrong.value.fault is Fault.IS_MAIN
    assert (await reading_cases.view(office.desk(), second)).main == first


async def test_one_person_reports_no_more_than_there_is_time_for(office: Office) -> None:
    numbers = []
    for seller in range(3):
        assert await may_report(office.database, ROSE, office.now) is None
        numbers.append(await office.report(ROSE, f"QQ 6660001{seller}"))
    assert await may_report(office.database, ROSE, office.now) is Limit.OPEN
    await office.withdraw(ROSE, numbers[0])
    assert await may_report(office.database, ROSE, office.now) is Limit.DAY
    back = office.now - timedelta(days=30)
    assert await may_report(office.database, ROSE, back) is Limit.DAY
    assert await may_report(office.database, ROSE, office.now + timedelta(days=1)) is None


async def test_the_list_has_open_cases_first_and_the_oldest_of_them(office: Office) -> None:
    numbers = []
    for place in range(PAGE + 2):
        numbers.append(await office.report(f"4000{place}", f"QQ 77700{place:03}"))
        office.now += timedelta(hours=7)
    await office.reject(numbers[0])
    await office.reject(numbers[1])
    page = await reading_cases.listed(office.desk(), 1)
    assert [line.number for line in page.lines] == numbers[2:]
    assert (page.number, page.of, page.opened) == (1, 2, PAGE)
    assert [line.is_overdue for line in page.lines][:2] == [False, False]
    assert page.lines[0].waited == 70
    last = await reading_cases.listed(office.desk(), 99)
    assert [line.number for line in last.lines] == [numbers[1], numbers[0]]
    office.now += timedelta(hours=3)
    assert (await reading_cases.listed(office.desk(), 1)).lines[0].is_overdue


async def test_a_reporter_sees_no_notes_and_nobody_elses_cases(office: Office) -> None:
    number = await office.report()
    await working_cases.note(office.desk(), number, "像是同行互相举报")
    seen = await progress(office, ROSE, number)
    assert "同行" not in str(seen)
    with pytest.raises(NoSuchCase):
        await progress(office, LILY, number)
    listed = await following_cases.progress(
        office.database, office.vault.keyring, ROSE, office.now, SHANGHAI
    )
    assert [one.number for one in listed] == [number]


async def test_what_is_written_of_a_case_names_no_reporter(office: Office) -> None:
    number = await office.report(ROSE, "QQ 66600001", PASTED)
    await office.confirm(number)
    await office.overturn(number)
    await office.appeal(ROSE, number)
    rows = await office.database.read("select person, action, before, after from audit order by id")
    written = "".join(str(value) for row in rows for value in row)
    for secret in (ROSE, "66600001", "截图属实", PASTED):
        assert secret not in written
    assert [row["action"] for row in rows] == [
        f"{verb} {number}"
        for verb in (
            "受理举报",
            "领取举报",
            "判举报成立",
            "举报奖励",
            "撤销举报",
            "举报奖励",
            "申诉举报",
        )
    ]
    dumped = (
        office.database.path.read_bytes()
        + office.database.path.with_name("study.db-wal").read_bytes()
    )
    for secret in ("66600001", "截图属实", "昨晚，闲鱼", PASTED):
        assert secret.encode() not in dumped
    assert (await audit.verify(office.database)).broken is None
    assert (await office.state(number)) == ("appealed", "rejected")
    assert Decision("rejected") is Decision.REJECTED


async def test_numbers_that_are_taken_are_drawn_again(office: Office) -> None:
    first = await office.report()
    office.random.seed(7)
    assert await office.report(LILY) != first


async def test_pictures_of_one_screenshot_are_the_same_content(office: Office) -> None:
    text = Piece(Form.FORWARD, "聊天记录", PASTED.encode())
    first = await office.report(ROSE, "不清楚", text)
    second = await office.report(LILY, "不清楚", text)
    [alike] = (await reading_cases.view(office.desk(), second)).alike
    assert (alike.number, alike.common[0]) == (first, Common.CONTENT)


@pytest.mark.parametrize("words", ["后来才知道卖家是 QQ 10001", "管理员10，001私聊卖的"])
async def test_an_admin_who_is_only_mentioned_learns_nothing(office: Office, words: str) -> None:
    assert ANN == "10001"
    number = await office.report(ROSE, "不清楚", PASTED, circumstances=words)
    with pytest.raises(NoSuchCase):
        await reading_cases.view(office.desk(ANN), number)
    assert not (await reading_cases.listed(office.desk(ANN), 1)).lines
    assert await office.notices(ANN) == []
    assert (await reading_cases.view(office.desk(BEN), number)).reporter.person == ROSE


async def test_who_is_named_in_a_supplement_or_in_evidence_learns_no_more(office: Office) -> None:
    number = await office.report(ROSE, "不清楚", PASTED)
    await office.take(number, ANN)
    await office.supplement(ROSE, number, "就是 10001 卖的")
    with pytest.raises(NoSuchCase):
        await reading_cases.view(office.desk(ANN), number)
    other = await office.report(LILY, "不清楚", f"群主({BEN})：资料三百元，{LILY} 要不要")
    with pytest.raises(NoSuchCase):
        await reading_cases.view(office.desk(BEN), other)
    assert (await reading_cases.view(office.desk(ANN), other)).reporter.is_mentioned


async def test_a_chat_of_all_admins_is_kept_from_none(office: Office) -> None:
    said = "\n".join(f"管理员({admin})：{PASTED}" for admin in office.superusers)
    number = await office.report(ROSE, "不清楚", said)
    assert (await reading_cases.view(office.desk(ANN), number)).reporter.person == ROSE
