"""Where phrases stand."""

from hypothesis import given
from hypothesis import strategies as st

from study.phrases.places import places

SHORT = st.text(alphabet="四个自信", max_size=5)


def test_inside_longer_ones_and_across_each_other() -> None:
    assert places(["四个自信自信自"], ["自信", "自信自", "四个自信", "信心"]) == {
        "四个自信": [(0, 0)],
        "自信": [(0, 2), (0, 4)],
        "自信自": [(0, 2), (0, 4)],
    }


def test_not_across_texts_and_once_at_their_ends() -> None:
    assert places(["坚定四个", "自信"], ["四个自信", "自信", "自信心"]) == {"自信": [(1, 0)]}


def test_nothing_of_one_character() -> None:
    assert places(["信"], ["信", ""]) == {}


@given(st.lists(st.text(alphabet="四个自信", max_size=30), max_size=3), st.lists(SHORT))
def test_every_place(texts: list[str], phrases: list[str]) -> None:
    assert places(texts, phrases) == {
        phrase: standing
        for phrase in phrases
        if len(phrase) > 1
        and (
            standing := [
                (index, start)
                for index, text in enumerate(texts)
                for start in range(len(text))
                if text.startswith(phrase, start)
            ]
        )
    }
