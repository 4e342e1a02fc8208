"""Rows of question banks: where questions that people made come from."""

import json
from collections.abc import Sequence

from study.storage.database import Database, Transaction, single
from study.storage.questions import OPEN


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


async def known(source: Database | Transaction, digests: Sequence[str]) -> set[str]:
    """Those of `digests` that questions of the library have."""
    rows = await source.read(
        "select digest from question where digest in (select value from json_each(?))",
        (json.dumps(digests),),
    )
    return {row[0] for row in rows}


async def exported(database: Database, word: str, bank: str, *, everything: bool) -> list[int]:
    """The numbers of the live questions that a reader may see: with `word` in stem or answer, from
    the bank of this name; '' for any."""
    rows = await database.read(
        "select q.id from question q left join question_bank b on b.id = q.bank_id"
        f" where q.state = 'live' and {OPEN} and (?3 = '' or instr(q.stem, ?3)"
        " or instr(q.answer, ?3)) and (?4 = '' or b.name = ?4) order by q.id",
        (everything, everything, word, bank),
    )
    return [row[0] for row in rows]
