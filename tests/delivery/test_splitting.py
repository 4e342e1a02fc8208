"""Long texts in pieces that a chat takes."""

import re

from hypothesis import given
from hypothesis import strategies as st

from study.delivery.splitting import LONGEST, split


def test_a_short_text_is_one_message_without_a_mark() -> None:
    assert split("一句话。") == ["一句话。"]
    assert split("字" * LONGEST) == ["字" * LONGEST]


def test_pieces_end_with_their_sentences() -> None:
    text = "他说：“坚持人民至上。”" * 200
    pieces = split(text)
    assert [piece.splitlines()[0] for piece in pieces] == ["第1/3条", "第2/3条", "第3/3条"]
    assert all(piece.endswith("。”") for piece in pieces)


@given(st.text("一二三，。；\n ”“", max_size=4000), st.integers(60, 900))
def test_nothing_is_lost_and_nothing_too_long(text: str, longest: int) -> None:
    pieces = split(text, longest)
    assert all(len(piece) <= longest for piece in pieces)
    together = "".join(re.sub(r"^第\d+/\d+条\n", "", piece) for piece in pieces)
    assert re.sub(r"\s", "", together) == re.sub(r"\s", "", text)
