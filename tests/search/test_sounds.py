"""How characters sound and look, and how numbers are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.search.numbers import other_spellings, read_aloud
from study.search.pronouncing import sounds_of_character, sounds_of_term
from study.search.shapes import lookalikes
from study.search.sounds import MOST_SPELLINGS, SYLLABLES, spellings, symbol, without_tones


@pytest.mark.parametrize(
    ("one", "other"),
    [("zi", "zhi"), ("cai", "chai"), ("san", "shan"), ("nan", "lan"), ("lan", "lang"), ("men", "meng"),
     ("xin", "xing"), ("fei", "hui"), ("fan", "huang"), ("lv", "nu"), ("shang", "san")],
)  # fmt: skip
def test_what_is_taken_for_each_other_has_one_symbol(one: str, other: str) -> None:
    assert symbol(one) == symbol(other)


@pytest.mark.parametrize(
    ("one", "other"), [("zi", "ci"), ("ba", "pa"), ("xin", "xian"), ("ge", "ke")]
)
def test_other_sounds_have_symbols_of_their_own(one: str, other: str) -> None:
    assert symbol(one) != symbol(other)


def test_what_is_no_syllable_is_its_own_symbol() -> None:
    assert symbol("g") == "g"


def test_letters_are_read_as_syllables_in_every_way() -> None:
    assert spellings("fangan") == [("fang", "an"), ("fan", "gan")]
    assert spellings("xian") == [("xian",), ("xi", "an")]
    assert spellings("sgys") == []
    assert spellings("") == []


@given(st.lists(st.sampled_from(sorted(SYLLABLES)), min_size=1, max_size=12))
def test_a_row_of_syllables_is_spelled(syllables: list[str]) -> None:
    found = spellings("".join(syllables))
    assert 0 < len(found) <= MOST_SPELLINGS
    assert all("".join(one) == "".join(syllables) for one in found)


def test_tone_marks_go() -> None:
    assert without_tones("sì gè yì shí lǜ nüè") == "si ge yi shi lv nve"


def test_a_term_sounds_as_its_words_do() -> None:
    assert sounds_of_term("银行") == ["yin", "hang"]
    assert sounds_of_term("长征") == ["chang", "zheng"]
    assert sounds_of_term("5g网络") == ["5", "g", "wang", "luo"]


def test_a_character_has_its_usual_sound_first() -> None:
    assert sounds_of_character("信")[0] == "xin"
    assert set(sounds_of_character("行")) >= {"xing", "hang"}
    assert "liang" in sounds_of_character("二")
    assert sounds_of_character("a") == ()


def test_every_sound_of_a_common_character_is_a_known_syllable() -> None:
    assert all(set(sounds_of_character(one)) <= SYLLABLES for one in lookalikes())
    assert all(sounds_of_character(one) for one in lookalikes())


@pytest.mark.parametrize("pair", ["己已", "末未", "戌戍", "人入", "贷货", "日曰", "拨拔", "析折"])
def test_what_looks_alike_is_known_from_both_sides(pair: str) -> None:
    assert pair[1] in lookalikes()[pair[0]]
    assert pair[0] in lookalikes()[pair[1]]


def test_looks_are_mutual() -> None:
    shapes = lookalikes()
    assert all(one in shapes[other] for one, others in shapes.items() for other in others)
    assert not [one for one, others in shapes.items() if one in others]


@pytest.mark.parametrize(
    ("typed", "read"),
    [("4个意识", "四个意识"), ("14五", "十四五"), ("10年", "十年"), ("20大", "二十大"), ("35年", "三十五年"), ("2035年", "二零三五年"),
     ("05", "零五"), ("四个意识", "四个意识")],
)  # fmt: skip
def test_digits_are_read_aloud(typed: str, read: str) -> None:
    assert read_aloud(typed) == read


def test_numbers_have_other_spellings() -> None:
    assert "十四五规划" in other_spellings("145规划")
    assert "2035年" in other_spellings("二〇三五年")
    assert other_spellings("高质量发展") == []
