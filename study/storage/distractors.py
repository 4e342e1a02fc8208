"""What the library has to make questions and their wrong choices from."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from study.phrases.key_phrase import KeyPhrase, Kind
from study.questions.supply import Owned
from study.storage.database import Database, Row, Transaction
from study.storage.materials import READABLE
from study.storage.search import ITS_MATERIAL

_YEAR = "coalesce(cast(substr(m.spoken_on, 1, 4) as integer), 0)"
_PHRASE = (
    f"k.id, m.id, m.access = 'free', {_YEAR}, k.paragraph, k.start, k.text, k.kind, k.reason,"
    " k.times, (select json_group_array(text) from"
    " (select text from key_phrase_item where phrase_id = k.id order by position))"
)


@dataclass(frozen=True, slots=True)
class Source:
    """A material that questions or words are taken from; `year` is 0 where it is not known."""

    number: int
    is_free: bool
    year: int


async def source(database: Database, material: int) -> Source | None:
    """A published material."""
    rows = await database.read(
        f"select m.id, m.access = 'free', {_YEAR} from material m"
        " where m.id = ? and m.status = 'published'",
        (material,),
    )
    return Source(rows[0][0], bool(rows[0][1]), rows[0][2]) if rows else None


async def near(database: Database, one: Source, most: int) -> list[Source]:
    """The other materials that whoever may read `one` may read, those of its time first, then
    those that were taken in with it."""
    rows = await database.read(
        f"select m.id, m.access = 'free', {_YEAR} as year from material m"
        f" where {READABLE} and m.id <> ?"
        " order by abs(year - ?), abs(m.id - ?) limit ?",
        (not one.is_free, one.number, one.year, one.number, most),
    )
    return [Source(row[0], bool(row[1]), row[2]) for row in rows]


async def phrases_of(database: Database, materials: Sequence[int]) -> list[Owned]:
    """The key phrases of materials."""
    rows = await database.read(
        f"select {_PHRASE} from key_phrase k join material m on m.id = k.material_id"
        " where m.id in (select value from json_each(?)) order by k.id",
        (json.dumps(materials),),
    )
    return [_owned(row) for row in rows]


async def lists_with(
    database: Database, items: Iterable[str], beside: Sequence[int]
) -> list[Owned]:
    """The enumerations with one of `items` that published materials have, those `beside` left
    out."""
    rows = await database.read(
        f"select distinct {_PHRASE} from key_phrase_item i"
        " join key_phrase k on k.id = i.phrase_id join material m on m.id = k.material_id"
        " where i.text in (select value from json_each(?)) and m.status = 'published'"
        " and m.id not in (select value from json_each(?)) order by k.id",
        (json.dumps(list(items)), json.dumps(beside)),
    )
    return [_owned(row) for row in rows]


async def beside(
    database: Database, expression: str, source: Source, paragraph: int, most: int
) -> list[Owned]:
    """The key phrases that first stand in, before or behind a paragraph that answers an index
    expression; of the paragraphs that whoever may read `source` may read the `most` that are
    nearest to one of its own."""
    rows = await database.read(
        "with place as (select gram.rowid as place from gram where gram match ?"
        " order by abs(gram.rowid - (select first_place from material where id = ?) - ?) limit ?)"
        f" select distinct {_PHRASE} from place"
        f" join material m on {ITS_MATERIAL.format(place='place')}"
        " join key_phrase k on k.material_id = m.id"
        " and k.paragraph between place - m.first_place - 1 and place - m.first_place + 1"
        f" where {READABLE} order by k.id",
        (expression, source.number, paragraph, most, not source.is_free),
    )
    return [_owned(row) for row in rows]


async def counts(database: Database, expressions: Sequence[str], most: int) -> list[int]:
    """For each index expression how many places answer it, titles too, up to `most`."""
    rows = await database.read(
        "select (select count(*) from (select 1 from gram where gram match j.value limit ?))"
        " from json_each(?) j order by j.key",
        (most, json.dumps(expressions)),
    )
    return [row[0] for row in rows]


async def unquestioned(database: Database, version: int) -> list[int]:
    """The published materials whose questions were not made by the rules of `version`."""
    rows = await database.read(
        "select id from material where status = 'published' and questioned <> ? order by id",
        (version,),
    )
    return [row[0] for row in rows]


async def set_questioned(transaction: Transaction, material: int, version: int) -> None:
    """Note that the questions of a material are those of `version`."""
    await transaction.write("update material set questioned = ? where id = ?", (version, material))


def _owned(row: Row) -> Owned:
    _, material, is_free, year, paragraph, start, text, kind, reason, times, items = row
    of_it = tuple(json.loads(items)) if len(items) > 2 else ()
    phrase = KeyPhrase(paragraph, start, text, Kind(kind), reason, times, of_it)
    return Owned(phrase, year, None if is_free else material)
