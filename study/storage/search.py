"""The index over all paragraphs: FTS5 of SQLite, used as a set of places for each gram.

Contentless and without positions (`detail=none`): a third of the size, and nothing is lost, for
whoever asks verifies in the paragraph itself. Its own ranking says nothing (bm25 is 0 for every
row of such a table), so rows come newest first.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from study.materials.paragraph import Paragraph
from study.search.grams import indexed
from study.search.place import MATERIAL_SQL, PARAGRAPH_SQL, TITLE, paragraph_of, place
from study.storage.database import Database, Transaction, Value
from study.storage.materials import READABLE

_MATERIAL = MATERIAL_SQL.format(place="gram.rowid")
_PARAGRAPH = PARAGRAPH_SQL.format(place="gram.rowid")
HIGHEST = (1 << 63) - 1
"""Above every place."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The part of the readable library that a search goes through.

    Places from `lowest` to below `highest`; materials with all of `tags` and with `title`, an
    index expression, in their title ('' for any).
    """

    everything: bool
    lowest: int = 0
    highest: int = HIGHEST
    tags: tuple[str, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paragraph that holds the grams asked for, below a heading ('' for none).

    `level` as in Paragraph, -1 for a title.
    """

    place: int
    material: int
    title: str
    spoken_on: str
    heading: str
    level: int
    text: str

    @property
    def paragraph(self) -> int:
        """The number of the paragraph, 0 for the title."""
        return paragraph_of(self.place)


async def candidates(
    database: Database, expression: str, shelf: Shelf, *, below: int, limit: int
) -> list[Candidate]:
    """The newest paragraphs on `shelf`, below a place, that an index expression names."""
    where, values = _on(shelf, below)
    rows = await database.read(
        "select gram.rowid, m.id, m.title, m.spoken_on, coalesce(h.text, ''),"
        " coalesce(p.level, -1), coalesce(p.text, m.title)"
        f" from gram cross join material m on m.id = {_MATERIAL}"
        f" left join paragraph p on p.material_id = m.id and p.number = {_PARAGRAPH}"
        " left join paragraph h on h.material_id = m.id and h.number = p.section"
        f" where {where} order by gram.rowid desc limit ?",
        (expression, *values, limit),
    )
    return [Candidate(*row) for row in rows]


async def places(
    database: Database,
    expression: str,
    terms: Sequence[Sequence[str]],
    shelf: Shelf,
    *,
    below: int,
    limit: int,
) -> list[tuple[int, str | None]]:
    """The places of what `candidates` gives, each with its text, or None where the text itself
    has one form of each of `terms`: nobody need look at it then."""
    where, values = _on(shelf, below)
    shown = " and ".join(
        "(" + " or ".join("instr(p.text, ?)" for _ in forms) + ")" for forms in terms
    )
    rows = await database.read(
        f"select gram.rowid, case when {shown or '0'} then null else coalesce(p.text, m.title) end"
        f" from gram cross join material m on m.id = {_MATERIAL}"
        f" left join paragraph p on p.material_id = m.id and p.number = {_PARAGRAPH}"
        f" where {where} order by gram.rowid desc limit ?",
        (*(form for forms in terms for form in forms), expression, *values, limit),
    )
    return [(row[0], row[1]) for row in rows]


def _on(shelf: Shelf, below: int) -> tuple[str, list[Value]]:
    """The condition for rows on a shelf, and its values after the index expression."""
    where = f"gram match ? and gram.rowid >= ? and gram.rowid < ? and {READABLE}"
    values: list[Value] = [shelf.lowest, min(below, shelf.highest), shelf.everything]
    for tag in shelf.tags:
        where += " and exists (select 1 from tag where material_id = m.id and tag = ?)"
        values.append(tag)
    if shelf.title:
        where += (
            f" and m.id in (select {MATERIAL_SQL.format(place='rowid')} from gram"
            f" where gram match ? and {PARAGRAPH_SQL.format(place='rowid')} = {TITLE})"
        )
        values.append(shelf.title)
    return where, values


async def put(
    transaction: Transaction,
    material: int,
    spoken_on: str,
    title: str,
    paragraphs: Sequence[Paragraph],
    *,
    table: str = "gram",
) -> None:
    """Index a material. Raises ValueError when it has more paragraphs than places."""
    await transaction.write_many(
        f"insert into {table} (rowid, grams) values (?,?)",
        _rows(material, spoken_on, title, paragraphs),
    )


async def take_out(
    transaction: Transaction,
    material: int,
    spoken_on: str,
    title: str,
    paragraphs: Sequence[Paragraph],
) -> None:
    """Take a material out of the index; everything as it was when it was put in."""
    await transaction.write_many(
        "insert into gram (gram, rowid, grams) values ('delete',?,?)",
        _rows(material, spoken_on, title, paragraphs),
    )


def _rows(
    material: int, spoken_on: str, title: str, paragraphs: Sequence[Paragraph]
) -> list[tuple[int, str]]:
    texts = [(TITLE, title), *((part.number, part.text) for part in paragraphs)]
    return [(place(spoken_on, material, number), indexed(text)) for number, text in texts]
