"""Rows of questions and their choices."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from study.members.entitlement import Window
from study.questions.identity import identity
from study.questions.question import Choice, Kind
from study.quiz.posed import Option, Question
from study.search.folding import fold
from study.storage.database import Database, Transaction, Value, single
from study.storage.readable import OPEN, READABLE, open_values, window_values

_COLUMNS = (
    "q.id, q.kind, q.stem, q.answer, q.quote, q.phrase, q.folded, q.score, q.state,"
    " q.material_id, coalesce(m.title, ''), coalesce(m.spoken_on, ''), q.paragraph,"
    " coalesce(b.name, ''), q.identity"
)
_SOURCES = (
    " left join material m on m.id = q.material_id left join question_bank b on b.id = q.bank_id"
)


@dataclass(frozen=True, slots=True)
class New:
    """A question to be stored.

    `digest` is by what it is known again, `draw` a random number in [0, 1) in whose order questions
    are drawn. It comes from a paragraph of a material or from a bank.
    """

    kind: Kind
    stem: str
    choices: tuple[Choice, ...]
    answer: tuple[str, ...]
    quote: str
    phrase: str
    score: float
    reasons: tuple[str, ...]
    digest: str
    draw: float
    material: int | None = None
    paragraph: int | None = None
    bank: int | None = None


_INSERT = (
    "insert into question (kind, stem, answer, quote, phrase, folded, material_id, paragraph,"
    " bank_id, score, reasons, digest, identity, state, draw)"
    " values (?,?,?,?,?,?,?,?,?,?,?,?,?,'live',?)"
)


async def put(transaction: Transaction, one: New) -> int | None:
    """Store a question; return its number, None where it is known already.

    A known one lives again, unless it was suspended or deleted, and is rated anew; it gets the new
    choices if it was never asked: attempts name choices.
    """
    rows = await transaction.read(
        f"{_INSERT} on conflict (digest) do nothing returning id", _values(one)
    )
    number = int(single(rows)) if rows else await _renewed(transaction, one)
    if number is not None:
        await transaction.write_many(
            "insert into choice (question_id, position, text, is_right, material_id)"
            " values (?,?,?,?,?)",
            [
                (number, position, choice.text, choice.is_right, choice.material)
                for position, choice in enumerate(one.choices)
            ],
        )
    return number if rows else None


async def _renewed(transaction: Transaction, one: New) -> int | None:
    """Bring a known question up to date; its number where its choices are to be stored anew."""
    [row] = await transaction.read(
        "update question set state = iif(state = 'retired', 'live', state), score = ?, reasons = ?"
        " where digest = ? returning id",
        (one.score, _json(one.reasons), one.digest),
    )
    number = int(row[0])
    if await transaction.read("select 1 from asked where question_id = ? limit 1", (number,)):
        return None
    await transaction.write("delete from choice where question_id = ?", (number,))
    return number


async def put_new(transaction: Transaction, ones: Sequence[New]) -> None:
    """Store many questions none of which is known, in two statements."""
    await transaction.write_many(_INSERT, map(_values, ones))
    await transaction.write_many(
        "insert into choice (question_id, position, text, is_right, material_id)"
        " values ((select id from question where digest = ?),?,?,?,?)",
        [
            (one.digest, position, choice.text, choice.is_right, choice.material)
            for one in ones
            for position, choice in enumerate(one.choices)
        ],
    )


async def retire(transaction: Transaction, material: int) -> None:
    """Take the questions of a material out of play; those that are made again live again."""
    await transaction.write(
        "update question set state = 'retired' where material_id = ? and state = 'live'",
        (material,),
    )


async def find(database: Database, number: int, *, window: Window) -> Question | None:
    """A question in whatever state, if a reader may see it, with the choices he may see."""
    found = await _with_choices(
        database, f"where q.id = ? and {OPEN}", (number, *open_values(window)), window
    )
    return found[0] if found else None


async def drawn(database: Database, numbers: Sequence[int], *, window: Window) -> list[Question]:
    """Live questions by their numbers, those that a reader may see."""
    marks = ",".join("?" * len(numbers))
    where = f"where q.id in ({marks}) and q.state = 'live' and {OPEN}"
    return await _with_choices(database, where, (*numbers, *open_values(window)), window)


async def _with_choices(
    database: Database, where: str, values: Sequence[Value], window: Window
) -> list[Question]:
    rows = await database.read(f"select {_COLUMNS} from question q{_SOURCES} {where}", values)
    marks = ",".join("?" * len(rows))
    choices = await database.read(
        "select question_id, id, position, text, is_right from choice"
        f" where question_id in ({marks}) and (is_right = 1 or material_id is null"
        f" or material_id in (select id from material where {READABLE}))"
        " order by question_id, position",
        (*(row[0] for row in rows), *window_values(window)),
    )
    options: dict[int, list[Option]] = {}
    for question, number, position, text, is_right in map(tuple, choices):
        options.setdefault(question, []).append(Option(number, position, text, bool(is_right)))
    return [_question(tuple(row), tuple(options.get(row[0], ()))) for row in rows]


def _question(row: tuple[object, ...], choices: tuple[Option, ...]) -> Question:
    number, kind, stem, answer, quote, phrase, folded, score, state, *source = row
    material, title, spoken_on, paragraph, bank, identity = source
    return Question(
        number, Kind(kind), stem, choices, tuple(json.loads(answer)), quote, phrase, folded,  # type: ignore
        score, state, material, title, spoken_on, paragraph, bank, identity,  # type: ignore
    )  # fmt: skip


def _values(one: New) -> tuple[Value, ...]:
    return (
        one.kind, one.stem, _json(one.answer), one.quote, one.phrase, fold(one.phrase),
        one.material, one.paragraph, one.bank, one.score, _json(one.reasons), one.digest,
        identity(one.kind, one.stem, one.choices), one.draw,
    )  # fmt: skip


def _json(texts: Sequence[str]) -> str:
    return json.dumps(list(texts), ensure_ascii=False)
