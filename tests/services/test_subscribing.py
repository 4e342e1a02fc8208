"""The daily push: when it is due, and that it goes out once and no more."""

import asyncio
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.delivery.schedule import CATCH_UP, DailyTime, due, is_workday, next_due, parse_time
from study.services.subscribing import (
    Outcome,
    due_now,
    give_up_unfinished,
    push_once,
    subscribe,
    unsubscribe,
)
from study.storage.database import Database
from tests.library import MONDAY

SHANGHAI = ZoneInfo("Asia/Shanghai")
HALF_PAST_SEVEN = DailyTime(450, working_days=False)
NEW_YEAR = datetime(2026, 1, 1, tzinfo=SHANGHAI)
LONG_AGO = datetime(2020, 1, 1, tzinfo=SHANGHAI)


def local(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("07:30", 450), ("7：30", 450), ("７：３０", 450), ("7点半", 450), ("7点", 420), ("0730", 450),
     ("7点05分", 425), ("23:59", 1439), ("0:00", 0), ("8", 480)],
)  # fmt: skip
def test_times_as_people_write_them(text: str, minutes: int) -> None:
    assert parse_time(text) == minutes


@pytest.mark.parametrize("text", ["", "24:00", "7:60", "早上", "-1", "7:30:00", "99999", "半"])
def test_what_is_no_time(text: str) -> None:
    assert parse_time(text) is None


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (local(23, 7, 29), None),
        (local(23, 7, 30), date(2026, 11, 23)),
        (local(23, 9, 30), date(2026, 11, 23)),
        (local(23, 9, 31), None),
    ],
)
def test_a_push_is_due_at_its_time_and_a_while_after(now: datetime, day: date | None) -> None:
    assert due(HALF_PAST_SEVEN, LONG_AGO, now, is_workday) == day


def test_a_push_before_midnight_is_caught_up_after_it() -> None:
    late = DailyTime(23 * 60 + 50, working_days=False)
    assert due(late, LONG_AGO, local(24, 0, 20), is_workday) == date(2026, 11, 23)


def test_an_order_does_not_push_for_a_time_that_has_passed() -> None:
    ordered = local(23, 8)
    assert due(HALF_PAST_SEVEN, ordered, local(23, 8, 1), is_workday) is None
    assert next_due(HALF_PAST_SEVEN, ordered, is_workday) == local(24, 7, 30)


def test_working_days_follow_the_calendar_with_its_moved_days() -> None:
    working = DailyTime(450, working_days=True)
    assert next_due(working, local(27, 8), is_workday) == local(30, 7, 30)  # Friday → Monday
    assert not is_workday(date(2026, 10, 1))
    assert is_workday(date(2026, 10, 10))  # a Saturday that is worked for the holiday week
    assert is_workday(date(2035, 6, 6))  # not announced yet: a Wednesday
    assert not is_workday(date(2035, 6, 9))


@given(st.integers(0, 1439), st.booleans(), st.integers(0, 330 * 24 * 60))
def test_the_next_push_is_due_when_it_comes_and_not_before(
    minute: int, working: bool, after: int
) -> None:
    time, now = DailyTime(minute, working), NEW_YEAR + timedelta(minutes=after)
    moment = next_due(time, now, is_workday)
    assert moment > now
    assert due(time, now, moment, is_workday) == moment.date()
    assert due(time, now, moment - timedelta(minutes=1), is_workday) is None
    assert due(time, now, moment + CATCH_UP, is_workday) == moment.date()


async def order(database: Database, chat: str = "group:1") -> None:
    await subscribe(database, chat, "10000", HALF_PAST_SEVEN, "1", LONG_AGO, SHANGHAI)


async def state(database: Database) -> tuple[str, int]:
    [row] = await database.read("select state, attempts from daily_push")
    return row["state"], row["attempts"]


class Post:
    """Sends with the outcomes that it is given, and counts."""

    def __init__(self, *outcomes: Outcome) -> None:
        self.outcomes = list(outcomes)
        self.count = 0

    async def __call__(self) -> tuple[Outcome, str, str]:
        self.count += 1
        return self.outcomes.pop(0), "", "7"


async def test_a_push_goes_out_once_however_often_it_is_looked_for(database: Database) -> None:
    await order(database)
    now = local(23, 7, 31)
    [(one, day)] = await due_now(database, now, SHANGHAI)
    post = Post(*[Outcome.SENT] * 10)
    await asyncio.gather(*(push_once(database, one.chat, day, now, post) for _ in range(10)))
    assert post.count == 1
    assert await state(database) == ("sent", 1)
    assert await due_now(database, now, SHANGHAI) == []


@pytest.mark.parametrize("outcome", [Outcome.SENT, Outcome.UNKNOWN])
async def test_what_arrived_or_may_have_is_not_sent_again(
    database: Database, outcome: Outcome
) -> None:
    await order(database)
    post = Post(outcome, outcome)
    for _ in range(2):
        await push_once(database, "group:1", date(2026, 11, 23), MONDAY, post)
    assert post.count == 1
    assert await state(database) == (outcome, 1)


async def test_what_failed_for_certain_is_tried_again_later_each_time(database: Database) -> None:
    await order(database)
    post = Post(*[Outcome.FAILED] * 9)
    tried = []
    for minute in range(100):
        before = post.count
        now = MONDAY + timedelta(minutes=minute)
        await push_once(database, "group:1", date(2026, 11, 23), now, post)
        tried += [minute] * (post.count - before)
    assert tried == [0, 1, 11, 41]


async def test_a_chat_that_ordered_off_gets_nothing_more(database: Database) -> None:
    await order(database)
    await unsubscribe(database, "group:1")
    post = Post(Outcome.SENT)
    assert await push_once(database, "group:1", date(2026, 11, 23), MONDAY, post) is None
    assert post.count == 0


async def test_who_orders_anew_after_todays_push_is_promised_tomorrow(database: Database) -> None:
    await order(database)
    await push_once(database, "group:1", date(2026, 11, 23), MONDAY, Post(Outcome.SENT))
    later = DailyTime(20 * 60, working_days=False)
    moment = await subscribe(database, "group:1", "10000", later, "1", MONDAY, SHANGHAI)
    assert moment == local(24, 20)


async def test_a_push_cut_off_by_a_crash_is_unknown_and_stays_unsent(database: Database) -> None:
    async def crash() -> tuple[Outcome, str, str]:
        raise KeyboardInterrupt

    await order(database)
    with pytest.raises(KeyboardInterrupt):
        await push_once(database, "group:1", date(2026, 11, 23), MONDAY, crash)
    assert await give_up_unfinished(database, MONDAY + timedelta(minutes=5)) == 0
    assert await give_up_unfinished(database, MONDAY + timedelta(minutes=15)) == 1
    assert await state(database) == ("unknown", 1)
    post = Post(Outcome.SENT)
    await push_once(database, "group:1", date(2026, 11, 23), MONDAY, post)
    assert post.count == 0
