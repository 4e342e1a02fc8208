"""Rows of contacts: through which bot account somebody last spoke to the bot in private."""

from study.storage.database import Database, Transaction


async def was_seen(source: Database | Transaction, person: str, account: str, since: str) -> bool:
    """Whether the last word of a person came through this account, at `since` or later."""
    rows = await source.read(
        "select 1 from contact where person = ? and account = ? and seen_at >= ?",
        (person, account, since),
    )
    return bool(rows)


async def put(transaction: Transaction, person: str, account: str, at: str) -> None:
    """Write down that a person spoke to a bot account."""
    await transaction.write(
        "insert into contact (person, account, since, seen_at) values (?,?,?,?)"
        " on conflict (person) do update set account = excluded.account,"
        " seen_at = excluded.seen_at",
        (person, account, at, at),
    )
