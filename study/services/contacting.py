"""Remembering through which bot account somebody can be reached."""

from datetime import datetime, timedelta

from study.clock import stamp
from study.storage import contacts
from study.storage.database import Database

_OFTEN_ENOUGH = timedelta(days=1)
"""It is written down no more often than this, while the account stays the same."""


async def met(database: Database, person: str, account: str, now: datetime) -> None:
    """A person has spoken to a bot account in private."""
    if await contacts.was_seen(database, person, account, stamp(now - _OFTEN_ENOUGH)):
        return
    async with database.transaction() as transaction:
        await contacts.put(transaction, person, account, stamp(now))
