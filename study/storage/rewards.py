"""Rows of what confirmed cases brought their reporters."""

from dataclasses import dataclass

from study.reports.reward import Withheld
from study.storage.database import Database, Transaction, single


@dataclass(frozen=True, slots=True)
class Reward:
    """What a case brought: the grant of a membership, or why there is none."""

    id: int
    person: str
    grant: int | None
    withheld: Withheld | None
    at: str


async def add(
    transaction: Transaction,
    case: int,
    person: str,
    grant: int | None,
    withheld: Withheld | None,
    at: str,
) -> None:
    """Write down what a case brings: exactly one of grant and withheld."""
    await transaction.write(
        "insert into reward (case_id, person, withheld, grant_id, at) values (?,?,?,?,?)",
        (case, person, withheld or "", grant, at),
    )


async def standing(source: Database | Transaction, case: int) -> Reward | None:
    """What a case brought, unless it was taken back."""
    rows = await source.read(
        "select id, person, grant_id, withheld, at from reward"
        " where case_id = ? and reversed_at = ''",
        (case,),
    )
    if not rows:
        return None
    number, person, grant, withheld, at = rows[0]
    return Reward(number, person, grant, Withheld(withheld) if withheld else None, at)


async def reverse(transaction: Transaction, reward: int, at: str) -> bool:
    """Take a reward back; False when it was taken back before."""
    touched = await transaction.write(
        "update reward set reversed_at = ? where id = ? and reversed_at = ''", (at, reward)
    )
    return touched > 0


async def given_since(source: Database | Transaction, person: str, at: str) -> int:
    """How many rewards somebody got since a moment and still has."""
    rows = await source.read(
        "select count(*) from reward"
        " where person = ? and at > ? and withheld = '' and reversed_at = ''",
        (person, at),
    )
    return int(single(rows))
