"""Reviews: what is due, what was missed, and that nothing of it is lost."""

from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study.clock import study_day
from study.members.entitlement import EVERYTHING, NOTHING
from study.questions.question import Kind
from study.quiz.attempt import Occasion
from study.services.reader import Reader
from study.services.reviewing import DAILY, DueCount, due_count, next_due, next_missed, next_time
from study.storage.database import Database, open_database
from tests.library import MONDAY
from tests.studying import ANNA, BEN, SHANGHAI, Student, a_bank, a_question, memories

READER = Reader(f"person:{ANNA}", NOTHING)
ADMIN = Reader("person:1", EVERYTHING)


async def due(
    database: Database, at: datetime, *left_out: int, reader: Reader = READER
) -> int | None:
    posed = await next_due(database, reader, ANNA, at, SHANGHAI, Random(1), left_out)
    return posed.question.number if posed else None


async def missed(database: Database, *left_out: int, reader: Reader = READER) -> int | None:
    posed = await next_missed(database, reader, ANNA, MONDAY, SHANGHAI, Random(1), left_out)
    return posed.question.number if posed else None


async def count(database: Database, at: datetime) -> DueCount:
    return await due_count(database, READER, ANNA, at, SHANGHAI)


def later(days: int) -> datetime:
    return MONDAY + timedelta(days=days)


async def test_nothing_is_due_to_who_answered_nothing(database: Database) -> None:
    await Student(database, BEN).answers(
        await a_question(database, await a_bank(database), "甲"), False
    )
    assert await due(database, MONDAY) is None
    assert await missed(database) is None
    assert await count(database, MONDAY) == DueCount(0, 0)
    assert await next_time(database, ANNA, 1, SHANGHAI) is None


async def test_what_was_known_comes_again_on_its_day(database: Database) -> None:
    number = await a_question(database, await a_bank(database), "甲")
    await Student(database).answers(number)
    assert await next_time(database, ANNA, number, SHANGHAI) == date(2026, 11, 25)
    assert await due(database, later(1)) is None
    assert await due(database, later(2)) == number
    assert await count(database, later(2)) == DueCount(1, 1)
    assert await due(database, later(2), number) is None, "it was in this session"


async def test_what_was_missed_is_due_the_same_day_and_is_replayed(database: Database) -> None:
    bank = await a_bank(database)
    first, second = [await a_question(database, bank, stem) for stem in "甲乙"]
    anna = Student(database)
    await anna.answers(second, False, MONDAY)
    await anna.answers(first, False, MONDAY + timedelta(minutes=1))
    assert await due(database, MONDAY + timedelta(minutes=2)) == second
    assert await missed(database) == second, "the longest ago"
    assert await missed(database, second) == first
    await anna.answers(second, True, MONDAY + timedelta(minutes=3))
    assert await missed(database) == first
    await anna.answers(first, False, MONDAY + timedelta(minutes=4))
    assert await missed(database) == first


async def test_the_most_forgotten_comes_first(database: Database) -> None:
    bank = await a_bank(database)
    first, second = [await a_question(database, bank, stem) for stem in "甲乙"]
    await Student(database).answers(first, at=later(1))
    await Student(database).answers(second, at=MONDAY)
    assert await due(database, later(9)) == second
    assert await due(database, later(9), second) == first


async def test_a_phrase_is_asked_once_in_a_session_where_possible(database: Database) -> None:
    bank = await a_bank(database)
    one, other = [await a_question(database, bank, stem, "四个意识") for stem in "甲乙"]
    alone = await a_question(database, bank, "丙")
    for number in (one, other):
        await Student(database).answers(number, at=MONDAY)
    await Student(database).answers(alone, at=later(1))
    first = await due(database, later(9))
    assert first in (one, other)
    assert await due(database, later(9), first) == alone
    assert await due(database, later(9), first, alone) == one + other - first
    assert await due(database, later(9), one, other, alone) is None


async def test_a_due_phrase_whose_question_is_gone_brings_one_not_seen(database: Database) -> None:
    bank = await a_bank(database)
    seen = await a_question(database, bank, "甲", "四个意识")
    poor = await a_question(database, bank, "乙", "四个意识", score=0.2)
    good = await a_question(database, bank, "丙", "四个意识", score=0.9)
    await a_question(database, bank, "丁", "四个意识", Kind.TOGETHER, score=2)
    await Student(database).answers(seen)
    assert await due(database, later(2)) == seen
    await state(database, seen, "suspended")
    assert await due(database, later(2)) == good
    assert await due(database, later(2), good) == poor
    assert await count(database, later(2)) == DueCount(1, 1)


async def state(database: Database, number: int, said: str) -> None:
    async with database.transaction() as transaction:
        await transaction.write("update question set state = ? where id = ?", (said, number))


@pytest.mark.parametrize("said", ["suspended", "retired", "deleted"])
async def test_what_is_out_of_play_is_passed_over_and_not_lost(
    database: Database, said: str
) -> None:
    number = await a_question(database, await a_bank(database), "甲", "四个意识")
    await Student(database).answers(number, False)
    await state(database, number, said)
    assert await due(database, later(2)) is None
    assert await missed(database) is None
    assert await count(database, later(2)) == DueCount(0, 0)
    await state(database, number, "live")
    assert await due(database, later(2)) == number
    assert await missed(database) == number


async def test_what_a_reader_may_not_see_is_passed_over(database: Database) -> None:
    number = await a_question(database, await a_bank(database, "member"), "甲", "四个意识")
    await Student(database).answers(number, False)
    assert await due(database, later(2)) is None
    assert await missed(database) is None
    assert await due(database, later(2), reader=ADMIN) == number
    assert await missed(database, reader=ADMIN) == number


async def test_a_day_takes_so_many_reviews_and_the_next_one_the_rest(database: Database) -> None:
    bank = await a_bank(database)
    numbers = [await a_question(database, bank, f"{one}") for one in range(DAILY + 2)]
    for number in numbers:
        await Student(database).answers(number)
    assert await count(database, later(2)) == DueCount(DAILY + 2, DAILY)
    reviews = Student(database, chat=READER.chat, occasion=Occasion.REVIEW)
    for place in range(DAILY):
        number = await due(database, later(2))
        assert number
        await reviews.answers(number, at=later(2) + timedelta(minutes=place))
    assert await due(database, later(2)) is None
    assert await count(database, later(2)) == DueCount(2, 0)
    assert await count(database, later(3)) == DueCount(2, 2)
    assert await due(database, later(3)) is not None


async def test_the_study_day_turns_at_four(database: Database) -> None:
    number = await a_question(database, await a_bank(database), "甲")
    night = datetime(2026, 11, 24, 3, tzinfo=SHANGHAI)
    await Student(database).answers(number, at=night)
    assert await next_time(database, ANNA, number, SHANGHAI) == date(2026, 11, 25)
    assert await due(database, datetime(2026, 11, 25, 3, 59, tzinfo=SHANGHAI)) is None
    assert await due(database, datetime(2026, 11, 25, 4, tzinfo=SHANGHAI)) == number


async def test_naming_an_item_together_with_others_shows_too_little(database: Database) -> None:
    bank = await a_bank(database)
    number = await a_question(database, bank, "甲", "四个意识", Kind.TOGETHER)
    await Student(database).answers(number)
    await Student(database).answers(number, False)
    assert await memories(database) == []


async def test_weekends_are_lighter(database: Database) -> None:
    bank = await a_bank(database)
    days: list[date | None] = []
    for place in range(40):
        number = await a_question(database, bank, f"{place}")
        at = later(place % 5)
        await Student(database).answers(number, at=at, seconds=1)
        days.append(await next_time(database, ANNA, number, SHANGHAI))
    assert all(day and day.weekday() < 5 for day in days)
    assert max(days.count(day) for day in days) <= 16, "no day takes the weekend alone"


ANSWERS = st.lists(
    st.tuples(
        st.integers(0, 3), st.booleans(), st.booleans(), st.floats(0.5, 40), st.integers(1, 9000)
    ),
    min_size=1,
    max_size=15,
)


@settings(max_examples=15, deadline=None)
@given(ANSWERS, st.sampled_from(["Asia/Shanghai", "Europe/Berlin", "America/New_York"]))
async def test_the_same_answers_give_the_same_due_list_also_after_a_restart(
    tmp_path_factory: pytest.TempPathFactory,
    answers: list[tuple[int, bool, bool, float, int]],
    zone: str,
) -> None:
    folder, timezone = tmp_path_factory.mktemp("replay"), ZoneInfo(zone)
    whole = await _played(folder / "whole.db", answers, timezone, restarting=False)
    assert await _played(folder / "restarted.db", answers, timezone, restarting=True) == whole


async def _played(
    path: Path, answers: list[tuple[int, bool, bool, float, int]], timezone: ZoneInfo, *,
    restarting: bool,
) -> list[object]:  # fmt: skip
    """What is remembered, and what is due a while later, after a series of answers."""
    database, at = await open_database(path), MONDAY
    bank = await a_bank(database)
    numbers = [
        await a_question(database, bank, stem, phrase)
        for stem, phrase in (("甲", "四个意识"), ("乙", "四个意识"), ("丙", "四个自信"), ("丁", ""))
    ]
    for place, right, hinted, seconds, minutes in answers:
        if restarting:
            await database.close()
            database = await open_database(path)
        at += timedelta(minutes=minutes)
        student = Student(database, timezone=timezone)
        await student.answers(numbers[place], right, at, seconds=seconds, hinted=hinted)
        again = await next_time(database, ANNA, numbers[place], timezone)
        assert again
        assert again >= study_day(at, timezone)
    found: list[object] = [await memories(database)]
    for days in (0, 1, 3, 30):
        now = at + timedelta(days=days)
        found.append(await due_count(database, READER, ANNA, now, timezone))
        posed = await next_due(database, READER, ANNA, now, timezone, Random(1), ())
        found.append(posed)
    await database.close()
    return found
