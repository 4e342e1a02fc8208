"""The rating of an answer."""

import pytest
from fsrs import Rating

from study.memory.grades import grade, usual_seconds
from study.questions.question import Kind


@pytest.mark.parametrize(
    ("is_right", "hinted", "seconds", "rating"),
    [
        (False, False, 1, Rating.Again),
        (False, True, 1, Rating.Again),
        (True, True, 1, Rating.Hard),
        (True, False, 3, Rating.Easy),
        (True, False, 10, Rating.Good),
        (True, False, 18, Rating.Good),
        (True, False, 19, Rating.Hard),
    ],
)
def test_a_rating_comes_from_the_answer(
    is_right: bool, hinted: bool, seconds: float, rating: Rating
) -> None:
    found = grade(is_right=is_right, hinted=hinted, seconds=seconds, kind=Kind.CHOICE, usual=12)
    assert found is rating


def test_a_choice_is_quick_within_six_seconds_however_long_its_text() -> None:
    usual = usual_seconds(Kind.CHOICE, 150, 12)
    assert usual / 3 > 10
    quick = {
        kind: grade(is_right=True, hinted=False, seconds=8, kind=kind, usual=usual)
        for kind in (Kind.CHOICE, Kind.TYPED)
    }
    assert quick == {Kind.CHOICE: Rating.Good, Kind.TYPED: Rating.Easy}


def test_longer_texts_and_answers_in_words_take_longer() -> None:
    assert usual_seconds(Kind.CHOICE, 60, 4) > usual_seconds(Kind.CHOICE, 20, 4)
    assert usual_seconds(Kind.TYPED, 60, 8) > usual_seconds(Kind.TYPED, 60, 4)
    assert usual_seconds(Kind.TRUTH, 60, 4) < usual_seconds(Kind.CHOICE, 60, 4)
