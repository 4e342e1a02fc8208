"""The excerpt of the day, the days before, and reading on."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from study.clock import day_begins, stamp, study_day
from study.materials.paragraph import Paragraph
from study.materials.reading import Reach, next_reach
from study.materials.rotation import NEW_DAYS, choose
from study.services.closed import ExcerptsOnly
from study.services.reader import Reader
from study.storage import daily, materials
from study.storage.daily import Place
from study.storage.database import Database
from study.storage.materials import Passage


class EmptyLibrary(Exception):
    """There is nothing yet that this reader may read."""


class EndOfMaterial(Exception):
    """The reader has come to the end of the material."""

    def __init__(self, passage: Passage) -> None:
        super().__init__(passage)
        self.passage = passage


class ForMembers(Exception):
    """What the chat was shown is of the members' part and not open to who asks now."""


class NoLongerReadable(Exception):
    """The material was withdrawn."""

    def __init__(self, passage: Passage) -> None:
        super().__init__(passage)
        self.passage = passage


@dataclass(frozen=True, slots=True)
class Further:
    """The next passage of today's material, how many paragraphs the material has, and whether
    nothing follows."""

    source: Passage
    reach: Reach
    paragraphs: int
    is_last: bool


async def excerpt_of_the_day(
    database: Database, reader: Reader, now: datetime, timezone: ZoneInfo
) -> Passage:
    """Today's excerpt for a chat: chosen once, the same all day.

    Raises EmptyLibrary and ForMembers.
    """
    day = study_day(now, timezone)
    shown = await excerpt_of(database, reader, day)
    return shown or await _choose(database, reader, day, now, timezone)


async def excerpt_of(database: Database, reader: Reader, day: date) -> Passage | None:
    """What the chat was shown on a day, None when it was shown nothing. Raises ForMembers."""
    shown = await daily.shown_on(database, reader.chat, day.isoformat())
    if shown and not await materials.is_open(database, shown.material, window=reader.window):
        raise ForMembers
    return shown


async def read_on(database: Database, reader: Reader, now: datetime, timezone: ZoneInfo) -> Further:
    """The passage after the one that the chat was shown last today.

    Raises EmptyLibrary, ForMembers, EndOfMaterial, NoLongerReadable and ExcerptsOnly.
    """
    source = await excerpt_of_the_day(database, reader, now, timezone)
    material = await materials.readable(database, source.material, window=reader.window)
    if material is None:
        raise NoLongerReadable(source)
    if material.access == "member" and reader.in_group:
        raise ExcerptsOnly(source.material, source.paragraph)
    day = study_day(now, timezone).isoformat()
    # In one transaction, so that two people asking at once get two different passages.
    async with database.transaction() as transaction:
        place = await daily.place(transaction, reader.chat, day)
        place = place or Place(source.material, source.paragraph, source.finish)
        rows = await materials.paragraphs(transaction, place.material, place.paragraph)
        paragraphs = [Paragraph(*row) for row in rows]
        reach = next_reach(paragraphs, place.finish)
        if reach is None:
            raise EndOfMaterial(source)
        rest = paragraphs[reach.last - place.paragraph :]
        place = Place(place.material, reach.last, reach.finish)
        await daily.move_to(transaction, reader.chat, day, place)
    is_last = next_reach(rest, reach.finish) is None
    return Further(source, reach, paragraphs[-1].number, is_last)


async def _choose(
    database: Database, reader: Reader, day: date, now: datetime, timezone: ZoneInfo
) -> Passage:
    since = day_begins(day - timedelta(days=NEW_DAYS - 1), timezone)
    shelf = await materials.shelf(database, window=reader.window, new_since=stamp(since))
    number = choose(shelf, await daily.times_shown(database, reader.chat))
    passage = number and await materials.freshest_excerpt(database, number, reader.chat)
    if not passage:
        raise EmptyLibrary
    async with database.transaction() as transaction:
        await daily.remember(transaction, reader.chat, day.isoformat(), passage, stamp(now))
        return await daily.shown_on(transaction, reader.chat, day.isoformat()) or passage
