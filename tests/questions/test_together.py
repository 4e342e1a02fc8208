"""合力题, and which items people name."""

import pytest

from study.questions.listed import enumerations
from study.questions.naming import named
from study.questions.supply import Supply
from study.questions.together import drafts
from study.questions.unverified import Unverified
from tests.phrases.extracting import extracted, paragraphs
from tests.questions.listing import FOUR, library

ITEMS = ("道路自信", "理论自信", "制度自信", "文化自信")


def made_of(text: str, supply: Supply) -> list[Unverified]:
    return [
        draft
        for one in enumerations(paragraphs(text), extracted(text), supply)
        for draft in drafts(one, supply)
    ]


def test_all_items_are_asked_for() -> None:
    [draft] = made_of(FOUR, library())
    assert draft.made.stem == "“四个意识”的四项内容分别是什么？"
    assert [choice.text for choice in draft.made.choices] == list(draft.made.answer)


def test_long_items_are_not_typed() -> None:
    text = "协调推进全面建成小康社会、全面深化改革、全面推进依法治国、全面从严治党，不能只抓一项。"
    assert made_of(text, library())
    text = "协调推进全面建设社会主义现代化国家、全面深化改革、全面依法治国、全面从严治党，不能只抓一项。"
    assert not made_of(text, library(year=2021))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("道路自信", (0,)),
        ("道路", (0,)),
        ("“文化自信”", (3,)),
        ("理论自信、道路自信", (1, 0)),
        ("制度，文化", (2, 3)),
        ("制度 文化", (2, 3)),
        ("道路自信和理论自信", (0, 1)),
        ("道路理论制度文化", (0, 1, 2, 3)),
        ("1.道路自信 2.理论自信", (0, 1)),
        ("還有道路自信", (0,)),
        ("道路、道路自信", (0,)),
    ],
)
def test_items_are_named_in_any_order_and_shortened(text: str, expected: tuple[int, ...]) -> None:
    assert named(text, ITEMS) == expected


@pytest.mark.parametrize(
    "text",
    [
        "道路自信这个我知道",
        "我觉得是道路自信",
        "道路自信、核心意识",
        "自信",
        "路",
        "和",
        "",
        "！！！",
        "12",
        "道路" * 300,
    ],
)
def test_talk_names_nothing(text: str) -> None:
    assert named(text, ITEMS) == ()


def test_a_short_name_of_two_items_is_none() -> None:
    items = ("生态文明建设", "生态环境建设", "社会建设")
    assert named("社会", items) == (2,)
    assert named("生态", items) == ()


def test_what_all_items_begin_with_may_be_left_out() -> None:
    items = ("学史明理", "学史增信", "学史崇德", "学史力行")
    assert named("明理、力行", items) == (0, 3)


def test_items_of_one_character_are_named_as_they_are() -> None:
    assert named("土肥水种", ("土", "肥", "水", "种")) == (0, 1, 2, 3)
