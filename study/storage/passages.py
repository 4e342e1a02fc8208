"""Paragraphs that have much in common with a text that may be worded otherwise."""

from collections.abc import Sequence
from typing import NamedTuple

from study.quotations.stretch import Range, Stretch
from study.search.place import MATERIAL_SQL, PARAGRAPH_SQL, TITLE, material_of, paragraph_of
from study.storage.database import Database
from study.storage.materials import READABLE

_MATERIAL = MATERIAL_SQL.format(place="place")
_PARAGRAPH = PARAGRAPH_SQL.format(place="place")
_HITS_OF_ONE = 400
"""Paragraphs that one piece may name, the newest: a piece that more have says little."""


class Hit(NamedTuple):
    """A paragraph, and how many of the pieces it has."""

    place: int
    pieces: int

    @property
    def material(self) -> int:
        """The number of its material."""
        return material_of(self.place)

    @property
    def paragraph(self) -> int:
        """Its number."""
        return paragraph_of(self.place)


async def with_pieces(
    database: Database, expressions: Sequence[str], *, everything: bool, asked: str, limit: int
) -> list[Hit]:
    """The readable paragraphs that answer most of the index expressions, most first.

    `asked` keeps to materials whose date begins with it or whose title has it; '' to none.
    """
    if not expressions:
        return []
    one = (
        "select rowid from (select rowid from gram where gram match ?"
        f" order by rowid desc limit {_HITS_OF_ONE})"
    )
    rows = await database.read(
        f"with hit (place) as ({' union all '.join([one] * len(expressions))})"
        f" select place, count(*) from hit join material on id = {_MATERIAL}"
        f" where {READABLE} and {_PARAGRAPH} <> {TITLE}"
        " and (? = '' or spoken_on like ? || '%' or instr(title, ?))"
        " group by place order by 2 desc, 1 desc limit ?",
        (*expressions, everything, asked, asked, asked, limit),
    )
    return [Hit(*row) for row in rows]


async def paragraphs(database: Database, ranges: Sequence[Range]) -> list[Stretch]:
    """The paragraphs of `ranges`, each by itself."""
    if not ranges:
        return []
    rows = await database.read(
        f"with wanted (number, first, last) as (values {','.join(['(?,?,?)'] * len(ranges))})"
        " select m.id, m.title, m.spoken_on, p.number, p.text from wanted"
        " cross join material m on m.id = wanted.number"
        " join paragraph p on p.material_id = m.id and p.number between first and last",
        [value for one in ranges for value in one],
    )
    return [Stretch(row[0], row[1], row[2], row[3], (row[4],)) for row in rows]
