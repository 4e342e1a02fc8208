"""What does not hide a hit: width, case, script, signs, blanks. What does: another number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.search.folding import fold, fold_with_places

TEXTS = st.text(
    st.one_of(
        st.sampled_from("四个意识，。、“”《》 　\n.-—％%5５ＡaΑ發後ﬁ½①㎡é\u200b\ufeff"),
        st.characters(),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("四个意识", "四個意識"),
        ("ＧＤＰ增长５．５％", "gdp增长5.5%"),
        ("产业兴市、作风兴市", "产业兴市作风兴市"),
        ("“放管服”改革", "放管服改革"),
        ("不忘初心，\n牢记使命", "不忘初心牢记使命"),
        ("高质量\u200b发展", "高质量发展"),
        ("1,234亿元", "1234亿元"),
        ("2021—2025年", "2021-2025年"),
    ],
)
def test_two_spellings_of_one_thing(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("5.5%", "55%"), ("3-5年", "35年"), ("5%", "5")])
def test_two_numbers_stay_two(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("nothing", ["", "，。！", "😀🎉", "\u200b\u200c", "*", '"', "——", ". -"])
def test_what_holds_nothing_to_find_is_empty(nothing: str) -> None:
    assert fold(nothing) == ""


@given(TEXTS)
def test_each_character_is_led_back_to_its_place(text: str) -> None:
    folded, places = fold_with_places(text)
    assert folded == fold(text)
    assert len(places) == len(folded)
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)


@given(TEXTS)
def test_a_search_form_is_its_own_search_form(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS, TEXTS, TEXTS)
def test_what_stands_in_a_text_stands_in_its_search_form(a: str, b: str, c: str) -> None:
    assert fold(b).strip(".-") in fold(a + b + c)
