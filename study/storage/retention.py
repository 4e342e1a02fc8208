"""Rows that are not kept for ever."""

from dataclasses import dataclass

from study.reports.state import State
from study.storage.database import Database, Transaction


@dataclass(frozen=True, slots=True)
class Closed:
    """A case that ended long ago."""

    id: int
    number: str
    state: State


async def kept_files(source: Database | Transaction) -> list[str]:
    """The digests of all evidence that is kept."""
    rows = await source.read("select digest from evidence_file where deleted_at = ''")
    return [row["digest"] for row in rows]


async def closed_cases(database: Database, before: str, most: int) -> list[Closed]:
    """At most `most` cases with evidence that ended before a moment."""
    rows = await database.read(
        "select id, number, state from resale_case"
        " where closed_at <> '' and emptied_at = '' and closed_at < ? order by closed_at limit ?",
        (before, most),
    )
    return [Closed(row["id"], row["number"], State(row["state"])) for row in rows]


async def withdrawn_cases(database: Database, before: str, most: int) -> list[Closed]:
    """The same of cases that their reporters took back: nobody decides about them any more."""
    rows = await database.read(
        "select id, number, state from resale_case where closed_at <> '' and emptied_at = ''"
        " and closed_at < ? and state = ? order by closed_at limit ?",
        (before, State.WITHDRAWN, most),
    )
    return [Closed(row["id"], row["number"], State(row["state"])) for row in rows]


async def unrewarded_of(database: Database, reporter: str, before: str) -> list[Closed]:
    """The cases with evidence that somebody reported, that ended before a moment, and that brought
    him nothing."""
    rows = await database.read(
        "select id, number, state from resale_case c"
        " where closed_at <> '' and emptied_at = '' and closed_at < ? and reporter = ?"
        " and not exists (select 1 from reward where case_id = c.id and reversed_at = ''"
        " and grant_id is not null) order by id",
        (before, reporter),
    )
    return [Closed(row["id"], row["number"], State(row["state"])) for row in rows]


async def empty(transaction: Transaction, case: int, nothing: bytes, before: str, at: str) -> bool:
    """Put `nothing`, which is sealed, where somebody's words were; False when the case has been
    opened again or emptied."""
    touched = await transaction.write(
        "update resale_case set circumstances = ?, emptied_at = ?"
        " where id = ? and closed_at <> '' and closed_at < ? and emptied_at = ''",
        (nothing, at, case, before),
    )
    if touched:
        await transaction.write("update evidence set name = ? where case_id = ?", (nothing, case))
        await transaction.write(
            "update case_entry set text = ?"
            " where case_id = ? and kind in ('supplement', 'appealed')",
            (nothing, case),
        )
    return touched > 0


async def release(transaction: Transaction, case: int, at: str) -> list[str]:
    """Mark those files of an emptied case as deleted that no draft and no other case needs."""
    rows = await transaction.read(
        "update evidence_file set deleted_at = ? where deleted_at = ''"
        " and digest in (select digest from evidence where case_id = ?)"
        " and not exists (select 1 from evidence e left join resale_case c on c.id = e.case_id"
        " where e.digest = evidence_file.digest and coalesce(c.emptied_at, '') = '')"
        " returning digest",
        (at, case),
    )
    return [row["digest"] for row in rows]


async def forget_wrong_codes(transaction: Transaction, before: str) -> None:
    """Forget wrong codes that were tried before a moment."""
    await transaction.write("delete from wrong_code where at < ?", (before,))
