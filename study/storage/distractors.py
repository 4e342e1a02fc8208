"""What the library has to make questions and their wrong choices from."""

import json
from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from study.members.entitlement import EVERYTHING, NOTHING
from study.phrases.key_phrase import KeyPhrase, Kind
from study.questions.supply import Owned
from study.storage.database import Database, Row, Transaction
from study.storage.readable import READABLE, window_values

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
    title: str


async def source(database: Database, material: int) -> Source | None:
    """A published material."""
    rows = await database.read(
        f"select m.id, m.access = 'free', {_YEAR}, m.title from material m"
        " where m.id = ? and m.status = 'published'",
        (material,),
    )
    return _source(rows[0]) if rows else None


async def near(database: Database, one: Source, most: int) -> list[Source]:
    """The other materials that whoever may read `one` may read, those of its time first, then
    those that were taken in with it."""
    window = NOTHING if one.is_free else EVERYTHING
    rows = await database.read(
        f"select m.id, m.access = 'free', {_YEAR} as year, m.title from material m"
        f" where {READABLE} and m.id <> ?"
        " order by abs(year - ?), abs(m.id - ?) limit ?",
        (
            *window_values(window),
            one.number,
            one.year,
            one.number,
            most,
        ),
    )
    return [_source(row) for row in rows]


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


async def texts(database: Database, materials: Sequence[int]) -> dict[int, str]:
    """The paragraphs of materials, a line each, without headings."""
    rows = await database.read(
        "select material_id, text from paragraph where level = 0"
        " and material_id in (select value from json_each(?)) order by material_id, number",
        (json.dumps(materials),),
    )
    found: dict[int, list[str]] = {}
    for material, text in rows:
        found.setdefault(material, []).append(text)
    return {material: "\n".join(lines) for material, lines in found.items()}


async def users(database: Database, expressions: Sequence[str], most: int) -> list[int]:
    """For each index expression how many published materials of different titles have places that
    answer it, as far as the first `most` places tell: two versions of one law are one."""
    firsts = await database.read(
        "select first_place, title from material where status = 'published' order by first_place"
    )
    starts, titles = [row[0] for row in firsts], [row[1] for row in firsts]
    rows = await database.read(
        "select (select json_group_array(place) from"
        " (select rowid as place from gram where gram match j.value limit ?))"
        " from json_each(?) j order by j.key",
        (most, json.dumps(expressions)),
    )
    return [
        len({titles[bisect(starts, place) - 1] for place in json.loads(row[0])}) for row in rows
    ]


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


def _source(row: Row) -> Source:
    return Source(row[0], bool(row[1]), row[2], row[3])


def _owned(row: Row) -> Owned:
    _, material, is_free, year, paragraph, start, text, kind, reason, times, items = row
    of_it = tuple(json.loads(items)) if len(items) > 2 else ()
    phrase = KeyPhrase(paragraph, start, text, Kind(kind), reason, times, of_it)
    return Owned(phrase, year, None if is_free else material)
