"""Which question comes next."""

from collections import Counter
from random import Random

from study.questions.question import Kind
from study.quiz.choosing import Eligible, Played, in_turn


def an_eligible(number: int, phrase: str = "", **other: object) -> Eligible:
    values = {
        "kind": Kind.CHOICE,
        "material": number,
        "score": 1.0,
        "identity": str(number),
    } | other
    return Eligible(number=number, phrase=phrase or f"提法{number}", **values)  # type: ignore[arg-type]


def firsts(eligible: list[Eligible], played: Played) -> Counter[int]:
    """How often each comes first in 400 draws."""
    return Counter(in_turn(eligible, played, Random(seed))[0].number for seed in range(400))


def test_all_come_but_those_that_were_played() -> None:
    eligible = [an_eligible(number) for number in range(1, 6)]
    turn = in_turn(eligible, Played(identities=("2", "4")), Random(1))
    assert sorted(one.number for one in turn) == [1, 3, 5]


def test_better_ones_come_first_more_often_but_not_always() -> None:
    first = firsts([an_eligible(1, score=3.0), an_eligible(2, score=1.0)], Played())
    assert 250 < first[1] < 350


def test_a_formulation_is_hardly_asked_about_twice() -> None:
    first = firsts([an_eligible(1, "四个自信"), an_eligible(2)], Played(phrases=("四个自信",)))
    assert first[1] < 30


def test_another_material_and_another_kind_are_preferred() -> None:
    eligible = [an_eligible(1, material=1), an_eligible(2, material=2)]
    assert firsts(eligible, Played(materials=(1,)))[1] < 160
    eligible = [an_eligible(1), an_eligible(2, kind=Kind.TRUTH)]
    assert firsts(eligible, Played(kinds=(Kind.CHOICE,)))[1] < 190


def test_a_rare_kind_is_not_drowned() -> None:
    eligible = [an_eligible(number) for number in range(1, 50)]
    first = firsts([*eligible, an_eligible(50, kind=Kind.ORDER)], Played())
    assert first[50] > 100
