"""Codes that people type: every slip is caught."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.members.checked import ALPHABET, check_character, is_checked, tidy

bodies = st.text(st.sampled_from(ALPHABET), min_size=4, max_size=15)


@given(bodies, st.data())
def test_every_single_wrong_character_is_caught(body: str, data: st.DataObject) -> None:
    code = body + check_character(body)
    place = data.draw(st.integers(0, len(code) - 1))
    other = data.draw(st.sampled_from([one for one in ALPHABET if one != code[place]]))
    assert is_checked(code)
    assert not is_checked(code[:place] + other + code[place + 1 :])


@given(bodies)
def test_every_swap_of_neighbours_is_caught(body: str) -> None:
    code = body + check_character(body)
    for place in range(len(code) - 1):
        swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        assert swapped == code or not is_checked(swapped)


@given(bodies, st.data())
def test_every_swap_of_any_two_is_caught(body: str, data: st.DataObject) -> None:
    code = list(body + check_character(body))
    one, other = data.draw(st.permutations(range(len(code))))[:2]
    before = "".join(code)
    code[one], code[other] = code[other], code[one]
    assert "".join(code) == before or not is_checked("".join(code))


@pytest.mark.parametrize("code", ["", "2", "0000", "ABCI", "ab", "中文字符"])
def test_what_is_no_code(code: str) -> None:
    assert not is_checked(code)


@pytest.mark.parametrize(
    "text", ["jb-7k3q9", "ＪＢ－７Ｋ３Ｑ９", " JB 7K3 Q9 ", "JB—7K3Q9", "JB–7K3Q9。"]
)
def test_what_people_type_is_tidied(text: str) -> None:
    assert tidy(text) == "JB7K3Q9"
