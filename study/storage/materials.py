"""Rows of materials: what the library holds."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from study.materials.paragraph import Paragraph, sections
from study.materials.rotation import Shelved
from study.members.entitlement import Window
from study.storage.database import Database, Row, Transaction, single
from study.storage.readable import OPEN_TO, READABLE, window_values

if TYPE_CHECKING:  # The rules of importing are many; a bot that only serves does without.
    from study.materials.draft import Draft


@dataclass(frozen=True, slots=True)
class Material:
    """A material as it is cited and listed. Dates as in `study.materials.dates`."""

    number: int
    title: str
    spoken_on: str
    access: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Verbatim text of one paragraph of a material, with its place."""

    material: int
    title: str
    spoken_on: str
    paragraph: int
    start: int
    text: str

    @property
    def finish(self) -> int:
        """The index after the last character, in the paragraph."""
        return self.start + len(self.text)


async def insert(
    transaction: Transaction, draft: "Draft", *, access: str, status: str, sample: bool, at: str
) -> int:
    """Store a draft with everything that belongs to it; return its number."""
    front = draft.front
    rows = await transaction.read(
        "insert into material (title, subtitle, speaker, occasion, document_number, spoken_on,"
        " access, status, sample, source_name, fingerprint, sketch, characters, excerpts,"
        " imported_at, published_at) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) returning id",
        (front.title, front.subtitle, front.speaker, front.occasion, front.document_number,
         front.spoken_on, access, status, sample, draft.name, draft.identity.fingerprint,
         draft.identity.sketch, draft.characters, len(draft.excerpts), at,
         at if status == "published" else ""),
    )  # fmt: skip
    number = int(single(rows))
    await transaction.write_many(
        "insert into paragraph (material_id, number, level, text, section) values (?,?,?,?,?)",
        [
            (number, part.number, part.level, part.text, section)
            for part, section in zip(draft.paragraphs, sections(draft.paragraphs), strict=True)
        ],
    )
    await transaction.write_many(
        "insert into excerpt (material_id, paragraph, start, text, score) values (?,?,?,?,?)",
        [(number, one.paragraph, one.start, one.text, one.score) for one in draft.excerpts],
    )
    await transaction.write_many(
        "insert into cut (material_id, line, reason, text) values (?,?,?,?)",
        [(number, cut.line, cut.reason, cut.text) for cut in draft.cuts],
    )
    return number


async def tag(transaction: Transaction, number: int, tags: Sequence[str]) -> None:
    """Add tags to a material."""
    await transaction.write_many(
        "insert into tag (material_id, tag) values (?,?) on conflict do nothing",
        [(number, one) for one in tags],
    )


async def with_fingerprint(source: Database | Transaction, fingerprint: str) -> int | None:
    """The number of a material in the library with these words, None when there is none."""
    rows = await source.read(
        "select min(id) from material where fingerprint = ? and status <> 'withdrawn'",
        (fingerprint,),
    )
    return single(rows)


async def sketches(source: Database | Transaction) -> list[tuple[int, str, bytes]]:
    """Number, title and sketch of every material that is not withdrawn."""
    rows = await source.read("select id, title, sketch from material where status <> 'withdrawn'")
    return [(row["id"], row["title"], row["sketch"]) for row in rows]


async def count(source: Database | Transaction) -> int:
    """How many materials were ever taken in, withdrawn ones too."""
    return int(single(await source.read("select count(*) from material")))


async def published(database: Database) -> list[int]:
    """The numbers of all published materials."""
    rows = await database.read("select id from material where status = 'published' order by id")
    return [row[0] for row in rows]


async def withdraw_samples(transaction: Transaction) -> int:
    """Take the shipped samples out of the library, and out of what chats were shown; return
    how many."""
    await transaction.write(
        "delete from daily_excerpt where material_id in (select id from material where sample = 1)"
    )
    return await transaction.write(
        "update material set status = 'withdrawn' where sample = 1 and status = 'published'"
    )


async def shelf(database: Database, *, window: Window, new_since: str) -> list[Shelved]:
    """The materials that have excerpts a reader may read; new are those published since then."""
    rows = await database.read(
        "select id, published_at >= ?, spoken_on, excerpts from material"
        f" where {READABLE} and excerpts > 0",
        (new_since, *window_values(window)),
    )
    return [Shelved(*row) for row in rows]


async def count_readable(database: Database, *, window: Window) -> int:
    """How many materials a reader may read."""
    rows = await database.read(
        f"select count(*) from material where {READABLE}", window_values(window)
    )
    return int(single(rows))


async def catalogue(
    database: Database, *, window: Window, year: str, tag: str, limit: int, offset: int
) -> tuple[int, list[Material]]:
    """How many materials a reader may read with this year and tag ('' for any), and one page
    of them, newest first."""
    where = (
        f"{READABLE} and spoken_on like ? || '%' and (? = ''"
        " or exists (select 1 from tag where material_id = material.id and tag = ?))"
    )
    values = (*window_values(window), year, tag, tag)
    total = await database.read(f"select count(*) from material where {where}", values)
    rows = await database.read(
        "select id, title, spoken_on, access from material"
        f" where {where} order by spoken_on desc, id desc limit ? offset ?",
        (*values, limit, offset),
    )
    return int(single(total)), [Material(*row) for row in rows]


async def years_and_tags(database: Database, *, window: Window) -> tuple[list[str], dict[str, int]]:
    """The years of the readable materials, newest first, and their tags with counts."""
    years = await database.read(
        f"select distinct substr(spoken_on, 1, 4) from material where {READABLE}"
        " and spoken_on <> '' order by 1 desc",
        window_values(window),
    )
    tags = await database.read(
        "select tag, count(*) from tag join material on material.id = material_id"
        f" where {READABLE} group by tag order by 2 desc, 1",
        window_values(window),
    )
    return [row[0] for row in years], {row[0]: row[1] for row in tags}


async def tagged(database: Database, tag: str, *, window: Window) -> list[int]:
    """The readable materials with a tag, in whatever case it is written."""
    rows = await database.read(
        "select distinct id from material join tag on material_id = id"
        f" where tag = ? collate nocase and {READABLE}",
        (tag, *window_values(window)),
    )
    return [row[0] for row in rows]


async def newest_first(
    database: Database, numbers: Collection[int], years: tuple[int, int] | None
) -> list[int]:
    """Materials in the order of their dates, those spoken within `years` (None for all)."""
    first, last = years or (0, 9999)
    rows = await database.read(
        "select id from material where id in (select value from json_each(?))"
        " and cast(substr(spoken_on, 1, 4) as integer) between ? and ?"
        " order by spoken_on desc, id desc",
        (json.dumps(list(numbers)), first, last),
    )
    return [row[0] for row in rows]


async def newest_with_questions(database: Database, *, window: Window) -> int | None:
    """The newest material that a reader may read and that has questions in play."""
    rows = await database.read(
        f"select id from material where {READABLE} and exists (select 1 from question"
        " where material_id = material.id and state = 'live')"
        " order by spoken_on desc, id desc limit 1",
        window_values(window),
    )
    return int(rows[0][0]) if rows else None


async def paragraphs(source: Database | Transaction, number: int, first: int) -> list[Row]:
    """The paragraphs (number, level, text) of a material from `first` on."""
    return await source.read(
        "select number, level, text from paragraph where material_id = ? and number >= ?"
        " order by number",
        (number, first),
    )


async def paragraphs_between(
    database: Database, number: int, first: int, last: int
) -> list[Paragraph]:
    """The paragraphs of a material from `first` to `last`."""
    rows = await database.read(
        "select number, level, text from paragraph where material_id = ?"
        " and number between ? and ? order by number",
        (number, first, last),
    )
    return [Paragraph(*row) for row in rows]


async def last_paragraph(database: Database, number: int) -> int:
    """The number of a material's last paragraph."""
    rows = await database.read("select max(number) from paragraph where material_id = ?", (number,))
    return int(single(rows) or 0)


async def titles_of(database: Database, numbers: Sequence[int]) -> list[str]:
    """The titles of materials, in the order of `numbers`."""
    marks = ",".join("?" * len(numbers))
    rows = await database.read(f"select id, title from material where id in ({marks})", numbers)
    titles = {row[0]: row[1] for row in rows}
    return [titles[number] for number in numbers]


async def readable(database: Database, number: int, *, window: Window) -> Material | None:
    """A material, if a reader may (still) read it."""
    rows = await database.read(
        f"select id, title, spoken_on, access from material where id = ? and {READABLE}",
        (number, *window_values(window)),
    )
    return Material(*rows[0]) if rows else None


async def year_of_closed(database: Database, number: int, *, window: Window) -> str | None:
    """The year ('' for unknown) of a published material that is closed to a reader, else None."""
    rows = await database.read(
        "select substr(spoken_on, 1, 4) from material"
        f" where id = ? and status = 'published' and not {OPEN_TO}",
        (number, *window_values(window)),
    )
    return rows[0][0] if rows else None


async def is_open(database: Database, number: int, *, window: Window) -> bool:
    """Whether a material, published or withdrawn since, is within a reader's window."""
    rows = await database.read(
        f"select 1 from material where id = ? and {OPEN_TO}", (number, *window_values(window))
    )
    return bool(rows)


async def freshest_excerpt(database: Database, number: int, chat: str) -> Passage | None:
    """The best excerpt of a material that `chat` was shown least often."""
    rows = await database.read(
        "select e.material_id, m.title, m.spoken_on, e.paragraph, e.start, e.text,"
        " (select count(*) from daily_excerpt d where d.chat = ?"
        " and replace(replace(d.text, ' ', ''), '　', '')"
        " = replace(replace(e.text, ' ', ''), '　', '')) as shown"
        " from excerpt e join material m on m.id = e.material_id"
        " where e.material_id = ? order by shown, e.score desc, e.id limit 1",
        (chat, number),
    )
    for row in rows:
        return Passage(*tuple(row)[:6])
    return None
