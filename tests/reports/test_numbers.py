"""Numbers of cases: typed in many ways, never mistaken for one another."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.members.checked import ALPHABET
from study.reports.number import Mistyped, NoNumber, drawn, read

NUMBERS = st.integers(0, 10**9).map(lambda seed: drawn(Random(seed).choice))


@given(NUMBERS)
def test_a_number_is_understood_however_it_is_typed(number: str) -> None:
    body = number.removeprefix("JB-")
    wide = "".join(chr(ord(one) + 0xFEE0) for one in number)
    for typed in (
        number,
        number.lower(),
        body,
        body.lower(),
        f"jb {body}",
        f"JB{body}",
        f"  {number}",
        wide,
    ):
        assert read(typed) == (number, "")
        assert read(f"{typed} 理由：属实") == (number, "理由：属实")
    assert read(f"{number}理由") == (number, "理由")
    assert read(f"{number}，理由")[0] == number


@given(NUMBERS, st.integers(0, 4), st.sampled_from(ALPHABET))
def test_a_wrong_character_is_noticed(number: str, place: int, other: str) -> None:
    body = list(number.removeprefix("JB-"))
    if body[place] != other:
        body[place] = other
        with pytest.raises(Mistyped):
            read("JB-" + "".join(body))


@given(NUMBERS, st.integers(0, 3))
def test_two_swapped_characters_are_noticed(number: str, place: int) -> None:
    body = list(number.removeprefix("JB-"))
    if body[place] != body[place + 1]:
        body[place], body[place + 1] = body[place + 1], body[place]
        with pytest.raises(Mistyped):
            read("JB-" + "".join(body))


@pytest.mark.parametrize("words", ["JB-7K3Q", "JB-7K3Q99", "JB-OOOOO", "JB-11111"])
def test_what_looks_like_a_number_is_called_mistyped(words: str) -> None:
    with pytest.raises(Mistyped):
        read(words)


@pytest.mark.parametrize("words", ["", "理由", "JB-", "abc", "12345678901"])
def test_what_does_not_look_like_one_is_none(words: str) -> None:
    with pytest.raises(NoNumber):
        read(words)
