"""The index over all paragraphs: FTS5 of SQLite, used as a set of places for each gram.

Contentless and without positions (`detail=none`): a third of the size, and nothing is lost, for
whoever asks verifies in the paragraph itself. Its own ranking says nothing (bm25 is 0 for every
row of such a table), so rows come by their places: last imported first, or last spoken first once
`reindex` has put them in the order of their dates.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from study.materials.paragraph import Paragraph, sections
from study.members.entitlement import Window
from study.search.grams import HEADING_MARK, VERSION, indexed
from study.storage.database import Database, Transaction, Value, single
from study.storage.readable import READABLE, window_values

HIGHEST = (1 << 63) - 1
"""Above every place."""
IN_USE, ANEW = "gram", "gram_anew"
"""The tables of the index, and of the one that `reindex` makes beside it."""
_HASH = 16 << 20
"""Bytes of new rows that FTS5 gathers before it writes a segment."""

ITS_MATERIAL = (
    "m.first_place = (select max(first_place) from material where first_place <= {place})"
)
"""The condition that joins the material `m` to a place."""
_MATERIAL = ITS_MATERIAL.format(place="gram.rowid")
_PARAGRAPH = "gram.rowid - m.first_place"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The part of the readable library that a search goes through.

    Speeches of `years`, from the first to the last; materials with all of `tags`; only
    `materials`, unless that is None.
    """

    window: Window
    years: tuple[int, int] | None = None
    tags: tuple[str, ...] = ()
    materials: tuple[int, ...] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is certainly nothing on it."""
        return self.materials == ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A material as the index holds it."""

    material: int
    title: str
    paragraphs: Sequence[Paragraph]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paragraph that holds the grams asked for, below a heading ('' for none)."""

    place: int
    material: int
    title: str
    spoken_on: str
    heading: str
    paragraph: int
    level: int
    text: str


async def candidates(
    database: Database, expression: str, shelf: Shelf, *, below: int, limit: int
) -> list[Candidate]:
    """The paragraphs on `shelf` that an index expression names, the last below a place first."""
    where, values = _on(shelf)
    rows = await database.read(
        "select gram.rowid, m.id, m.title, m.spoken_on, coalesce(h.text, ''), p.number, p.level,"
        f" p.text from gram cross join material m on {_MATERIAL}"
        f" cross join paragraph p on p.material_id = m.id and p.number = {_PARAGRAPH}"
        " left join paragraph h on h.material_id = m.id and h.number = p.section"
        f" where gram match ? and gram.rowid < ? and {where} order by gram.rowid desc limit ?",
        (expression, below, *values, limit),
    )
    return [Candidate(*row) for row in rows]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a candidate stands. `text` is its text, or None where nobody need look at it."""

    place: int
    material: int
    spoken_on: str
    paragraph: int
    text: str | None


async def places(
    database: Database,
    expression: str,
    terms: Sequence[Sequence[str]],
    shelf: Shelf,
    *,
    below: int,
    limit: int,
) -> list[Place]:
    """The places of what `candidates` gives. The text comes along only where it does not show
    one form of each of `terms` as it is."""
    where, values = _on(shelf)
    shown = " and ".join(
        "(" + " or ".join("instr(p.text, ?)" for _ in forms) + ")" for forms in terms
    )
    rows = await database.read(
        "select gram.rowid, m.id, m.spoken_on, p.number,"
        f" case when {shown or '0'} then null else p.text end"
        f" from gram cross join material m on {_MATERIAL}"
        f" cross join paragraph p on p.material_id = m.id and p.number = {_PARAGRAPH}"
        f" where gram match ? and gram.rowid < ? and {where} order by gram.rowid desc limit ?",
        (*(form for forms in terms for form in forms), expression, below, *values, limit),
    )
    return [Place(*row) for row in rows]


async def titles(database: Database, expression: str, *, window: Window) -> dict[int, str]:
    """The readable materials whose title answers an index expression, with their titles."""
    rows = await database.read(
        "select m.id, m.title from gram cross join material m on m.first_place = gram.rowid"
        f" where gram match ? and {READABLE} order by gram.rowid desc",
        (expression, *window_values(window)),
    )
    return {row[0]: row[1] for row in rows}


def _on(shelf: Shelf) -> tuple[str, list[Value]]:
    """The condition for rows on a shelf, and its values."""
    where = READABLE
    values: list[Value] = [*window_values(shelf.window)]
    if shelf.years:
        span = [f"{shelf.years[0]:04}", f"{shelf.years[1] + 1:04}"]
        in_span = "spoken_on >= ? and spoken_on < ?"
        where += f" and m.{in_span.replace('and ', 'and m.')}"
        # Materials of a year mostly lie together: what is far from them is not even looked at.
        where += f" and gram.rowid >= (select min(first_place) from material where {in_span})"
        where += f" and gram.rowid <= (select max(last_place) from material where {in_span})"
        values += span * 3
    for tag in shelf.tags:
        where += " and exists (select 1 from tag where material_id = m.id and tag = ?)"
        values.append(tag)
    if shelf.materials is not None:
        where += " and m.id in (select value from json_each(?))"
        values.append(json.dumps(shelf.materials))
    return where, values


async def put(transaction: Transaction, entry: Entry) -> None:
    """Index a material, behind all that are."""
    rows = await transaction.read("select coalesce(max(last_place), 0) + 1 from material")
    first = int(single(rows))
    await _insert(transaction, entry, first, IN_USE)
    await transaction.write(
        "update material set indexed = ?, first_place = ?, last_place = ? where id = ?",
        (VERSION, first, last_place(entry, first), entry.material),
    )


async def take_out(transaction: Transaction, entry: Entry) -> None:
    """Take a material out of the index; everything as it was when it was put in."""
    rows = await transaction.read(
        "select first_place from material where id = ?", (entry.material,)
    )
    await _delete(transaction, entry, int(single(rows)), IN_USE)
    await transaction.write(
        "update material set indexed = 0, first_place = null, last_place = null where id = ?",
        (entry.material,),
    )


def last_place(entry: Entry, first: int) -> int:
    """The last place of a material that begins at `first`."""
    return first + max((part.number for part in entry.paragraphs), default=0)


async def _insert(transaction: Transaction, entry: Entry, first: int, table: str) -> None:
    await transaction.write_many(
        f"insert into {table} (rowid, grams) values (?,?)", _rows(entry, first)
    )


async def _delete(transaction: Transaction, entry: Entry, first: int, table: str) -> None:
    await transaction.write_many(
        f"insert into {table} ({table}, rowid, grams) values ('delete',?,?)", _rows(entry, first)
    )


def _rows(entry: Entry, first: int) -> list[tuple[int, str]]:
    rows = [(first, indexed(entry.title))]
    for part in entry.paragraphs:
        mark = f" {HEADING_MARK}" if part.level else ""
        rows.append((first + part.number, indexed(part.text) + mark))
    return rows


async def is_complete(source: Database | Transaction) -> bool:
    """Whether every material is in the index, by the rules of this version, and no reindexing
    was interrupted."""
    return not await source.read(
        "select 1 from material where indexed <> ? union select 1 from reindexing limit 1",
        (VERSION,),
    )


class AnotherReindex(Exception):
    """A reindexing that began later goes on instead of this one."""


async def begin_anew(transaction: Transaction, token: str) -> None:
    """Begin a second index, to take the place of the first when it is full. One that was begun
    before ends: see `go_on`."""
    await transaction.write("delete from reindexing")
    await transaction.write("insert into reindexing (token) values (?)", (token,))
    await transaction.write(f"drop table if exists {ANEW}")
    rows = await transaction.read("select sql from sqlite_master where name = ?", (IN_USE,))
    await transaction.write(str(single(rows)).replace(IN_USE, ANEW, 1))
    await transaction.write(f"insert into {ANEW} ({ANEW}, rank) values ('hashsize', {_HASH})")


async def go_on(transaction: Transaction, token: str) -> None:
    """Make sure that the second index is still the one begun with `token`.

    Raises AnotherReindex.
    """
    if not await transaction.read("select 1 from reindexing where token = ?", (token,)):
        raise AnotherReindex


async def put_anew(transaction: Transaction, entry: Entry, first: int) -> None:
    """Put a material into the second index."""
    await _insert(transaction, entry, first, ANEW)


async def take_out_anew(transaction: Transaction, entry: Entry, first: int) -> None:
    """Take a material out of the second index."""
    await _delete(transaction, entry, first, ANEW)


async def change_over(transaction: Transaction, places: Mapping[int, tuple[int, int]]) -> None:
    """Put the second index in the place of the first. `places` are the first and the last place
    of every material."""
    await transaction.write("delete from reindexing")
    await transaction.write(f"drop table {IN_USE}")
    await transaction.write(f"alter table {ANEW} rename to {IN_USE}")
    await transaction.write("update material set first_place = null")
    await transaction.write_many(
        "update material set indexed = ?, first_place = ?, last_place = ? where id = ?",
        [(VERSION, first, last, number) for number, (first, last) in places.items()],
    )


async def in_order(source: Database | Transaction) -> list[int]:
    """The numbers of all materials, the oldest speech first."""
    rows = await source.read("select id from material order by spoken_on, id")
    return [row[0] for row in rows]


async def entries(source: Database | Transaction, numbers: Sequence[int]) -> list[Entry]:
    """Materials as they are to be indexed."""
    found: list[Entry] = []
    for number in numbers:
        [row] = await source.read("select title from material where id = ?", (number,))
        paragraphs = await source.read(
            "select number, level, text from paragraph where material_id = ? order by number",
            (number,),
        )
        found.append(Entry(number, row[0], tuple(Paragraph(*one) for one in paragraphs)))
    return found


async def headlines(source: Database | Transaction) -> dict[int, str]:
    """The title of every material, by its number."""
    return {row[0]: row[1] for row in await source.read("select id, title from material")}


async def set_sections(transaction: Transaction, entry: Entry) -> None:
    """Note the heading above each paragraph of a material."""
    rows = zip(sections(entry.paragraphs), entry.paragraphs, strict=True)
    await transaction.write_many(
        "update paragraph set section = ? where material_id = ? and number = ? and section <> ?",
        [(section, entry.material, one.number, section) for section, one in rows],
    )
