"""Rows of what cases are recognised by: digests with a key, and hashes of pictures."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from study.reports.state import Decision, State
from study.storage.database import Database, Transaction, single

_COMMONPLACE = 200
"""From so many cases on, a clause that they all have says nothing of any of them."""


@dataclass(frozen=True, slots=True)
class Shared:
    """How many traits of a kind another case has in common with one."""

    case: int
    number: str
    state: State
    decision: Decision
    kind: str
    count: int


async def add(transaction: Transaction, case: int, traits: Iterable[tuple[str, str]]) -> None:
    """Add kinds and traits to those of a case."""
    await transaction.write_many(
        "insert into case_trait (case_id, kind, trait) values (?,?,?)"
        " on conflict (kind, trait, case_id) do nothing",
        ((case, kind, trait) for kind, trait in traits),
    )


async def shared(source: Database | Transaction, case: int) -> list[Shared]:
    """What other cases have in common with one; withdrawn ones are left out."""
    rows = await source.read(
        "select c.id, c.number, c.state, c.decision, o.kind, o.count from ("
        " select theirs.case_id, theirs.kind, count(*) as count from case_trait mine"
        " cross join case_trait theirs on theirs.kind = mine.kind and theirs.trait = mine.trait"
        " where mine.case_id = ?1 and theirs.case_id <> ?1 and mine.kind <> 'mentioned' and"
        " (mine.kind <> 'sketch' or (select count(*) from (select 1 from case_trait"
        " where kind = mine.kind and trait = mine.trait limit ?2)) < ?2)"
        " group by theirs.case_id, theirs.kind) o"
        " join resale_case c on c.id = o.case_id where c.state <> 'withdrawn' order by c.id",
        (case, _COMMONPLACE),
    )
    return [Shared(row[0], row[1], State(row[2]), Decision(row[3]), row[4], row[5]) for row in rows]


async def counts(
    source: Database | Transaction, kind: str, cases: Collection[int]
) -> dict[int, int]:
    """How many traits of a kind each of some cases has, but those that have none."""
    rows = await source.read(
        "select case_id, count(*) as count from case_trait where kind = ?"
        f" and case_id in ({','.join('?' * len(cases))}) group by case_id",
        (kind, *cases),
    )
    return {row["case_id"]: row["count"] for row in rows}


async def is_suspected(source: Database | Transaction, case: int, trait: str) -> bool:
    """Whether somebody (a trait of kind qq) is suspected in a case."""
    rows = await source.read(
        "select exists (select 1 from case_trait where kind = 'qq' and trait = ? and case_id = ?)",
        (trait, case),
    )
    return bool(single(rows))


async def is_mentioned(source: Database | Transaction, case: int, trait: str) -> bool:
    """Whether somebody (a trait of kind qq) is mentioned in a case, be it as suspected or not."""
    rows = await source.read(
        "select exists (select 1 from case_trait where kind in ('qq', 'mentioned') and trait = ?"
        " and case_id = ?)",
        (trait, case),
    )
    return bool(single(rows))


async def forget_mentions(transaction: Transaction, case: int, traits: Iterable[str]) -> None:
    """Take it back that people (traits of kind qq) are mentioned in a case."""
    await transaction.write_many(
        "delete from case_trait where kind = 'mentioned' and trait = ? and case_id = ?",
        ((trait, case) for trait in traits),
    )


async def mentioned_in(source: Database | Transaction, trait: str) -> set[int]:
    """The cases in which somebody (a trait of kind qq) is mentioned or suspected."""
    rows = await source.read(
        "select case_id from case_trait where kind in ('qq', 'mentioned') and trait = ?", (trait,)
    )
    return {row["case_id"] for row in rows}


async def is_reseller(source: Database | Transaction, trait: str) -> bool:
    """Whether somebody (a trait of kind qq) is suspected in a case that is confirmed."""
    rows = await source.read(
        "select exists (select 1 from case_trait t join resale_case c on c.id = t.case_id"
        " where t.kind = 'qq' and t.trait = ? and c.decision = 'confirmed')",
        (trait,),
    )
    return bool(single(rows))


async def open_against(source: Database | Transaction, trait: str, before: int) -> str:
    """The number of the first open case, received before another, in which somebody (a trait of
    kind qq) is suspected; '' when there is none."""
    rows = await source.read(
        "select c.number from case_trait t join resale_case c on c.id = t.case_id"
        " where t.kind = 'qq' and t.trait = ? and c.id < ? and c.closed_at = ''"
        " order by c.id limit 1",
        (trait, before),
    )
    return str(single(rows)) if rows else ""
