"""What attempts come to: streaks, forecasts, topics, points."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.memory.forecast import Waiting, forecast
from study.memory.memory import Memory
from study.memory.points import Period, first_day, standings
from study.memory.record import Day, Score, total
from study.memory.streak import streak
from study.memory.topics import Answered, topics
from study.memory.turn import Candidate, in_turn

SHANGHAI = ZoneInfo("Asia/Shanghai")
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)


def ago(*days: int) -> set[date]:
    return {TODAY - timedelta(days=one) for one in days}


@pytest.mark.parametrize(
    ("days", "length"),
    [(ago(), 0), (ago(0), 1), (ago(1), 1), (ago(2), 0), (ago(0, 1, 2, 4), 3), (ago(1, 2), 2)],
)
def test_a_day_that_is_not_over_breaks_no_streak(days: set[date], length: int) -> None:
    assert streak(days, TODAY) == length


def test_a_score_counts_from_a_day_on() -> None:
    days = [Day(TODAY - timedelta(days=one), 9, Score(4, one)) for one in (2, 1, 0)]
    assert total(days) == Score(12, 3)
    assert total(days, TODAY - timedelta(days=1)) == Score(8, 1)
    assert Score(3, 2).percent == 67
    assert Score(0, 0).percent == 0


def waiting(ahead: int, question: int | None = None, folded: str = "") -> Waiting:
    return Waiting(question, folded, NOW + timedelta(days=ahead))


def test_what_is_overdue_counts_today_and_a_phrase_only_without_a_question_of_it() -> None:
    found = [
        waiting(-9, 1),
        waiting(1, 2, "四个意识"),
        waiting(2, folded="四个意识"),
        waiting(0, folded="四个自信"),
        waiting(2, 3, "四个自信"),
        waiting(3, 4),
    ]
    assert forecast(found, TODAY, 3, SHANGHAI) == (2, 1, 1)


def test_topics_come_from_the_glossary_then_from_the_material() -> None:
    answered = [
        Answered("四个意识", "报告", "2024", False, Score(4, 3)),
        Answered("四个意识", "", "2025", False, Score(4, 1)),
        Answered("别的", "报告", "2024", False, Score(5, 5)),
        Answered("", "", "2024", False, Score(6, 2)),
        Answered("", "", "", True, Score(7, 2)),
        Answered("", "", "", False, Score(4, 4)),
    ]
    found = topics(answered, {"四个意识": "党的建设"})
    assert [(one.name, one.score.answers, one.score.right) for one in found] == [
        ("党的建设", 8, 4), ("题库", 7, 2), ("2024年资料", 6, 2), ("报告", 5, 5),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("period", "day"),
    [
        (Period.WEEK, date(2026, 11, 23)),
        (Period.MONTH, date(2026, 11, 1)),
        (Period.ALL, date.min),
    ],
)
def test_weeks_begin_on_monday_and_months_on_the_first(period: Period, day: date) -> None:
    assert first_day(period, TODAY) == day
    assert first_day(Period.WEEK, TODAY + timedelta(days=6)) == TODAY


@given(st.dictionaries(st.text(min_size=1), st.integers(1, 20)))
def test_a_place_is_one_more_than_those_with_more_points(points: dict[str, int]) -> None:
    for one in standings(points.items()):
        assert one.points == points[one.person]
        assert one.place == 1 + sum(other > one.points for other in points.values())


def test_due_questions_come_before_new_ones_and_new_ones_before_the_rest() -> None:
    def met(ahead: int, days_ago: int) -> Memory:
        return Memory(
            2, None, 3.0, 5.0, NOW + timedelta(days=ahead), NOW - timedelta(days=days_ago)
        )

    candidates = [
        Candidate(1, 9, met(5, 3)),
        Candidate(2, 1, None),
        Candidate(3, 2, None),
        Candidate(4, 1, met(0, 2)),
        Candidate(5, 1, met(-1, 8)),
        Candidate(6, 1, met(5, 9)),
    ]
    assert in_turn(candidates, NOW + timedelta(hours=19), NOW) == [5, 4, 3, 2, 6, 1]
