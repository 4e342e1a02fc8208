"""How a question is put to a chat."""

from random import Random

import pytest

from study.questions.question import Kind
from study.quiz.posed import Option, Question
from study.quiz.posing import pose

FOUR = ("道路自信", "理论自信", "制度自信", "文化自信")


def a_question(kind: Kind, *choices: tuple[str, bool], material: int | None = 1) -> Question:
    options = (
        Option(10 + place, place, text, right) for place, (text, right) in enumerate(choices)
    )
    return Question(
        1, kind, "坚定____。", tuple(options), ("四个自信",), "坚定四个自信。", "四个自信", "四个自信",
        1.0, "live", material,
    )  # fmt: skip


def with_wrong(count: int, material: int | None = 1) -> Question:
    wrong = ((f"{number}个自信", False) for number in range(count))
    return a_question(Kind.CHOICE, ("四个自信", True), *wrong, material=material)


def test_three_of_the_wrong_choices_stand_beside_the_right_one() -> None:
    posed = pose(with_wrong(7), Random(1))
    assert posed
    assert sorted(one.is_right for one in posed.options) == [False, False, False, True]


def test_a_question_of_which_too_few_choices_may_be_seen_is_not_put() -> None:
    assert pose(with_wrong(2), Random(1)) is None


def test_what_people_made_is_shown_whole() -> None:
    posed = pose(with_wrong(5, material=None), Random(1))
    assert posed
    assert len(posed.options) == 6


def test_of_what_people_made_all_may_be_right() -> None:
    question = a_question(Kind.SEVERAL, *((text, True) for text in FOUR), material=None)
    posed = pose(question, Random(1))
    assert posed
    assert len(posed.options) == 4


def test_the_right_one_stands_at_every_place_equally_often() -> None:
    places = [0, 0, 0, 0]
    for seed in range(400):
        posed = pose(with_wrong(3), Random(seed))
        assert posed
        places[[one.is_right for one in posed.options].index(True)] += 1
    assert min(places) > 70


@pytest.mark.parametrize("told", ["以上都是", "A和B", "以上说法都不对", "ＡＢＣ都对"])
def test_options_that_speak_of_others_keep_their_order(told: str) -> None:
    choices = [("甲", False), ("乙", False), ("丙", False), (told, True)]
    for seed in range(20):
        posed = pose(a_question(Kind.CHOICE, *choices, material=None), Random(seed))
        assert posed
        assert [one.text for one in posed.options] == ["甲", "乙", "丙", told]


def test_an_ordering_is_never_shown_in_its_order() -> None:
    question = a_question(Kind.ORDER, *((text, True) for text in FOUR))
    for seed in range(100):
        posed = pose(question, Random(seed))
        assert posed
        assert sorted(posed.options, key=lambda one: one.position) == list(question.choices)
        assert posed.options != question.choices


def test_words_have_no_options() -> None:
    posed = pose(a_question(Kind.TOGETHER, *((text, True) for text in FOUR)), Random(1))
    assert posed
    assert posed.options == ()
