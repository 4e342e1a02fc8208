"""Names of laws, meetings, plans and doctrines."""

import pytest

from study.phrases.key_phrase import Kind
from tests.phrases.extracting import of_kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("依照《中华人民共和国民法典》的规定。", "《中华人民共和国民法典》"),
        ("审查《某省发展规划纲要（草案）》。", "《某省发展规划纲要（草案）》"),
        ("学习贯彻党的二十大精神。", "党的二十大精神"),
        ("中共二十届三中全会作出部署。", "中共二十届三中全会"),
        ("中国共产党第八次全国代表大会开幕。", "中国共产党第八次全国代表大会"),
        ("编制“十四五”规划。", "“十四五”规划"),
        ("“十五五”时期十分关键。", "十五五"),
        ("执行第一个五年计划。", "第一个五年计划"),
        ("中央经济工作会议强调。", "中央经济工作会议"),
        ("以邓小平理论为指导。", "邓小平理论"),
    ],
)
def test_a_name(text: str, name: str) -> None:
    assert of_kind(Kind.NAME, text) == [name]


@pytest.mark.parametrize(
    "text", ["他读了《红楼梦》和《子夜》。", "《没有合上的条例", "党的十大类工作。"]
)
def test_books_are_none(text: str) -> None:
    assert of_kind(Kind.NAME, text) == []
