"""Paragraphs that have much in common with a text that may be worded otherwise."""

from collections.abc import Sequence
from dataclasses import astuple
from typing import NamedTuple

from study.members.entitlement import Window
from study.quotations.asked import Asked
from study.quotations.stretch import Range, Stretch
from study.storage.database import Database
from study.storage.readable import READABLE, window_values
from study.storage.search import ITS_MATERIAL

_HITS_OF_ONE = 300
"""Paragraphs that one piece may name, the newest: a piece that more have says little."""
_MEANT = "substr(m.spoken_on, 1, 4) between ? and ? and instr(m.title, ?)"
"""The condition that a material is one of those that are asked for."""
_ONE = (
    "select * from (select gram.rowid as place, m.id as material,"
    " gram.rowid - m.first_place as paragraph from gram"
    f" cross join material m on {ITS_MATERIAL.format(place='gram.rowid')}"
    f" where gram match ? and gram.rowid > m.first_place and {READABLE}"
    f" and {_MEANT}"
    f" order by gram.rowid desc limit {_HITS_OF_ONE})"
)


class Hit(NamedTuple):
    """A paragraph, and how many of the pieces it has."""

    material: int
    paragraph: int
    pieces: int


async def with_pieces(
    database: Database, expressions: Sequence[str], *, window: Window, asked: Asked, limit: int
) -> list[Hit]:
    """The readable paragraphs that answer most of the index expressions, most first.

    Only those of materials that are asked for.
    """
    if not expressions:
        return []
    rows = await database.read(
        f"with hit as ({' union all '.join([_ONE] * len(expressions))})"
        " select material, paragraph, count(*) from hit"
        " group by place order by 3 desc, place desc limit ?",
        [
            *(v for one in expressions for v in (one, *window_values(window), *astuple(asked))),
            limit,
        ],
    )
    return [Hit(*row) for row in rows]


async def has(database: Database, asked: Asked, *, window: Window) -> bool:
    """Whether any readable material is one of those that are asked for."""
    rows = await database.read(
        f"select 1 from material m where {READABLE} and {_MEANT} limit 1",
        (*window_values(window), *astuple(asked)),
    )
    return bool(rows)


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
