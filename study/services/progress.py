"""How far a person has come."""

import asyncio
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from study.clock import day_begins, study_day
from study.memory.forecast import forecast
from study.memory.progress import LATEST, WEEKS, Progress
from study.memory.record import total, week_begins
from study.memory.streak import streak
from study.memory.topics import Topic, topics
from study.services.reader import Reader
from study.services.reviewing import left_today
from study.storage import memory
from study.storage import progress as rows
from study.storage.database import Database

FORECAST = 7
"""Days from today on for which is told what is due."""


async def progress(
    database: Database, reader: Reader, person: str, now: datetime, timezone: ZoneInfo
) -> Progress:
    """The progress of a person."""
    today = study_day(now, timezone)
    before = day_begins(today + timedelta(days=FORECAST), timezone)
    days, waiting, known, left = await asyncio.gather(
        rows.days(database, person),
        memory.due(database, person, before, window=reader.window),
        _topics(database, person),
        left_today(database, person, now, timezone),
    )
    coming = forecast(waiting, today, FORECAST, timezone)
    begin = week_begins(today) - timedelta(weeks=WEEKS - 1)
    return Progress(
        today=today,
        streak=streak({one.day for one in days}, today),
        studied=len(days),
        days=tuple(one for one in days if one.day >= begin),
        week=total(days, week_begins(today)),
        total=total(days),
        topics=tuple(known),
        forecast=coming,
        planned=min(coming[0], left),
    )


async def _topics(database: Database, person: str) -> list[Topic]:
    answered = await rows.latest(database, person, LATEST)
    fields = await rows.fields_of(database, {one.folded for one in answered if one.folded})
    return topics(answered, fields)
