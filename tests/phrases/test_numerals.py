"""When a number stands for items and when it counts."""

import pytest

from study.phrases.key_phrase import Kind
from study.phrases.numerals import counts, is_numeral
from tests.phrases.extracting import of_kind


@pytest.mark.parametrize(
    ("text", "formulation"),
    [
        ("增强四个意识，坚定信心。", "四个意识"),
        ("坚决做到两个维护。", "两个维护"),
        ("做好六稳工作。", "六稳"),
        ("开展四讲四有教育。", "四讲四有"),
        ("推进三去一降一补。", "三去一降一补"),
        ("实现双碳目标。", "双碳"),
        ("高质量共建一带一路。", "一带一路"),
        ("新时代十四个坚持是基本方略。", "十四个坚持"),
        ("打好三大攻坚战。", "三大攻坚战"),
        ("严格执行八项规定。", "八项规定"),
        ("统筹推进“五位一体”总体布局。", "五位一体"),
        ("深化“三医”联动。", "三医"),
        ("开展三严三实和两学一做教育。", "三严三实"),
    ],
)
def test_a_number_that_stands_for_items(text: str, formulation: str) -> None:
    assert formulation in of_kind(Kind.NUMERAL, text)


@pytest.mark.parametrize(
    "text",
    [
        "全市三个县提高5个百分点。",
        "会议开了两个小时，准备了三个月。",
        "这是一个时期以来的第三个高峰。",
        "四个季度都完成了任务。",
        "一心一意谋发展，千家万户得实惠，四面八方来支援。",
        "一步一步地走，一个一个地抓。",
        "三月八日召开会议，一九五六年完成。",
        "建设“一把手”工程，坚持“九二共识”。",
        "“十四五”时期取得成绩。",
    ],
)
def test_a_plain_count_a_date_an_idiom(text: str) -> None:
    assert of_kind(Kind.NUMERAL, text) == []


def test_in_quotation_marks() -> None:
    assert is_numeral("三去一降一补")
    assert is_numeral("双随机、一公开")
    assert not is_numeral("两个国家")
    assert not is_numeral("十五五")


def test_how_many_items_it_stands_for() -> None:
    assert counts("十四个坚持") == {14}
    assert counts("三去一降一补") == {3, 5}
    assert counts("两个维护") == {2}
    assert counts("一县一业") == set()
    assert counts("放管服") == set()
