"""What is said of a quotation, by the texts that were found for it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study.quotations.errors import QuotationError
from study.quotations.verdict import Form, Kind, Verdict
from tests.quotations.comparing import compare, material, only, told

FIRST = "坚持稳中求进，着力办好群众身边的小事，今年新建口袋公园十二个、便民驿站四十个、公共厕所三十座，全市粮食产量增长5.5%左右。"
SECOND = "修桥补路要先问过两岸的人，谁家的田、谁家的井、谁家的祖坟，一样一样写进图纸里再动工。"
OLD = material(1, "2024-01-20", "一、回顾", FIRST, SECOND)
NEW = material(
    2,
    "2026-01-27",
    "坚持稳中求进，着力办好群众身边的小事，今年新建口袋公园二十个、便民驿站六十个、公共厕所五十座，全市粮食产量增长4%以上。",
)
OTHER = material(3, "2025", "学习不是摆样子，坐下来读半个钟头的书，比站着喊一天口号要管用得多。")


def check_spans(text: str, verdict: Verdict) -> None:
    """All spans stand where they say, the quotation's and the sources'."""
    for part in verdict.parts:
        assert text[part.quoted.start : part.quoted.finish] == part.quoted.text
        for one in part.differences:
            assert text[one.quoted.start : one.quoted.finish] == one.quoted.text
            assert part.source
            sourced = one.sourced
            assert part.source.text[sourced.start : sourced.finish] == sourced.text


def test_what_stands_there_is_the_same() -> None:
    part = only(compare(SECOND, OLD, NEW, OTHER), Kind.SAME)
    assert part.form == Form.EXACT
    assert part.source
    assert part.source.text == SECOND
    assert (part.source.place.material, part.source.place.first, part.source.place.last) == (
        1,
        3,
        3,
    )


def test_signs_and_script_are_no_difference_and_said() -> None:
    signs = SECOND.replace("，", ",").replace("、", " ")
    assert only(compare(signs, OLD), Kind.SAME).form == Form.SIGNS
    assert (
        only(compare("学習不是擺樣子，坐下來讀半個鐘頭的書", OTHER), Kind.SAME).form == Form.LETTERS
    )


def test_a_source_is_shown_in_whole_sentences() -> None:
    part = only(compare("谁家的田、谁家的井、谁家的祖坟", OLD), Kind.SAME)
    assert part.source
    assert part.source.text == SECOND


def test_neighbouring_paragraphs_are_one_source() -> None:
    part = only(compare(FIRST[-20:] + SECOND[:20], OLD, NEW), Kind.SAME)
    assert part.source
    assert (part.source.place.first, part.source.place.last) == (2, 3)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("5.5%", "5%"), ("十二", "十三"), ("群众", "居民"), ("左右", "以上")],
)
def test_other_characters_are_told_on_both_sides(right: str, wrong: str) -> None:
    text = FIRST.replace(right, wrong)
    verdict = compare(text, OLD, OTHER)
    part = only(verdict, Kind.WORDING)
    check_spans(text, verdict)
    assert part.source
    assert part.source.place.material == 1
    assert part.source.text == FIRST


def test_one_wrong_character_in_eight() -> None:
    part = only(compare("比站着喊三天口号", OLD, OTHER), Kind.WORDING)
    assert told(part) == [(Kind.WORDING, "三", "一")]


def test_an_item_that_was_left_out() -> None:
    text = FIRST.replace("便民驿站四十个、", "")
    part = only(compare(text, OLD, OTHER), Kind.MISSING)
    assert told(part) == [(Kind.MISSING, "", "便民驿站四十个")]


def test_the_first_item_of_an_enumeration() -> None:
    gone = FIRST.replace("口袋公园十二个、", "")
    part = only(compare(gone, OLD, OTHER), Kind.MISSING)
    assert told(part) == [(Kind.MISSING, "", "口袋公园十二个")]


def test_a_clause_that_was_left_out() -> None:
    part = only(compare(FIRST.replace("着力办好群众身边的小事，", ""), OLD), Kind.MISSING)
    assert told(part) == [(Kind.MISSING, "", "着力办好群众身边的小事")]


def test_an_item_too_many() -> None:
    text = FIRST.replace("公共厕所", "早餐网点九个、公共厕所")
    assert told(only(compare(text, OLD), Kind.EXTRA)) == [(Kind.EXTRA, "早餐网点九个", "")]


def test_items_in_another_order() -> None:
    text = FIRST.replace("口袋公园十二个、便民驿站四十个", "便民驿站四十个、口袋公园十二个")
    verdict = compare(text, OLD, OTHER)
    part = only(verdict, Kind.ORDER)
    check_spans(text, verdict)
    assert len(part.differences) == 1


def test_the_wording_of_another_year() -> None:
    text = FIRST.replace("全市粮食产量增长5.5%左右", "全市粮食产量增长4%以上") + SECOND
    part = only(compare(text, OLD, NEW, OTHER), Kind.OTHER_YEAR)
    assert part.source
    assert part.source.place.material == 1
    assert {one.elsewhere.place.material for one in part.differences if one.elsewhere} == {2}


def test_the_year_that_was_asked_for() -> None:
    text = FIRST[7:41]
    part = only(compare(text, OLD, NEW, OTHER, asked="2026"), Kind.OTHER_YEAR)
    assert part.source
    assert part.elsewhere
    assert (part.source.place.material, part.elsewhere.place.material) == (2, 1)
    assert only(compare(text, OLD, NEW, asked="2024"), Kind.SAME).newer


def test_all_places_of_what_stands_in_several() -> None:
    again = material(4, "2021-02", SECOND)
    part = only(compare(SECOND, OLD, again, OTHER), Kind.SAME)
    assert part.source
    assert part.source.place.material == 1
    assert [place.material for place in part.also] == [4]


def test_parts_of_two_places() -> None:
    text = SECOND + OTHER.paragraphs[0].replace("半个钟头", "两个钟头")
    verdict = compare(text, OLD, NEW, OTHER)
    check_spans(text, verdict)
    assert verdict.kind == Kind.STITCHED
    assert [part.kind for part in verdict.parts] == [Kind.SAME, Kind.WORDING]
    assert [part.source.place.material for part in verdict.parts if part.source] == [1, 3]
    assert [part.quoted.text for part in verdict.parts] == [SECOND[:-1], text[len(SECOND) : -1]]


def test_distant_paragraphs_are_two_places() -> None:
    far = material(5, "2023", SECOND, *["这里讲的是别的事情，与引文毫不相干。" * 8] * 3, FIRST)
    verdict = compare(SECOND + FIRST, far)
    assert [part.kind for part in verdict.parts] == [Kind.SAME, Kind.SAME]


def test_what_is_nowhere() -> None:
    assert only(compare("请把火星上的蓝土豆种到企鹅的冰箱里去跳舞", OLD, NEW), Kind.NOT_FOUND)
    assert not compare("坚持稳中求进，把火星上的蓝土豆种到企鹅的冰箱里去", OLD, NEW).is_found


def test_two_sources_equally_near_are_both_named() -> None:
    one = material(6, "2021", "全县新增学位三千个，孩子们上学不再绕远路。")
    other = material(7, "2022", "全县新增学位五千个，孩子们上学不再绕远路。")
    part = only(compare("全县新增学位四千个，孩子们上学不再绕远路。", one, other), Kind.WORDING)
    assert [rival.place.material for rival in part.rivals] == [6]


@pytest.mark.parametrize(
    "text",
    ["", "，。！" * 100, "😀" * 50, "\u200b" * 500, "七个字太短了吧", "字" * 5000, "\ufdfa" * 1000],
)
def test_what_is_no_quotation(text: str) -> None:
    with pytest.raises(QuotationError) as caught:
        compare(text, OLD)
    assert caught.value.bound in (8, 2000)


def test_one_character_over_and_over() -> None:
    only(compare("的" * 2000, OLD, OTHER), Kind.NOT_FOUND)
    only(compare("的" * 800, OLD, material(8, "2020", "的" * 900)), Kind.SAME)


@settings(max_examples=60, deadline=None)
@given(st.text("群众身边的小事公园十二个、，。桥路图纸5.%\n", min_size=8, max_size=120))
def test_whatever_is_asked_the_spans_are_verbatim(text: str) -> None:
    try:
        verdict = compare(text, OLD, NEW)
    except QuotationError:
        return
    check_spans(text, verdict)
