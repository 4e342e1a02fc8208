"""The board of a chat, and staying away from boards."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from study.clock import stamp, study_day
from study.memory.points import DAILY, Period, Standing, first_day, standings
from study.storage import progress, quizzes
from study.storage.database import Database

TOP = 10
"""Places that a board shows."""


@dataclass(frozen=True, slots=True)
class Board:
    """The first places of a chat, how many players there are, and the asker's own place, None
    without points or when he is hidden. `names` has those that the chat knows."""

    period: Period
    top: tuple[Standing, ...]
    players: int
    own: Standing | None
    is_hidden: bool
    names: dict[str, str]


async def board(
    database: Database, chat: str, person: str, period: Period, now: datetime, timezone: ZoneInfo
) -> Board:
    """Who has how many points in a chat within a period."""
    since = first_day(period, study_day(now, timezone))
    found = standings(await progress.points(database, chat, since, DAILY))
    top = tuple(found[:TOP])
    return Board(
        period,
        top,
        len(found),
        next((one for one in found if one.person == person), None),
        await progress.is_hidden(database, person),
        await quizzes.names(database, chat, [one.person for one in top]),
    )


async def hide(database: Database, person: str, wanted: bool | None, now: datetime) -> bool:
    """Take a person from all boards, or put him back; None turns it round. What it is now."""
    async with database.transaction() as transaction:
        hidden = not await progress.is_hidden(transaction, person) if wanted is None else wanted
        if hidden:
            await progress.hide(transaction, person, stamp(now))
        else:
            await progress.show(transaction, person)
    return hidden
