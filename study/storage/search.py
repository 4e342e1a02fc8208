"""The index over all paragraphs: FTS5 of SQLite, used as a set of places for each gram.

Contentless and without positions (`detail=none`): a third of the size, and nothing is lost, for
whoever asks verifies in the paragraph itself. Its own ranking says nothing (bm25 is 0 for every
row of such a table), so rows come newest first.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from study.materials.paragraph import Paragraph, sections
from study.search.grams import HEADING_MARK, VERSION, indexed
from study.search.place import MATERIAL_SQL, PARAGRAPH_SQL, TITLE, paragraph_of, place
from study.storage.database import Database, Transaction, Value, single
from study.storage.materials import READABLE

_MATERIAL = MATERIAL_SQL.format(place="gram.rowid")
_PARAGRAPH = PARAGRAPH_SQL.format(place="gram.rowid")
HIGHEST = (1 << 63) - 1
"""Above every place."""
IN_USE, ANEW = "gram", "gram_anew"
"""The tables of the index, and of the one that `reindex` makes beside it."""
_HASH = 16 << 20
"""Bytes of new rows that FTS5 gathers before it writes a segment."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The part of the readable library that a search goes through.

    Places from `lowest` to below `highest`; materials with all of `tags`; only `materials`,
    unless that is None.
    """

    everything: bool
    lowest: int = 0
    highest: int = HIGHEST
    tags: tuple[str, ...] = ()
    materials: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A material as the index holds it."""

    material: int
    spoken_on: str
    title: str
    paragraphs: Sequence[Paragraph]


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
    if shelf.materials is not None:
        where += " and m.id in (select value from json_each(?))"
        values.append(json.dumps(shelf.materials))
    return where, values


async def titles(database: Database, expression: str, *, everything: bool) -> dict[int, str]:
    """The readable materials whose title answers an index expression, with their titles."""
    rows = await database.read(
        f"select m.id, m.title from gram cross join material m on m.id = {_MATERIAL}"
        f" where gram match ? and {_PARAGRAPH} = {TITLE} and {READABLE}",
        (expression, everything),
    )
    return {row[0]: row[1] for row in rows}


async def put(transaction: Transaction, entry: Entry, *, table: str = IN_USE) -> None:
    """Index a material. Raises ValueError when it has more paragraphs than there are places."""
    await transaction.write_many(f"insert into {table} (rowid, grams) values (?,?)", _rows(entry))
    if table == IN_USE:
        await _mark(transaction, entry, VERSION)


async def take_out(transaction: Transaction, entry: Entry, *, table: str = IN_USE) -> None:
    """Take a material out of the index; everything as it was when it was put in."""
    await transaction.write_many(
        f"insert into {table} ({table}, rowid, grams) values ('delete',?,?)",
        [(place, grams) for place, grams in _rows(entry)],
    )
    if table == IN_USE:
        await _mark(transaction, entry, 0)


async def _mark(transaction: Transaction, entry: Entry, version: int) -> None:
    await transaction.write(
        "update material set indexed = ? where id = ?", (version, entry.material)
    )


def _rows(entry: Entry) -> list[tuple[int, str]]:
    rows = [(place(entry.spoken_on, entry.material, TITLE), indexed(entry.title))]
    for part in entry.paragraphs:
        mark = f" {HEADING_MARK}" if part.level else ""
        rows.append(
            (place(entry.spoken_on, entry.material, part.number), indexed(part.text) + mark)
        )
    return rows


async def is_complete(source: Database | Transaction) -> bool:
    """Whether every material is in the index, by the rules of this version."""
    return not await source.read("select 1 from material where indexed <> ? limit 1", (VERSION,))


async def begin_anew(transaction: Transaction) -> None:
    """Begin a second index, to take the place of the first when it is full."""
    await transaction.write(f"drop table if exists {ANEW}")
    rows = await transaction.read("select sql from sqlite_master where name = ?", (IN_USE,))
    await transaction.write(str(single(rows)).replace(IN_USE, ANEW, 1))
    await transaction.write(f"insert into {ANEW} ({ANEW}, rank) values ('hashsize', {_HASH})")


async def change_over(transaction: Transaction) -> None:
    """Put the second index in the place of the first; every material must be in it."""
    await transaction.write(f"drop table {IN_USE}")
    await transaction.write(f"alter table {ANEW} rename to {IN_USE}")
    await transaction.write("update material set indexed = ?", (VERSION,))


async def entries(source: Database | Transaction, *, after: int, limit: int) -> list[Entry]:
    """The next materials after a number, as they are to be indexed."""
    rows = await source.read(
        "select id, spoken_on, title from material where id > ? order by id limit ?",
        (after, limit),
    )
    found: list[Entry] = []
    for row in rows:
        paragraphs = await source.read(
            "select number, level, text from paragraph where material_id = ? order by number",
            (row["id"],),
        )
        parts = tuple(Paragraph(*one) for one in paragraphs)
        found.append(Entry(row["id"], row["spoken_on"], row["title"], parts))
    return found


async def headlines(source: Database | Transaction) -> dict[int, tuple[str, str]]:
    """Date and title of every material, by its number."""
    rows = await source.read("select id, spoken_on, title from material")
    return {row[0]: (row[1], row[2]) for row in rows}


async def set_sections(transaction: Transaction, entry: Entry) -> None:
    """Note the heading above each paragraph of a material."""
    rows = zip(sections(entry.paragraphs), entry.paragraphs, strict=True)
    await transaction.write_many(
        "update paragraph set section = ? where material_id = ? and number = ? and section <> ?",
        [(section, entry.material, one.number, section) for section, one in rows],
    )
