"""Rows of reports that are being written, one for each person."""

from dataclasses import dataclass

from study.storage.database import Database, Row, Transaction


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft as it is stored: what its writer said is sealed, None where nothing was said.

    `receipt` is the number of the case that it became, '' while it is written.
    """

    person: str
    case_number: str
    step: str
    suspect: bytes | None
    circumstances: bytes | None
    asked: str
    in_hand: bool
    receipt: str
    begun_at: str
    touched_at: str


async def find(source: Database | Transaction, person: str) -> Kept | None:
    """The draft of a person, None when there is none."""
    rows = await source.read("select * from report_draft where person = ?", (person,))
    return _kept(rows[0]) if rows else None


async def put(transaction: Transaction, one: Kept) -> None:
    """Write a draft down in the place of the person's last one."""
    await transaction.write(
        "insert into report_draft (person, case_number, step, suspect, circumstances, asked,"
        " in_hand, receipt, begun_at, touched_at) values (?,?,?,?,?,?,?,?,?,?)"
        " on conflict (person) do update set case_number = excluded.case_number,"
        " step = excluded.step, suspect = excluded.suspect,"
        " circumstances = excluded.circumstances, asked = excluded.asked,"
        " in_hand = excluded.in_hand, receipt = excluded.receipt,"
        " begun_at = excluded.begun_at, touched_at = excluded.touched_at",
        (one.person, one.case_number, one.step, one.suspect, one.circumstances, one.asked,
         one.in_hand, one.receipt, one.begun_at, one.touched_at),
    )  # fmt: skip


async def put_aside(transaction: Transaction, person: str) -> bool:
    """Let messages no longer go to a person's draft; False when none did."""
    touched = await transaction.write(
        "update report_draft set in_hand = 0 where person = ? and in_hand = 1", (person,)
    )
    return touched > 0


async def delete(transaction: Transaction, person: str, since: str = "") -> bool:
    """Forget the draft of a person, with `since` only if it was last touched before; whether it
    was there."""
    touched = await transaction.write(
        "delete from report_draft where person = ? and (? = '' or touched_at < ?)",
        (person, since, since),
    )
    return touched > 0


async def is_open(source: Database | Transaction, person: str) -> bool:
    """Whether a person writes a report that is not submitted yet."""
    return bool(
        await source.read("select 1 from report_draft where person = ? and receipt = ''", (person,))
    )


async def in_hand(database: Database) -> list[str]:
    """The people whose messages go to a draft."""
    rows = await database.read("select person from report_draft where in_hand = 1")
    return [row["person"] for row in rows]


async def untouched(database: Database, since: str) -> list[str]:
    """The people whose drafts were last touched before `since`."""
    rows = await database.read("select person from report_draft where touched_at < ?", (since,))
    return [row["person"] for row in rows]


def _kept(row: Row) -> Kept:
    return Kept(
        person=row["person"],
        case_number=row["case_number"],
        step=row["step"],
        suspect=row["suspect"],
        circumstances=row["circumstances"],
        asked=row["asked"],
        in_hand=bool(row["in_hand"]),
        receipt=row["receipt"],
        begun_at=row["begun_at"],
        touched_at=row["touched_at"],
    )
