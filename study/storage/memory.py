"""Rows of what people remember."""

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime

from study.clock import stamp
from study.members.entitlement import Window
from study.memory.forecast import Waiting
from study.memory.memory import Kept, Memory, phrase_subject
from study.memory.turn import Candidate
from study.questions.question import Kind
from study.quiz.attempt import Occasion
from study.storage.database import Database, Row, Transaction, single
from study.storage.readable import OPEN, open_values

PAGE = 50
"""Memories that are read at once."""
_COLUMNS = "m.state, m.step, m.stability, m.difficulty, m.due, m.last_review"
_PHRASE = f"substr(m.subject, {len(phrase_subject('')) + 1})"
_ALONE = f"q.state = 'live' and q.kind <> '{Kind.TOGETHER}' and {OPEN}"
"""The condition under which a question may be put to a reader alone; its values are those of
`open_values`."""


async def put_to(transaction: Transaction, question: int) -> tuple[Kind, int, int]:
    """The kind of a question, and the characters of its stem and of its answer."""
    rows = await transaction.read(
        "select kind, stem, answer from question where id = ?", (question,)
    )
    kind, stem, answer = rows[0]
    return Kind(kind), len(stem), sum(map(len, json.loads(answer)))


async def of(transaction: Transaction, person: str, subjects: Sequence[str]) -> dict[str, Memory]:
    """What a person remembers of subjects; unknown ones are left out."""
    marks = ",".join("?" * len(subjects))
    rows = await transaction.read(
        f"select {_COLUMNS}, m.subject from memory m where m.person = ? and m.subject in ({marks})",
        (person, *subjects),
    )
    return {row["subject"]: _memory(row) for row in rows}


async def put(transaction: Transaction, person: str, kept: Iterable[Kept], missed: str) -> None:
    """Keep what a person remembers. `missed` is when its questions were missed (a stamp), '' when
    they were not."""
    await transaction.write_many(
        "insert into memory (person, subject, question_id, state, step, stability, difficulty, due,"
        " last_review, missed) values (?,?,?,?,?,?,?,?,?,?) on conflict (person, subject) do update"
        " set state = excluded.state, step = excluded.step, stability = excluded.stability,"
        " difficulty = excluded.difficulty, due = excluded.due,"
        " last_review = excluded.last_review, missed = excluded.missed",
        [
            (person, one.subject, one.question, one.memory.state, one.memory.step,
             one.memory.stability, one.memory.difficulty, stamp(one.memory.due),
             stamp(one.memory.last_review), missed if one.question else "")
            for one in kept
        ],
    )  # fmt: skip


async def load(
    source: Database | Transaction, person: str, since: datetime, before: datetime
) -> list[datetime]:
    """When something is due for a person in a stretch of time."""
    rows = await source.read(
        "select due from memory where person = ? and due >= ? and due < ?",
        (person, stamp(since), stamp(before)),
    )
    return [datetime.fromisoformat(row["due"]) for row in rows]


async def most_forgotten(
    database: Database, person: str, before: datetime, now: datetime, page: int, *, window: Window
) -> list[Kept]:
    """A page of what is due for a person before a moment, the most forgotten first (see
    `study.memory.schedule.forgotten`): live questions that he may see, and phrases."""
    rows = await database.read(
        f"select {_COLUMNS}, m.subject, m.question_id, coalesce(q.folded, {_PHRASE}) as folded"
        " from memory m left join question q on q.id = m.question_id"
        f" where m.person = ? and m.due < ? and (m.question_id is null or {_ALONE})"
        " order by (julianday(?) - julianday(m.last_review)) / m.stability desc, m.subject"
        " limit ? offset ?",
        (person, stamp(before), *open_values(window), stamp(now), PAGE, page * PAGE),
    )
    return [Kept(row["subject"], row["question_id"], row["folded"], _memory(row)) for row in rows]


async def due(
    database: Database, person: str, before: datetime, *, window: Window
) -> list[Waiting]:
    """What is due for a person before a moment, and can be asked: live questions that he may see,
    and phrases that have one."""
    values = (person, stamp(before), *open_values(window))
    rows = await database.read(
        "select q.id, q.folded, m.due from memory m join question q on q.id = m.question_id"
        f" where m.person = ? and m.due < ? and {_ALONE}"
        f" union all select null, {_PHRASE}, m.due from memory m"
        " where m.person = ? and m.due < ? and m.question_id is null and exists"
        f" (select 1 from question q where q.folded = {_PHRASE} and {_ALONE})",
        (*values, *values),
    )
    return [Waiting(row[0], row[1], datetime.fromisoformat(row[2])) for row in rows]


async def about(database: Database, person: str, folded: str, *, window: Window) -> list[Candidate]:
    """The questions about a phrase that may be put to a person alone."""
    rows = await database.read(
        f"select {_COLUMNS}, q.id, q.score from question q left join memory m on m.person = ?"
        f" and m.subject = 'question:' || q.id where q.folded = ? and {_ALONE}",
        (person, folded, *open_values(window)),
    )
    return [
        Candidate(row["id"], row["score"], None if row["due"] is None else _memory(row))
        for row in rows
    ]


async def phrases_of(database: Database, numbers: Collection[int]) -> set[str]:
    """The phrases (search form) of questions."""
    rows = await database.read(
        "select distinct folded from question where id in (select value from json_each(?))",
        (json.dumps(list(numbers)),),
    )
    return {row["folded"] for row in rows} - {""}


async def missed(database: Database, person: str, *, window: Window) -> list[int]:
    """Questions whose last answer of a person was wrong, longest ago first."""
    rows = await database.read(
        "select q.id from memory m join question q on q.id = m.question_id"
        f" where m.person = ? and m.missed <> '' and {_ALONE} order by m.missed, m.subject",
        (person, *open_values(window)),
    )
    return [row["id"] for row in rows]


async def due_of(database: Database, person: str, subject: str) -> datetime | None:
    """When a subject is due for a person, None when he never met it."""
    rows = await database.read(
        "select due from memory where person = ? and subject = ?", (person, subject)
    )
    return datetime.fromisoformat(rows[0]["due"]) if rows else None


async def reviews_on(database: Database, person: str, day: date) -> int:
    """How many reviews a person answered on a study day."""
    rows = await database.read(
        "select count(*) from attempt where person = ? and day = ? and occasion = ?",
        (person, day.isoformat(), Occasion.REVIEW),
    )
    return int(single(rows))


def _memory(row: Row) -> Memory:
    due, last_review = (datetime.fromisoformat(row[name]) for name in ("due", "last_review"))
    return Memory(row["state"], row["step"], row["stability"], row["difficulty"], due, last_review)
