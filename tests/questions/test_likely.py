"""What could stand in a blank, and what could not."""

import pytest

from study.questions.likely import Candidate, likely, stock
from study.questions.shape import is_alike
from study.questions.target import Sort, Target

REST = "、道路自信、理论自信，走好自己的路。"


def chosen(target: Target, *candidates: Candidate, related: tuple[str, ...] = ()) -> list[str]:
    near = [one for one in candidates if one.text in related]
    return [one.text for one in likely(target, target.text + REST, 2020, stock(candidates), near)]


def test_the_nearest_in_shape_and_time_first() -> None:
    target = Target(0, "制度创新", Sort.PHRASE, "")
    found = chosen(
        target,
        Candidate("管理创新", Sort.PHRASE, 1990),
        Candidate("科技创新", Sort.PHRASE, 2019),
        Candidate("技术革新", Sort.PHRASE, 2019),
        Candidate("完全不像的很长的一句话", Sort.PHRASE, 2019),
    )
    assert found == ["科技创新", "技术革新"]


def test_without_a_common_end_it_must_be_of_the_same_field() -> None:
    target = Target(0, "群众路线", Sort.PHRASE, "")
    one = Candidate("实事求是", Sort.PHRASE, 2020)
    assert chosen(target, one) == []
    assert chosen(target, one, related=("实事求是",)) == ["实事求是"]


def test_items_have_what_the_run_has_in_common() -> None:
    target = Target(0, "文化自信", Sort.ITEM, "", ("道路自信", "理论自信"))
    found = chosen(
        target,
        Candidate("民族自信", Sort.ITEM, 2020),
        Candidate("民族团结", Sort.ITEM, 2020),
        # Told in the stem.
        Candidate("道路自信", Sort.ITEM, 2020),
        related=("民族团结", "道路自信"),
    )
    assert found == ["民族自信"]


def test_another_number_of_the_same_formulation_is_none() -> None:
    target = Target(0, "四个自信", Sort.NUMERAL, "")
    found = chosen(
        target, Candidate("三个自信", Sort.NUMERAL, 2020), Candidate("四个意识", Sort.NUMERAL, 2020)
    )
    assert found == ["四个意识"]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("高质量发展", "高质量的发展", True),
        ("小康社会", "全面小康社会", True),
        ("道路自信", "理论自信", False),
        ("创新", "创业", False),
    ],
)
def test_what_may_mean_the_same(one: str, other: str, alike: bool) -> None:
    assert is_alike(one, other) is alike
