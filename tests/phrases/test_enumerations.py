"""A head and its items."""

import pytest

from study.phrases.key_phrase import Kind
from tests.phrases.extracting import extracted

BUILDING = "经济建设 政治建设 文化建设 社会建设 生态文明建设"
CONFIDENCE = "道路自信 理论自信 制度自信 文化自信"


def items(text: str, head: str) -> str:
    found = [one for one in extracted(text) if one.kind is Kind.ENUMERATION and one.text == head]
    return " ".join(found[0].items) if found else ""


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        (
            "统筹推进经济建设、政治建设、文化建设、社会建设、生态文明建设“五位一体”总体布局。",
            "五位一体",
            BUILDING,
        ),
        ("“四个自信”就是道路自信、理论自信、制度自信、文化自信。", "四个自信", CONFIDENCE),
        ("“四个自信”即道路自信、理论自信、制度自信和文化自信。", "四个自信", CONFIDENCE),
        ("坚定“四个自信”（道路自信、理论自信、制度自信、文化自信）。", "四个自信", CONFIDENCE),
        (
            "坚定道路自信、理论自信、制度自信、文化自信，真正做到“四个自信”。",
            "四个自信",
            CONFIDENCE,
        ),
        (
            "落实三去一降一补——去产能、去库存、去杠杆、降成本、补短板。",
            "三去一降一补",
            "去产能 去库存 去杠杆 降成本 补短板",
        ),
        (
            "打好三大攻坚战：防范化解重大风险、精准脱贫、污染防治。",
            "三大攻坚战",
            "防范化解重大风险 精准脱贫 污染防治",
        ),
        (
            "推进“放管服”（简政放权、放管结合、优化服务）改革。",
            "放管服",
            "简政放权 放管结合 优化服务",
        ),
    ],
)
def test_the_items_of_a_head(text: str, head: str, expected: str) -> None:
    assert items(text, head) == expected


@pytest.mark.parametrize(
    "text",
    [
        "坚定“四个自信”，即道路自信、理论自信。",
        "实现“四个转变”：一是转变观念，二是转变作风，三是转变方法，四是转变机制。",
        "坚定“四个自信”。道路、理论、制度、文化都要讲。",
    ],
)
def test_no_items_where_the_number_is_another(text: str) -> None:
    assert not [one for one in extracted(text) if one.kind is Kind.ENUMERATION]


def test_the_items_are_not_told_twice() -> None:
    found = extracted("坚定“四个自信”（道路自信、理论自信、制度自信、文化自信）。")
    assert [phrase.text for phrase in found] == ["四个自信"]


def test_two_that_stand_before_a_head_by_chance_are_no_items() -> None:
    text = "深刻领悟“两个确立”的决定性意义、自觉做到“两个维护”。"
    assert items(text, "两个维护") == ""
    assert (
        items("做到坚决拥护核心、坚决服从中央“两个坚决”。", "两个坚决")
        == "坚决拥护核心 坚决服从中央"
    )
