"""Which sequences of words a material repeats."""

from collections import Counter, defaultdict
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.phrases.repeats import BREAK, Gram, Repeats, in_a_row, repeats

WORDS = ["推动", "高质量", "发展", "改革开放", "的", "和", "不", "深化", "，", "我们", "大力加强"]
PARTICLES = {"的", "和", "推动"}


def found(*paragraphs: list[str]) -> Repeats:
    row = in_a_row(paragraphs)
    return repeats(row, Counter(row))


def expected(row: list[str]) -> Repeats:
    """The same by looking at every sequence; of `WORDS` only 推动 is a predicate."""
    standing: dict[Gram, list[int]] = defaultdict(list)
    for start in range(len(row)):
        for size in range(1, 9):
            standing[tuple(row[start : start + size])].append(start)
    return {
        gram: places
        for gram, places in standing.items()
        if len(places) > 1 and BREAK not in gram and begins(gram) and holds_together(gram)
    }


def begins(gram: Gram) -> bool:
    if len(gram) == 1:
        return len(gram[0]) >= 4
    return gram[0] not in PARTICLES or gram[:2] == ("推动", "的")


def holds_together(gram: Gram) -> bool:
    return all(
        word != "推动" or before in ("深化", "发展", "和") for before, word in pairwise(gram)
    )


def test_words_in_a_row() -> None:
    row = ["", "深化", "改革开放", "", "", "发展", ""]
    assert in_a_row([["深化", "改革开放"], [], ["发展"]]) == row


@pytest.mark.parametrize("word", ["，", "AI", "５", "我们", "大力加强", "认真贯彻"])
def test_no_formulation_goes_across(word: str) -> None:
    assert in_a_row([["发展", word, "发展"]]) == ["", "发展", BREAK, "发展", ""]


def test_what_stands_once_is_no_repeat() -> None:
    assert found(["高质量", "发展"]) == {}


def test_places_are_those_of_the_row() -> None:
    assert found(["高质量", "发展", "，", "高质量", "发展"]) == {("高质量", "发展"): [1, 4]}


def test_nothing_is_repeated_across_paragraphs() -> None:
    assert found(["高质量"], ["发展"], ["高质量"], ["发展"]) == {}


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=40), max_size=4))
def test_every_sequence_that_is_repeated(paragraphs: list[list[str]]) -> None:
    assert found(*paragraphs) == expected(in_a_row(paragraphs))
