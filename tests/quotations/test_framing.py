"""What stands around a quotation."""

import pytest

from study.quotations.asked import ANYTHING, Asked, asked_for
from study.quotations.framing import framed

TEXT = "修桥补路要先问过两岸的人，谁家的田、谁家的井，一样一样写进图纸。"


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("有关负责同志指出：“", "”"),
        ("有关负责同志强调，", ""),
        ("他在会上说：「", "」。"),
        ("在去年的报告中指出，", ""),
        ("负责同志：“", "”"),
    ],
)
def test_a_lead_in_is_left_out(before: str, behind: str) -> None:
    assert framed(before + TEXT + behind) == (TEXT, ANYTHING)


@pytest.mark.parametrize(
    ("behind", "asked"),
    [
        ("——2026年某市政府工作报告", Asked("2026", "2026", "某市政府工作报告")),
        ("\n—— 2026年", Asked("2026", "2026")),
        ("（2019年政府工作报告）", Asked("2019", "2019", "政府工作报告")),
        ("（《在年度会议上的讲话》）", Asked(title="在年度会议上的讲话")),
        ("（引自2019年3月5日《政府工作报告》）", Asked("2019", "2019", "政府工作报告")),
        ("\n——《讲话》（2017年） · M0054 第139段", Asked("2017", "2017", "讲话")),
        ("——《讲话》（日期不详） · M0054 第139–140段", Asked(title="讲话")),
    ],
)
def test_a_source_at_the_end_is_what_is_asked_for(behind: str, asked: Asked) -> None:
    assert framed(TEXT + behind) == (TEXT, asked)
    assert framed(f"他指出：“{TEXT}”{behind}") == (TEXT, asked)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "增强“四个意识”、坚定“四个自信”、做到“两个维护”",
        "国民经济恢复时期的各项任务已经完成（1949—1952年）",
        "城镇新增就业一千二百万人以上（比上年多一百万人）",
        "他说：“好。”——2019年",
        "“谁家的田、谁家的井”，要一样一样“写进图纸”",
    ],
)
def test_what_belongs_to_a_quotation_stays(text: str) -> None:
    assert framed(text) == (text, ANYTHING)


def test_a_lead_in_may_name_the_report() -> None:
    assert framed(f"2019年政府工作报告指出，{TEXT}").asked == Asked("2019", "2019")
    assert framed(f"《讲话》强调：“{TEXT}”").asked == Asked(title="讲话")


def test_years_in_any_order() -> None:
    assert asked_for("2021", "2019", "") == Asked("2019", "2021")
    assert Asked("2019", "2021").means("讲话", "2020-03-05")
    assert not Asked("2019", "2021").means("讲话", "")
    assert not ANYTHING.means("讲话", "2020")
    assert Asked("2019", "2021", "报告").years == Asked("2019", "2021")
