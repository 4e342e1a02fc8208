"""Reviews: what is due for a person, what was missed, and when something comes again."""

from collections.abc import AsyncIterator, Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from random import Random
from zoneinfo import ZoneInfo

from study.clock import study_day
from study.memory.forecast import forecast
from study.memory.memory import Kept, question_subject
from study.memory.schedule import end_of_day
from study.memory.turn import in_turn
from study.quiz.posed import Posed
from study.quiz.posing import pose
from study.services.drawing import still_right
from study.services.reader import Reader
from study.storage import memory, questions
from study.storage.database import Database

DAILY = 30
"""Reviews of a study day; what exceeds them waits."""


@dataclass(frozen=True, slots=True)
class DueCount:
    """How many questions wait for a review, and how many of them come today."""

    due: int
    today: int


async def next_due(
    database: Database,
    reader: Reader,
    person: str,
    now: datetime,
    timezone: ZoneInfo,
    random: Random,
    left_out: Collection[int],
) -> Posed | None:
    """The next question of a review, None when nothing is due or the day has had its fill.

    The most forgotten first. `left_out` are the questions of this session: they do not come
    again, their phrases only when nothing else is due.
    """
    if not await left_today(database, person, now, timezone):
        return None
    had = await memory.phrases_of(database, left_out)
    for again in (False, True):
        async for one in _due(database, reader, person, now, timezone):
            if (one.folded in had) is again:
                numbers = await _questions(database, reader, person, one, now, timezone)
                if posed := await _first(database, reader, numbers, left_out, random):
                    return posed
    return None


async def _due(
    database: Database, reader: Reader, person: str, now: datetime, timezone: ZoneInfo
) -> AsyncIterator[Kept]:
    """Everything that is due, the most forgotten first, page by page."""
    before = end_of_day(now, timezone)
    for page in count():
        found = await memory.most_forgotten(
            database, person, before, now, page, window=reader.window
        )
        for one in found:
            yield one
        if len(found) < memory.PAGE:
            return


async def _questions(
    database: Database, reader: Reader, person: str, due: Kept, now: datetime, timezone: ZoneInfo
) -> list[int]:
    """The questions by which something that is due can be asked, in their turn."""
    if due.question is not None:
        return [due.question]
    about = await memory.about(database, person, due.folded, window=reader.window)
    return in_turn(about, end_of_day(now, timezone), now)


async def next_missed(
    database: Database,
    reader: Reader,
    person: str,
    now: datetime,
    timezone: ZoneInfo,
    random: Random,
    left_out: Collection[int],
) -> Posed | None:
    """The question that was missed longest ago and not answered rightly since, None for none.

    `now` and `timezone` are not looked at: what was missed does not wait for its day.
    """
    numbers = await memory.missed(database, person, window=reader.window)
    return await _first(database, reader, numbers, left_out, random)


async def due_count(
    database: Database, reader: Reader, person: str, now: datetime, timezone: ZoneInfo
) -> DueCount:
    """How much is due for a person."""
    before = end_of_day(now, timezone)
    waiting = await memory.due(database, person, before, window=reader.window)
    [due] = forecast(waiting, study_day(now, timezone), 1, timezone)
    return DueCount(due, min(due, await left_today(database, person, now, timezone)))


async def left_today(database: Database, person: str, now: datetime, timezone: ZoneInfo) -> int:
    """How many reviews this study day still takes."""
    done = await memory.reviews_on(database, person, study_day(now, timezone))
    return max(0, DAILY - done)


async def next_time(
    database: Database, person: str, question: int, timezone: ZoneInfo
) -> date | None:
    """The study day on which a question comes to a person again, None when he never met it."""
    due = await memory.due_of(database, person, question_subject(question))
    return study_day(due, timezone) if due else None


async def _first(
    database: Database,
    reader: Reader,
    numbers: Iterable[int],
    left_out: Collection[int],
    random: Random,
) -> Posed | None:
    """The first of `numbers` that can be put, and is right still."""
    for number in numbers:
        if number in left_out:
            continue
        found = await questions.drawn(database, [number], window=reader.window)
        posed = pose(found[0], random) if found else None
        if posed and await still_right(database, posed.question):
            return posed
    return None
