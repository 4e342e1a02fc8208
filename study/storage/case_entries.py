"""Rows of what was said and done in cases; the texts are sealed."""

from dataclasses import dataclass

from study.reports.state import Decision, State
from study.storage.database import Database, Transaction, single


@dataclass(frozen=True, slots=True)
class Entry:
    """What somebody said or did in a case; `kind` says what, `state` where the case stood then, and
    `decision` what was decided by a move."""

    kind: str
    person: str
    state: State
    text: bytes
    at: str
    decision: Decision = Decision.NONE


async def add(transaction: Transaction, case: int, one: Entry) -> int:
    """Write an entry down behind the others; return its number."""
    rows = await transaction.read(
        "insert into case_entry (case_id, kind, person, state, text, at, decision)"
        " values (?,?,?,?,?,?,?) returning id",
        (case, one.kind, one.person, one.state, one.text, one.at, one.decision),
    )
    return int(single(rows))


async def of_case(source: Database | Transaction, case: int) -> list[Entry]:
    """What was said and done in a case, in order."""
    rows = await source.read(
        "select kind, person, state, text, at, decision from case_entry where case_id = ?"
        " order by id",
        (case,),
    )
    return [Entry(row[0], row[1], State(row[2]), row[3], row[4], Decision(row[5])) for row in rows]
