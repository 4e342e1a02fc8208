"""The questions of a library, as they were stored."""

import json
from dataclasses import dataclass

from study.questions.substitution import BLANK
from study.storage.database import Database


@dataclass(frozen=True, slots=True)
class Cloze:
    """A question with a blank and options, of which `right` stands in the source."""

    stem: str
    right: str
    options: tuple[str, ...]

    @property
    def wrong(self) -> tuple[str, ...]:
        """The options that must not be true."""
        return tuple(option for option in self.options if option != self.right)


async def clozes(database: Database) -> list[Cloze]:
    """All live questions with a blank and options."""
    rows = await database.read(
        "select q.stem, q.answer, json_group_array(c.text) from question q"
        " join choice c on c.question_id = q.id"
        " where q.state = 'live' and q.kind = 'choice' and instr(q.stem, ?) group by q.id",
        (BLANK,),
    )
    return [Cloze(row[0], json.loads(row[1])[0], tuple(json.loads(row[2]))) for row in rows]


async def not_verbatim(database: Database) -> int:
    """How many pieces of answers do not stand in the paragraph that is cited."""
    rows = await database.read(
        "select q.answer, p.text from question q"
        " join paragraph p on p.material_id = q.material_id and p.number = q.paragraph"
        " where q.state = 'live'"
    )
    return sum(piece not in row[1] for row in rows for piece in json.loads(row[0]))


async def characters(database: Database, materials: list[int]) -> int:
    """Characters of materials."""
    rows = await database.read(
        "select sum(characters) from material where id in (select value from json_each(?))",
        (json.dumps(materials),),
    )
    return int(rows[0][0] or 0)


async def by_kind(database: Database, materials: list[int]) -> dict[str, int]:
    """How many live questions of each kind materials have."""
    rows = await database.read(
        "select kind, count(*) from question where state = 'live'"
        " and material_id in (select value from json_each(?)) group by kind order by kind",
        (json.dumps(materials),),
    )
    return {row[0]: row[1] for row in rows}
