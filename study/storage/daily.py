"""Rows of what chats were shown, day by day."""

from collections import Counter
from dataclasses import dataclass

from study.storage.database import Database, Row, Transaction
from study.storage.materials import Passage


@dataclass(frozen=True, slots=True)
class Place:
    """How far a chat has read: up to `finish` of `paragraph`."""

    material: int
    paragraph: int
    finish: int


async def shown_on(database: Database | Transaction, chat: str, day: str) -> Passage | None:
    """The excerpt that `chat` was shown on `day` (ISO 8601), word for word."""
    rows = await database.read(
        "select material_id, title, spoken_on, paragraph, finish, text from daily_excerpt"
        " where chat = ? and day = ?",
        (chat, day),
    )
    return _passage(rows[0]) if rows else None


async def times_shown(database: Database, chat: str) -> Counter[int]:
    """How many excerpts of each material `chat` has had."""
    rows = await database.read(
        "select material_id, count(*) from daily_excerpt where chat = ? group by material_id",
        (chat,),
    )
    return Counter({row[0]: row[1] for row in rows})


async def remember(
    transaction: Transaction, chat: str, day: str, passage: Passage, at: str
) -> None:
    """Write down what `chat` is shown on `day`; the first one of a day stays."""
    await transaction.write(
        "insert into daily_excerpt (chat, day, material_id, paragraph, finish, title, spoken_on,"
        " text, shown_at) values (?,?,?,?,?,?,?,?,?) on conflict (chat, day) do nothing",
        (chat, day, passage.material, passage.paragraph, passage.finish, passage.title,
         passage.spoken_on, passage.text, at),
    )  # fmt: skip


async def place(source: Database | Transaction, chat: str, day: str) -> Place | None:
    """How far `chat` has read on today, None before the first 更多 of the day."""
    rows = await source.read(
        "select material_id, paragraph, finish from reading where chat = ? and day = ?",
        (chat, day),
    )
    return Place(*rows[0]) if rows else None


async def move_to(transaction: Transaction, chat: str, day: str, place: Place) -> None:
    """Write down how far `chat` has read."""
    await transaction.write(
        "insert into reading (chat, day, material_id, paragraph, finish) values (?,?,?,?,?)"
        " on conflict (chat) do update set day = excluded.day,"
        " material_id = excluded.material_id, paragraph = excluded.paragraph,"
        " finish = excluded.finish",
        (chat, day, place.material, place.paragraph, place.finish),
    )


def _passage(row: Row) -> Passage:
    start = row["finish"] - len(row["text"])
    return Passage(
        row["material_id"], row["title"], row["spoken_on"], row["paragraph"], start, row["text"]
    )
