"""One question: who is first, who is locked, and until when."""

from dataclasses import replace
from datetime import timedelta

import pytest

from study.questions.question import Kind
from study.quiz.attempt import Occasion
from study.quiz.player import called, told_apart
from study.quiz.posed import Posed
from study.quiz.round import MOST_PEOPLE, Asked, Round
from tests.library import MONDAY
from tests.quiz.posing import ITEMS, posed

SECONDS = 30
SENT = 1000.0
GROUP = "group:20000"


def opened(
    one: Posed, occasion: Occasion = Occasion.RACE, chat: str = GROUP, grace: float = 0.0
) -> Round:
    """A question that was sent at `SENT` and arrived half a second later."""
    made = Round(Asked(7, one, chat, occasion, SECONDS, SENT, MONDAY), grace)
    made.shown(SENT + 0.5)
    return made


def test_the_first_right_answer_ends_a_race() -> None:
    race = opened(posed())
    assert race.take("1", "B", SENT + 1)
    assert race.take("2", "A", SENT + 2)
    assert not race.take("3", "A", SENT + 2.001)
    assert race.winner
    assert (race.winner.person, race.winner.seconds, race.winner.credit) == ("2", 1.5, 1)
    assert race.winner.at == MONDAY + timedelta(seconds=2)
    assert [one.is_right for one in race.attempts] == [False, True]


def test_who_was_wrong_is_locked_for_this_question() -> None:
    race = opened(posed())
    assert race.take("1", "B", SENT + 1)
    assert race.take("1", "A", SENT + 2)
    assert not race.winner
    assert len(race.attempts) == 1


def test_when_nobody_races_everybody_is_judged_until_the_time_is_over() -> None:
    one = opened(posed(), Occasion.OPEN)
    for person in range(5):
        assert one.take(str(person), "A" if person % 2 else "B", SENT + person)
    assert one.take("0", "A", SENT + 9)
    assert [attempt.credit for attempt in one.attempts] == [0, 1, 0, 1, 0]
    assert not one.winner
    assert one.take("8", "A", SENT + 30.499)
    assert not one.take("9", "A", SENT + 30.5)


def test_a_person_alone_answers_once() -> None:
    for text in ("A", "B"):
        one = opened(posed(), Occasion.REVIEW, "person:30001")
        assert one.take("30001", text, SENT + 1)
        assert one.is_over(SENT + 1)


def test_items_belong_to_who_names_them_first() -> None:
    one = opened(posed(Kind.TOGETHER, ITEMS))
    assert one.closes == SENT + 60.5
    assert one.take("1", "道路自信、理论自信", SENT + 1)
    assert one.take("2", "道路，理论，制度", SENT + 2)
    assert one.take("2", "道路", SENT + 3)
    assert [(a.person, a.given, a.credit) for a in one.attempts] == [
        ("1", (101,), 1), ("2", (102,), 1)]  # fmt: skip
    assert one.take("3", "制度", SENT + 3)
    assert not one.is_over(SENT + 3)
    assert one.take("1", "文化自信", SENT + 4)
    assert one.is_over(SENT + 4)


def test_a_slow_connection_takes_nobodys_time_and_nobodys_answer() -> None:
    slow = Round(Asked(7, posed(), GROUP, Occasion.OPEN, SECONDS, SENT, MONDAY))
    assert slow.closes is None
    assert slow.take("1", "A", SENT + 14)
    slow.shown(SENT + 15)
    assert slow.take("2", "A", SENT + 44.9)
    assert [attempt.seconds for attempt in slow.attempts] == [14, pytest.approx(29.9)]


@pytest.mark.parametrize("sign", ["B", "选b", "2", "(B)"])
def test_letters_right_behind_another_question_were_meant_for_that(sign: str) -> None:
    one = opened(posed(), grace=1.5)
    assert one.take("1", sign, SENT + 1.4)
    assert not one.take("1", "好吧", SENT + 1.4)
    assert not one.attempts
    assert one.take("1", "A", SENT + 1.5)
    assert one.winner


def test_words_right_behind_another_question_count_at_once() -> None:
    one = opened(posed(), grace=1.5)
    assert one.take("1", "钉钉子精神", SENT + 0.6)
    assert one.winner
    truth = opened(posed(Kind.TRUTH, ("对", "错")), grace=1.5)
    assert truth.take("1", "对", SENT + 0.6)
    assert not truth.attempts


def test_who_is_alone_may_give_up() -> None:
    for kind in (Kind.CHOICE, Kind.TYPED):
        one = opened(posed(kind), Occasion.REVIEW, "person:30001")
        assert one.take("30001", "不会", SENT + 1)
        assert one.is_given_up
        assert [(a.given, a.is_right) for a in one.attempts] == [("", False)]
        assert one.is_over(SENT + 1)
        assert not opened(posed(kind)).take("30001", "不会", SENT + 1), "talk in a group"


def test_words_that_give_up_are_an_answer_where_an_option_is_so_called() -> None:
    one = opened(posed(texts=("不会", "会", "也许", "常常")), Occasion.OPEN, "person:30001")
    assert one.take("30001", "不会", SENT + 1)
    assert one.attempts[0].is_right


def test_a_long_question_has_a_second_more_for_ten_characters() -> None:
    one = posed()
    for characters, seconds in ((80, 30), (129, 30), (130, 31), (320, 50)):
        stem = "题" * (characters - sum(len(option.text) for option in one.options))
        longer = replace(one, question=replace(one.question, stem=stem))
        assert opened(longer).seconds == seconds


def test_a_hint_comes_at_half_time_for_words_only() -> None:
    assert opened(posed()).hint_due is None
    typed = opened(posed(Kind.TYPED))
    assert typed.hint_due == SENT + 15.5
    assert typed.take("1", "答：绣花", SENT + 3)
    typed.hint()
    assert typed.hint_due is None
    assert typed.take("2", "钉钉子精神", SENT + 16)
    assert [one.hinted for one in typed.attempts] == [False, True]


def test_a_closed_question_is_not_opened_again() -> None:
    one = Round(Asked(7, posed(), GROUP, Occasion.RACE, SECONDS, SENT, MONDAY))
    one.close(SENT + 1)
    one.shown(SENT + 2)
    assert not one.take("1", "A", SENT + 2)
    one.close(SENT + 9)
    assert one.closes == SENT + 1


def test_what_is_kept_of_a_crowd_is_bounded() -> None:
    one = opened(posed(), Occasion.OPEN)
    for person in range(MOST_PEOPLE + 100):
        assert one.take(str(person), "A", SENT + 1)
    assert len(one.attempts) == MOST_PEOPLE


@pytest.mark.parametrize(
    ("name", "shown"),
    [("小明", "小明"), ("  小 明\n", "小 明"), ("\u202e倒着写", "倒着写"), ("长" * 50, "长" * 12 + "…"), ("\u200b", "群友4567"),
     ("", "群友4567"), ("长" * 12, "长" * 12), ("a\u0301\u0302\u0303b", "áb"), ("一\t二\x00", "一二")],
)  # fmt: skip
def test_names_are_short_and_harmless(name: str, shown: str) -> None:
    assert called(name, "1234567") == shown
    assert called(shown, "1234567") == shown


def test_two_people_of_one_name_are_told_apart() -> None:
    names = {"10001": "小明", "20002": "小明", "30003": "小红"}
    assert told_apart(names) == {"10001": "小明（0001）", "20002": "小明（0002）", "30003": "小红"}
