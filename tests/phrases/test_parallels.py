"""Slogans, and enumerations without a head."""

import pytest

from study.phrases.key_phrase import Kind
from tests.phrases.extracting import extracted, of_kind


@pytest.mark.parametrize(
    ("text", "slogan"),
    [
        ("坚持产业兴市、作风兴市、科技兴市。", "产业兴市、作风兴市、科技兴市"),
        ("推动全市上下学思想、强党性、重实践、建新功。", "学思想、强党性、重实践、建新功"),
        ("要做到学思想，强党性，重实践，建新功。", "学思想，强党性，重实践，建新功"),
        ("着力抓重点、补短板、强弱项。", "抓重点、补短板、强弱项"),
        ("坚持立党为公、执政为民。", "立党为公、执政为民"),
        ("建设听党指挥、能打胜仗、作风优良的人民军队。", "听党指挥、能打胜仗、作风优良"),
    ],
)
def test_a_slogan(text: str, slogan: str) -> None:
    assert of_kind(Kind.SLOGAN, text) == [slogan]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("坚定道路自信、理论自信、制度自信、文化自信。", "道路自信 理论自信 制度自信 文化自信"),
        ("加强政治建设、思想建设和组织建设。", "政治建设 思想建设 组织建设"),
        ("推动质量变革、效率变革、动力变革。", "质量变革 效率变革 动力变革"),
        ("贯彻创新、协调、绿色、开放、共享的发展理念。", "创新 协调 绿色 开放 共享"),
    ],
)
def test_an_enumeration_without_a_head(text: str, items: str) -> None:
    (found,) = [phrase for phrase in extracted(text) if phrase.kind is Kind.ENUMERATION]
    assert found.items == tuple(items.split())
    assert text[found.start :].startswith(found.text)
    assert found.text.startswith(found.items[0])
    assert found.text.endswith(found.items[-1])


@pytest.mark.parametrize(
    "text",
    [
        "发展水利、铁路、公路、航空等基础设施。",
        "钢铁工业、机械工业、化学工业都有增长。",
        "浙江省、江苏省、安徽省参加。",
        "一是抓产业，二是抓就业，三是抓民生。",
        "增长5%、6%、7%。",
        "、、、、、",
    ],
)
def test_a_plain_list(text: str) -> None:
    assert not [
        phrase for phrase in extracted(text) if phrase.kind in (Kind.SLOGAN, Kind.ENUMERATION)
    ]
