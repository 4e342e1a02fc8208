"""Rows of cases. Suspect and circumstances are sealed."""

from dataclasses import dataclass, replace

from study.reports.state import Decision, State
from study.storage.database import Database, Row, Transaction, single


@dataclass(frozen=True, slots=True)
class Case:
    """A case as it is stored: times are stamps, '' for what has not happened; `handler` and
    `decided_by` are admins, '' for nobody, `appealed_from` is the one whose decision the appeal is
    against; `main` is the case that it repeats."""

    id: int
    number: str
    reporter: str
    state: State
    decision: Decision
    suspect: bytes
    circumstances: bytes
    handler: str
    decided_by: str
    decided_at: str
    main: int | None
    appealed_at: str
    appealed_from: str
    received_at: str
    moved_at: str
    closed_at: str
    emptied_at: str


@dataclass(frozen=True, slots=True)
class New:
    """A case that somebody reports; `at` is the stamp of the moment."""

    number: str
    reporter: str
    suspect: bytes
    circumstances: bytes
    at: str


_COLUMNS = (
    "id, number, reporter, state, decision, suspect, circumstances, handler, decided_by,"
    " decided_at, main_id, appealed_at, appealed_from, received_at, moved_at, closed_at, emptied_at"
)
_NOT_MENTIONED = (
    "c.id not in (select case_id from case_trait where kind in ('qq', 'mentioned') and trait = ?)"
)


async def insert(transaction: Transaction, one: New) -> int | None:
    """Write a case down; return its row's number, None when its number is taken."""
    rows = await transaction.read(
        "insert into resale_case (number, reporter, state, suspect, circumstances, received_at,"
        " moved_at) values (?,?,'received',?,?,?,?) on conflict (number) do nothing returning id",
        (one.number, one.reporter, one.suspect, one.circumstances, one.at, one.at),
    )
    return int(single(rows)) if rows else None


async def find(source: Database | Transaction, number: str) -> Case | None:
    """The case of a number."""
    rows = await source.read(f"select {_COLUMNS} from resale_case where number = ?", (number,))
    return _case(rows[0]) if rows else None


async def number_of(source: Database | Transaction, case: int) -> str:
    """The number of a case's row."""
    return str(single(await source.read("select number from resale_case where id = ?", (case,))))


async def move(transaction: Transaction, before: Case, after: Case) -> bool:
    """Write down what a move makes of a case; False when it was moved meanwhile."""
    touched = await transaction.write(
        "update resale_case set state = ?, decision = ?, handler = ?, decided_by = ?,"
        " decided_at = ?, main_id = ?, appealed_at = ?, appealed_from = ?, moved_at = ?,"
        " closed_at = ?, emptied_at = ?"
        " where id = ? and state = ? and decision = ? and handler = ?",
        (after.state, after.decision, after.handler, after.decided_by, after.decided_at, after.main,
         after.appealed_at, after.appealed_from, after.moved_at, after.closed_at, after.emptied_at,
         before.id, before.state, before.decision, before.handler),
    )  # fmt: skip
    return touched > 0


async def count(source: Database | Transaction, viewer: str, *, is_open: bool) -> int:
    """How many cases are open, or closed, but those in which the viewer (a trait) is mentioned."""
    sql = f"select count(*) from resale_case c where {_shut(is_open)} and {_NOT_MENTIONED}"
    return int(single(await source.read(sql, (viewer,))))


async def page(
    source: Database | Transaction, viewer: str, first: int, size: int, *, is_open: bool
) -> list[Case]:
    """Open cases, the oldest first, or closed ones, those that ended last first; `size` of them
    behind the `first`, but those in which the viewer (a trait) is mentioned."""
    order = "received_at, id" if is_open else "closed_at desc, id desc"
    rows = await source.read(
        f"select {_COLUMNS} from resale_case c where {_shut(is_open)} and {_NOT_MENTIONED}"
        f" order by {order} limit ? offset ?",
        (viewer, size, first),
    )
    return [_case(row) for row in rows]


async def of_reporter(source: Database | Transaction, reporter: str) -> list[Case]:
    """The cases that somebody has reported, the last first."""
    rows = await source.read(
        f"select {_COLUMNS} from resale_case where reporter = ? order by id desc", (reporter,)
    )
    return [_case(row) for row in rows]


async def open_of_reporter(source: Database | Transaction, reporter: str) -> int:
    """How many cases of a reporter are open."""
    rows = await source.read(
        "select count(*) from resale_case where reporter = ? and closed_at = ''", (reporter,)
    )
    return int(single(rows))


async def reported_since(source: Database | Transaction, reporter: str, at: str) -> int:
    """How many cases somebody has reported since a moment, withdrawn ones too."""
    rows = await source.read(
        "select count(*) from resale_case where reporter = ? and received_at > ?", (reporter, at)
    )
    return int(single(rows))


async def free(transaction: Transaction, handler: str) -> list[str]:
    """Take the open cases out of an admin's hands; their numbers."""
    rows = await transaction.read(
        "update resale_case set handler = '' where handler = ? and closed_at = '' returning number",
        (handler,),
    )
    return sorted(row["number"] for row in rows)


async def repetitions(source: Database | Transaction, case: int) -> list[Case]:
    """The cases that were decided to repeat one, in the order in which they came."""
    rows = await source.read(
        f"select {_COLUMNS} from resale_case where main_id = ? and decision = 'duplicate'"
        " order by id",
        (case,),
    )
    return [_case(row) for row in rows]


async def is_repeated(source: Database | Transaction, case: int) -> bool:
    """Whether another case was decided to be a repetition of this one."""
    rows = await source.read(
        "select exists (select 1 from resale_case where main_id = ? and decision = 'duplicate')",
        (case,),
    )
    return bool(single(rows))


def _shut(is_open: bool) -> str:
    return "c.closed_at = ''" if is_open else "c.closed_at <> ''"


def _case(row: Row) -> Case:
    case = Case(*tuple(row))
    return replace(case, state=State(case.state), decision=Decision(case.decision))
