"""What admins did."""

from study.storage.database import Transaction


async def note(
    transaction: Transaction, at: str, person: str, action: str, before: str, after: str
) -> None:
    """Record an admin's act in the transaction that carries it out."""
    await transaction.write(
        "insert into audit (at, person, action, before, after) values (?,?,?,?,?)",
        (at, person, action, before, after),
    )
