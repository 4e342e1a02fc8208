"""When something is due again."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from fsrs import Rating
from hypothesis import given
from hypothesis import strategies as st

from study.clock import day_begins, study_day
from study.memory.memory import Memory
from study.memory.schedule import end_of_day, forgotten, plan, settled

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
ZONES = st.sampled_from([SHANGHAI, BERLIN, ZoneInfo("America/New_York"), ZoneInfo("Asia/Kolkata")])
RATINGS = st.sampled_from(list(Rating))
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def local(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=SHANGHAI)


def review(
    before: Memory | None, rating: Rating, at: datetime, timezone: ZoneInfo = SHANGHAI
) -> Memory:
    return settled(plan(before, rating, at, timezone), Counter(), timezone)


def due_day(memory: Memory) -> date:
    return study_day(memory.due, SHANGHAI)


def test_what_was_missed_comes_again_the_same_day() -> None:
    missed = review(None, Rating.Again, local(23, 9))
    assert missed.due == local(23, 9, 10)


def test_what_was_known_comes_after_days_at_their_beginning() -> None:
    known = review(None, Rating.Good, local(23, 9))
    assert known.due == day_begins(date(2026, 11, 25), SHANGHAI)
    again = review(known, Rating.Good, local(25, 23))
    assert due_day(again) > date(2026, 12, 1)


@pytest.mark.parametrize(("hour", "day"), [(3, 24), (4, 25)])
def test_a_study_day_turns_at_four(hour: int, day: int) -> None:
    assert due_day(review(None, Rating.Good, local(23, hour))) == date(2026, 11, day)


def test_the_evening_and_the_next_morning_are_a_day_apart() -> None:
    known = review(None, Rating.Good, local(23, 23))
    same_day = review(known, Rating.Good, local(24, 3, 59))
    next_day = review(known, Rating.Good, local(24, 4))
    assert (same_day.stability or 0) < (next_day.stability or 0)


def test_days_stay_days_when_summer_time_ends() -> None:
    before = datetime(2026, 10, 24, 20, tzinfo=BERLIN)
    known = review(None, Rating.Good, before, BERLIN)
    assert known.due == datetime(2026, 10, 26, 4, tzinfo=BERLIN)
    assert known.due - datetime(2026, 10, 24, 4, tzinfo=BERLIN).astimezone(UTC) == timedelta(
        hours=49
    )


def test_the_present_day_ends_at_four() -> None:
    assert end_of_day(local(24, 3, 59), SHANGHAI) == local(24, 4)
    assert end_of_day(local(24, 4), SHANGHAI) == local(25, 4)


def test_a_short_interval_may_end_on_a_weekend() -> None:
    known = review(None, Rating.Good, local(26, 9))
    assert due_day(known) == date(2026, 11, 28), "a Saturday, after two days"


@pytest.mark.parametrize(
    ("at", "days"),
    [
        # Easy means eight days: from a Friday to a Saturday, from a Saturday to a Sunday.
        (local(20, 9), [date(2026, 11, 27), date(2026, 11, 26), date(2026, 11, 30)]),
        (local(21, 9), [date(2026, 11, 30), date(2026, 11, 27), date(2026, 12, 1)]),
        (local(23, 9), [date(2026, 12, 1)]),
    ],
)
def test_a_weekend_gives_way_to_working_days_nearby(at: datetime, days: list[date]) -> None:
    assert list(plan(None, Rating.Easy, at, SHANGHAI).days) == days


def test_of_the_days_nearby_that_with_the_least_to_do_is_taken() -> None:
    found = plan(None, Rating.Easy, local(20, 9), SHANGHAI)
    load = {date(2026, 11, 27): 3, date(2026, 11, 26): 2, date(2026, 11, 30): 2}
    assert due_day(settled(found, load, SHANGHAI)) == date(2026, 11, 26)


def test_what_was_seen_longer_ago_is_more_forgotten() -> None:
    early, late = (review(None, Rating.Good, local(day, 9)) for day in (20, 22))
    strong = review(None, Rating.Easy, local(20, 9))
    now = local(23, 9)
    assert forgotten(early, now) > forgotten(late, now)
    assert forgotten(early, now) > forgotten(strong, now)


@given(
    st.lists(st.tuples(RATINGS, st.integers(0, 90 * 24 * 60)), min_size=1, max_size=12),
    MOMENTS,
    ZONES,
)
def test_nothing_is_due_before_the_day_of_the_answer_nor_after_a_year_and_two_days(
    answers: list[tuple[Rating, int]], at: datetime, timezone: ZoneInfo
) -> None:
    memory = None
    for rating, minutes in answers:
        at += timedelta(minutes=minutes)
        memory = review(memory, rating, at, timezone)
        waits = study_day(memory.due, timezone) - study_day(at, timezone)
        assert timedelta(0) <= waits <= timedelta(days=367)
        assert memory.due > at


@given(RATINGS, MOMENTS, ZONES)
def test_long_intervals_never_end_on_a_weekend(
    rating: Rating, at: datetime, timezone: ZoneInfo
) -> None:
    memory = review(None, rating, at, timezone)
    due = study_day(memory.due, timezone)
    if (due - study_day(at, timezone)).days >= 5:
        assert due.weekday() < 5
