"""Rewards, limits, rivals and what a reporter is told."""

from datetime import timedelta

import pytest

from study.reports import limits, texts
from study.reports.limits import Limit
from study.reports.reward import Claim, Withheld, withheld
from study.reports.rivals import Alike, Common, confirmed, earlier_open
from study.reports.state import Decision, State
from study.reports.waiting import hours, is_overdue
from tests.library import MONDAY


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        (Claim(False, False, 0, 3), None),
        (Claim(False, False, 2, 3), None),
        (Claim(False, False, 3, 3), Withheld.CAPPED),
        (Claim(False, False, 4, 3), Withheld.CAPPED),
        (Claim(False, False, 0, 0), Withheld.CAPPED),
        (Claim(False, True, 0, 3), Withheld.RESELLER),
        (Claim(True, False, 0, 3), Withheld.SELF),
        (Claim(True, True, 9, 3), Withheld.SELF),
    ],
)
def test_a_reward_is_withheld_from_whom_it_is_not_due(claim: Claim, why: Withheld | None) -> None:
    assert withheld(claim) is why


def test_one_reports_three_times_a_day_with_three_open() -> None:
    assert [limits.reached(opened, 0) for opened in (2, 3)] == [None, Limit.OPEN]
    assert [limits.reached(0, lately) for lately in (2, 3)] == [None, Limit.DAY]


def test_a_case_is_overdue_after_three_days() -> None:
    assert not is_overdue(MONDAY - timedelta(hours=72), MONDAY)
    assert is_overdue(MONDAY - timedelta(hours=72, seconds=1), MONDAY)
    assert hours(MONDAY - timedelta(minutes=119), MONDAY) == 1
    assert hours(MONDAY + timedelta(days=1), MONDAY) == 0


def alike(place: int, state: State, decision: Decision, *common: Common) -> Alike:
    return Alike(place, f"JB-{place}", state, decision, common)


def test_rivals_share_more_than_a_name() -> None:
    named = alike(1, State.RECEIVED, Decision.NONE, Common.NAME, Common.SKETCH)
    early = alike(2, State.APPEALED, Decision.REJECTED, Common.QQ)
    closed = alike(3, State.REJECTED, Decision.REJECTED, Common.QQ)
    late = alike(9, State.RECEIVED, Decision.NONE, Common.PICTURE)
    assert earlier_open(5, [named, early, closed, late], is_another=False) is early
    assert earlier_open(5, [named, closed, late], is_another=False) is None
    upheld = alike(8, State.FINAL, Decision.CONFIRMED, Common.CONTENT)
    assert confirmed([named, early, closed, upheld]) is upheld
    assert confirmed([alike(4, State.CONFIRMED, Decision.CONFIRMED, Common.NAME)]) is None


def test_an_admin_may_say_that_two_pictures_are_not_one() -> None:
    looks = alike(2, State.RECEIVED, Decision.NONE, Common.PICTURE)
    same = alike(3, State.RECEIVED, Decision.NONE, Common.CONTENT, Common.PICTURE)
    assert earlier_open(5, [looks], is_another=False) is looks
    assert earlier_open(5, [looks], is_another=True) is None
    assert earlier_open(5, [looks, same], is_another=True) is same


def test_a_reporter_reads_no_number_but_his_own() -> None:
    said = texts.rejected("JB-7K3Q9", "与JB-ABCDE、jb 23456 是一件，不是JB-7K3Q9", None)
    assert said == "你的举报 JB-7K3Q9 不成立：与另一案、另一案 是一件，不是JB-7K3Q9"
