"""The questions that may be put to a chat."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from study.members.entitlement import Window
from study.questions.question import Kind
from study.quiz.choosing import Eligible
from study.storage.database import Database, Row, Value
from study.storage.readable import OPEN, open_values

_COLUMNS = "q.id, q.kind, q.material_id, q.folded, q.score, q.identity"
_FRESH = (
    "not exists (select 1 from question same cross join asked a on a.question_id = same.id"
    " where same.identity = q.identity and a.chat = ? and a.at >= ?)"
)
_FEW = 200
"""Materials all of whose questions are sorted sooner than they are met in the order of draws."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What may be drawn: by a reader's rights and kinds, from some materials, speeches of years, or
    only certain questions; None is no condition. Not asked in `chat` since `since` (a stamp)."""

    window: Window
    kinds: tuple[Kind, ...]
    chat: str
    since: str
    materials: tuple[int, ...] | None = None
    years: tuple[int, int] | None = None
    numbers: tuple[int, ...] | None = None


async def eligible(database: Database, wanted: Wanted, pivot: float, limit: int) -> list[Eligible]:
    """Up to `limit` of the wanted questions, those that lie behind `pivot` (in [0, 1)) in the order
    of their draws; from the beginning when there are no more."""
    where, values = _where(wanted)
    # Few are sorted at once; many are read in their order until enough are found.
    from_few = wanted.materials is not None and len(wanted.materials) <= _FEW
    if from_few or wanted.numbers is not None:
        sql = f"select {_COLUMNS} from question q where {where} order by q.draw < ?, q.draw limit ?"
        return _eligible(await database.read(sql, (*values, pivot, limit)))
    sql = (
        f"select {_COLUMNS} from question q indexed by question_draw"
        f" where q.draw >= ? and q.draw < ? and {where} order by q.draw limit ?"
    )
    found = list(await database.read(sql, (pivot, 1.0, *values, limit)))
    if len(found) < limit:
        found += await database.read(sql, (0.0, pivot, *values, limit - len(found)))
    return _eligible(found)


def _eligible(rows: Sequence[Row]) -> list[Eligible]:
    return [Eligible(row[0], Kind(row[1]), *tuple(row)[2:]) for row in rows]


async def asked_longest_ago(database: Database, wanted: Wanted, limit: int) -> list[Eligible]:
    """Up to `limit` of the wanted questions whenever they were asked, those first that the chat had
    longest ago."""
    where, values = _where(wanted, fresh=False)
    rows = await database.read(
        f"select {_COLUMNS} from question q where {where} order by"
        " (select max(a.at) from question same cross join asked a on a.question_id = same.id"
        " where same.identity = q.identity and a.chat = ?) limit ?",
        (*values, wanted.chat, limit),
    )
    return _eligible(rows)


async def about(database: Database, form: str) -> list[int]:
    """The live questions about a formulation (search form), and those of banks that contain it."""
    rows = await database.read(
        "select id from question where state = 'live' and folded = ?1 union"
        " select id from question where state = 'live' and bank_id is not null and"
        " (instr(stem, ?1) or instr(answer, ?1))",
        (form,),
    )
    return [row[0] for row in rows]


async def from_places(
    database: Database, forms: Iterable[str], places: Iterable[tuple[int, int]]
) -> list[int]:
    """The live questions from paragraphs (material, paragraph) that contain one of `forms`."""
    rows = await database.read(
        "select q.id from json_each(?) place cross join question q"
        " on q.material_id = place.value ->> 0 and q.paragraph = place.value ->> 1"
        " where q.state = 'live' and exists (select 1 from json_each(?) form where"
        " instr(q.folded, form.value) or instr(q.stem, form.value) or instr(q.answer, form.value))",
        (json.dumps(list(places)), json.dumps(list(forms))),
    )
    return [row[0] for row in rows]


def _where(wanted: Wanted, *, fresh: bool = True) -> tuple[str, list[Value]]:
    conditions = ["q.state = 'live'", OPEN, "q.kind in (select value from json_each(?))"]
    values: list[Value] = [*open_values(wanted.window), json.dumps(wanted.kinds)]
    if fresh:
        conditions.append(_FRESH)
        values += [wanted.chat, wanted.since]
    if wanted.materials is not None:
        conditions.append("q.material_id in (select value from json_each(?))")
        values.append(json.dumps(wanted.materials))
    if wanted.years is not None:
        conditions.append(
            "q.material_id in (select id from material"
            " where cast(substr(spoken_on, 1, 4) as integer) between ? and ?)"
        )
        values += wanted.years
    if wanted.numbers is not None:
        conditions.append("q.id in (select value from json_each(?))")
        values.append(json.dumps(wanted.numbers))
    return " and ".join(conditions), values
