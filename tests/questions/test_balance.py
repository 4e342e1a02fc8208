"""Nothing but knowing tells the right option."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from study.questions.balance import WRONG, Weighed, balanced, gives_away

STEM = "坚持____，走共同富裕的道路。"
OPTIONS = st.builds(Weighed, st.text("甲乙丙丁共同富裕", min_size=2, max_size=6), st.integers(0, 9))


@given(OPTIONS, st.lists(OPTIONS, max_size=20), st.integers())
def test_three_different_ones_or_none(right: Weighed, wrong: list[Weighed], seed: int) -> None:
    kept = balanced(right, wrong, STEM, Random(seed))
    assert len(kept) == (WRONG if len(wrong) >= WRONG else 0)
    assert len(set(kept)) == len(kept)
    assert all(0 <= at < len(wrong) for at in kept)


def test_the_right_one_is_seldom_the_most_frequent_longest_or_most_told() -> None:
    right = Weighed("共同甲乙", 50)
    wrong = [
        *(Weighed(text, 10) for text in ("丙丁甲甲", "丙丙甲乙", "丁丁丁乙")),
        *(Weighed(text, 90) for text in ("共同富丙", "共富同丁", "富裕共丙")),
    ]
    often = 0
    for seed in range(100):
        kept = [wrong[at] for at in balanced(right, wrong, STEM, Random(seed))]
        often += all(one.times < right.times for one in kept)
    assert often == 0


def test_the_better_ones_where_nothing_else_decides() -> None:
    wrong = [Weighed(text, 5) for text in ("甲甲", "乙乙", "丙丙", "丁丁")]
    assert balanced(Weighed("甲乙", 5), wrong, STEM, Random(1)) == (0, 1, 2)


def test_what_gives_the_right_one_away() -> None:
    alike = [Weighed("甲乙", 5), Weighed("丙丁", 9)]
    assert not gives_away(Weighed("丁乙", 7), alike, STEM)
    assert gives_away(Weighed("丁乙", 12), alike, STEM)
    assert gives_away(Weighed("共同", 7), alike, STEM)
