"""Progress and boards, against a plain reckoning."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study.clock import study_day
from study.members.entitlement import NOTHING
from study.memory.points import DAILY, Period, first_day
from study.memory.progress import WEEKS
from study.memory.record import Score
from study.quiz.attempt import Attempt, Occasion
from study.services.board import board
from study.services.progress import progress
from study.services.reader import Reader
from study.storage.database import Database, open_database
from tests.library import MONDAY
from tests.studying import ANNA, BEN, GROUP, SHANGHAI, Student, a_bank, a_question

TODAY = study_day(MONDAY, SHANGHAI)
ANSWERS = st.lists(
    st.tuples(
        st.sampled_from([ANNA, BEN]),
        st.sampled_from([GROUP, "group:9"]),
        st.sampled_from([Occasion.RACE, Occasion.OPEN, Occasion.REVIEW]),
        st.integers(0, 2),
        st.booleans(),
        st.integers(0, 45),
        st.integers(0, 60 * 24 * 40),
    ),
    max_size=20,
)


@settings(max_examples=20, deadline=None)
@given(ANSWERS)
async def test_progress_and_points_are_what_the_answers_come_to(
    tmp_path_factory: pytest.TempPathFactory,
    answers: list[tuple[str, str, Occasion, int, bool, int, int]],
) -> None:
    database = await open_database(tmp_path_factory.mktemp("progress") / "study.db")
    bank = await a_bank(database)
    numbers = [await a_question(database, bank, stem) for stem in "甲乙丙"]
    attempts = [
        await Student(database, person, chat, occasion).answers(
            numbers[place], right, MONDAY - timedelta(minutes=ago), credit=credit
        )
        for person, chat, occasion, place, right, credit, ago in sorted(
            answers, key=lambda a: -a[6]
        )
    ]
    async with database.transaction() as transaction:
        await transaction.write(
            "update question set state = 'suspended' where id = ?", (numbers[2],)
        )
    sound = [one for one in attempts if one.question != numbers[2]]
    await _compare_progress(database, attempts, sound)
    for period in Period:
        await _compare_board(database, sound, period)
    await database.close()


async def _compare_progress(
    database: Database, attempts: list[Attempt], sound: list[Attempt]
) -> None:
    found = await progress(database, Reader(GROUP, NOTHING), ANNA, MONDAY, SHANGHAI)
    mine = [one for one in attempts if one.person == ANNA]
    counted = [one for one in sound if one.person == ANNA]
    assert found.total == Score(len(counted), sum(one.is_right for one in counted))
    assert found.studied == len({_day(one) for one in mine})
    assert sum(one.answers for one in found.days) == len(mine)
    assert len(found.days) <= WEEKS * 7
    assert all(one.day <= TODAY for one in found.days)


async def _compare_board(database: Database, sound: list[Attempt], period: Period) -> None:
    days: dict[tuple[str, date], int] = Counter()
    for one in sound:
        if one.chat == GROUP and one.occasion is not Occasion.REVIEW:
            days[one.person, _day(one)] += one.credit
    points: dict[str, int] = defaultdict(int)
    for (person, day), count in days.items():
        if day >= first_day(period, TODAY):
            points[person] += min(count, DAILY)
    found = await board(database, GROUP, ANNA, period, MONDAY, SHANGHAI)
    assert {one.person: one.points for one in found.top} == {
        person: count for person, count in points.items() if count
    }
    assert (found.own.points if found.own else 0) == points[ANNA]


def _day(attempt: Attempt) -> date:
    return study_day(attempt.at, SHANGHAI)


async def test_what_is_kept_survives_a_restart(tmp_path: Path) -> None:
    database = await open_database(tmp_path / "study.db")
    number = await a_question(database, await a_bank(database), "甲")
    await Student(database).answers(number, at=MONDAY - timedelta(days=1))
    reader = Reader(GROUP, NOTHING)
    before = await progress(database, reader, ANNA, MONDAY, SHANGHAI)
    await database.close()
    database = await open_database(tmp_path / "study.db")
    assert await progress(database, reader, ANNA, MONDAY, SHANGHAI) == before
    assert before.streak == 1
    await database.close()
