"""Rows of question banks: where questions that people made come from."""

import json
from collections.abc import Collection, Sequence

from study.members.entitlement import EVERYTHING, NOTHING, Window
from study.questions.identity import asked
from study.quiz.posed import Question
from study.storage import questions
from study.storage.database import Database, Transaction, single
from study.storage.readable import OPEN, open_values

_AT_ONCE = 500


async def insert(
    transaction: Transaction, name: str, digest: str, access: str, person: str, at: str
) -> int:
    """Store a bank, without its questions; return its number."""
    rows = await transaction.read(
        "insert into question_bank (name, digest, access, imported_by, imported_at)"
        " values (?,?,?,?,?) returning id",
        (name, digest, access, person, at),
    )
    return int(single(rows))


async def name_of(source: Database | Transaction, digest: str) -> str | None:
    """The name under which a file was taken in, None if it was not."""
    rows = await source.read("select name from question_bank where digest = ?", (digest,))
    return rows[0][0] if rows else None


async def known(database: Database, identities: Collection[str]) -> set[str]:
    """Those of `identities` that questions of the library have, also suspended and deleted ones;
    but not those that rules no longer make."""
    rows = await database.read(
        "select distinct identity from question where state <> 'retired'"
        " and identity in (select value from json_each(?))",
        (json.dumps(list(identities)),),
    )
    return {row[0] for row in rows}


async def asking(database: Database, stems: Collection[str]) -> list[Question]:
    """The live questions whose stems have one of these search forms."""
    found: list[int] = []
    last = 0
    while rows := await database.read(
        "select id, stem from question where id > ? and state = 'live' order by id limit ?",
        (last, _AT_ONCE),
    ):
        found += [row[0] for row in rows if asked(row[1]) in stems]
        last = rows[-1][0]
    return await drawn(database, found, window=EVERYTHING)


async def exported(
    database: Database, word: str, bank: str, *, window: Window
) -> list[tuple[int, bool]]:
    """The numbers of the live questions that a reader may see: with `word` in stem or answer, from
    the bank of this name; '' for any. Each with whether it is open to everybody."""
    rows = await database.read(
        f"select q.id, {OPEN} from question q left join question_bank b on b.id = q.bank_id"
        f" where q.state = 'live' and {OPEN} and (?7 = '' or instr(q.stem, ?7)"
        " or instr(q.answer, ?7)) and (?8 = '' or b.name = ?8) order by q.id",
        (*open_values(NOTHING), *open_values(window), word, bank),
    )
    return [(row[0], bool(row[1])) for row in rows]


async def drawn(database: Database, numbers: Sequence[int], *, window: Window) -> list[Question]:
    """Live questions by their numbers, however many, in this order."""
    found: dict[int, Question] = {}
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        read = await questions.drawn(database, some, window=window)
        found |= {one.number: one for one in read}
    return [found[number] for number in numbers if number in found]
