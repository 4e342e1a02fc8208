"""What people type, and what is meant by it."""

import pytest

from study.search.query import NothingToFind, Query, QueryTooLong, parse


def terms(query: Query) -> list[str]:
    return [term.forms[0] for term in query.terms]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("四个自信", ["四个自信"]),
        ("乡村振兴　人才", ["乡村振兴", "人才"]),
        ("乡村振兴 乡村振兴", ["乡村振兴"]),
        ("“乡村 振兴”", ["乡村振兴"]),
        ('"乡村 振兴" 人才', ["乡村振兴", "人才"]),
        ("「乡村 振兴」", ["乡村振兴"]),
        ("增强“四个意识”", ["增强四个意识"]),
        ("党建 AND 作风", ["党建", "作风"]),
        ("党建 + 作风", ["党建", "作风"]),
        ("互联网+ 行动", ["互联网+", "行动"]),
        ("NEAR(四个自信)", ["near四个自信"]),
        ("《民法典》", ["民法典"]),
        ("#党建", ["党建"]),
        ("2024", ["2024"]),
        ("'; drop table material; --", ["drop", "table", "material"]),
    ],
)
def test_words(text: str, wanted: list[str]) -> None:
    assert terms(parse(text)) == wanted


def test_a_year_a_tag_a_title_and_a_minus_narrow() -> None:
    query = parse("2024年 #党建 《报告》 乡村振兴 -农村")
    assert terms(query) == ["乡村振兴"]
    assert query.years == (2024, 2024)
    assert query.tags == ("党建",)
    assert query.titles == ("报告",)
    assert [term.forms for term in query.without] == [("农村",)]


@pytest.mark.parametrize(
    "text", ["2019-2021 减税", "2019至2021年 减税", "2021-2019 减税", "２０１９—２０２１ 减税"]
)
def test_years_from_to(text: str) -> None:
    assert parse(text).years == (2019, 2021)


def test_either_of_two() -> None:
    [either, also] = parse("四个自信 OR “四个意识” 坚定").terms
    assert either.forms == ("四个自信", "四个意识")
    assert also.forms == ("坚定",)
    assert terms(parse("或 四个自信")) == ["或", "四个自信"]


@pytest.mark.parametrize("text", ["四个自信 3", "四个自信 第3页", "四个自信 ３"])
def test_a_small_number_at_the_end_is_the_page(text: str) -> None:
    query = parse(text)
    assert (terms(query), query.page, query.text) == (["四个自信"], 3, "四个自信")


@pytest.mark.parametrize(
    "text", ["", " ", "*", '"', "-", "，。", "😀", "\u200b", "“”", "《》", "#", "-农村"]
)
def test_nothing_to_find(text: str) -> None:
    with pytest.raises(NothingToFind):
        parse(text)


@pytest.mark.parametrize("text", ["学" * 5000, " ".join("甲乙丙丁戊己庚辛壬")])
def test_too_much(text: str) -> None:
    with pytest.raises(QueryTooLong):
        parse(text)
