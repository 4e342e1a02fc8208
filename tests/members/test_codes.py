"""Redeem codes, and who must wait."""

from datetime import UTC, datetime, timedelta
from random import Random, SystemRandom

import pytest

from study.members.checked import ALPHABET
from study.members.codes import LENGTH, digest, drawn, is_code, shown, tail, typed
from study.members.lock import locked_until

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def minutes(*past: int) -> list[datetime]:
    return [NOON - timedelta(minutes=one) for one in past]


def test_codes_are_good_ones_and_no_two_share_a_tail() -> None:
    codes = drawn(1000, SystemRandom())
    assert len({tail(code) for code in codes}) == len(set(codes)) == 1000
    assert all(is_code(code) and set(code) <= set(ALPHABET) for code in codes)
    assert not {digest(code) for code in codes} & set(codes)
    assert drawn(3, Random(1)) == drawn(3, Random(1))


@pytest.mark.parametrize(
    "text", ["{0}", "兑换码：{0}", "{1}", " {2} ", "我的码是 {3} 谢谢", "<{0}>"]
)
def test_codes_as_people_type_them(text: str) -> None:
    [code] = drawn(1, Random(7))
    wide = "".join(chr(ord(one) + 0xFEE0) for one in code)
    spaced = " ".join(shown(code).split("-"))
    assert typed(text.format(shown(code), shown(code).lower(), spaced, wide)) == code
    assert len(shown(code)) == LENGTH + 3


@pytest.mark.parametrize(
    ("past", "left"),
    [
        ((), None),
        ((0, 1, 2, 3), None),
        ((0, 1, 2, 3, 4), 30),
        ((10, 11, 12, 13, 39), 20),
        ((10, 11, 12, 13, 40), None),
        ((30, 31, 32, 33, 34), None),
        ((29, 30, 31, 32, 33), 1),
        ((0, 1, 2, 3, 31, 32), None),
    ],
)
def test_five_wrong_ones_within_half_an_hour_lock(past: tuple[int, ...], left: int | None) -> None:
    until = NOON + timedelta(minutes=left) if left else None
    assert locked_until(minutes(*past), NOON) == until
