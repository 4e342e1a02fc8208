"""What is not kept for ever: evidence of closed cases, old drafts, what was told long ago."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from study.clock import stamp
from study.services.case_moves import SYSTEM
from study.services.drafting import clear_old_drafts
from study.services.evidence import discard_pieceless
from study.services.passing import REMINDERS
from study.storage import audit, case_entries, notices, retention
from study.storage.case_entries import Entry
from study.storage.database import Database, Transaction
from study.storage.retention import Closed
from study.storage.vault import Vault

_AT_ONCE = 100
"""Cases that are looked up together."""
_WRONG_CODES = timedelta(days=30)
_NOTICES = timedelta(days=180)
_STRAYS = timedelta(days=1)
_WITHDRAWN = timedelta(days=7)
"""For an admin who is still reading it."""
_Find = Callable[[Database, str, int], Awaitable[list[Closed]]]
_EMPTIED = "证据和经过已按期删除，处理结果保留。"


async def clean_up(database: Database, vault: Vault, evidence_days: int, now: datetime) -> int:
    """Delete what is over its time; return how many cases lost their evidence.

    It can be broken off anywhere and done again.
    """
    await clear_old_drafts(database, vault, now)
    await discard_pieceless(database, vault)
    async with database.transaction() as transaction:
        await retention.forget_wrong_codes(transaction, stamp(now - _WRONG_CODES))
        await notices.forget_settled(transaction, stamp(now - _NOTICES), REMINDERS)
        await vault.sweep(await retention.kept_files(transaction), now - _STRAYS)
    withdrawn = retention.withdrawn_cases
    emptied = await _empty_cases(database, vault, withdrawn, now - _WITHDRAWN, now)
    before = now - timedelta(days=evidence_days)
    return emptied + await _empty_cases(database, vault, retention.closed_cases, before, now)


async def _empty_cases(
    database: Database, vault: Vault, find: _Find, before: datetime, now: datetime
) -> int:
    emptied = 0
    while found := await find(database, stamp(before), _AT_ONCE):
        for case in found:
            async with database.transaction() as transaction:
                emptied += await empty_case(transaction, vault, case, stamp(before), now)
    return emptied


async def empty_case(
    transaction: Transaction, vault: Vault, case: Closed, before: str, now: datetime
) -> bool:
    """Delete the evidence of a case that ended before the stamp `before`, and its reporter's
    account; False when it has been opened again meanwhile.

    What was decided and what it is recognised by stay. The files go within the transaction, so that
    the same content cannot come in again between; after a crash there the case is emptied anew.
    """
    nothing = vault.keyring.seal_text("")
    if not await retention.empty(transaction, case.id, nothing, before, stamp(now)):
        return False
    files = await retention.release(transaction, case.id, stamp(now))
    said = vault.keyring.seal_text(_EMPTIED)
    entry = Entry("emptied", SYSTEM, case.state, said, stamp(now))
    await case_entries.add(transaction, case.id, entry)
    await audit.note(
        transaction, stamp(now), SYSTEM, f"清空证据 {case.number}", f"{len(files)} 个文件", ""
    )
    for digest in files:
        await vault.delete(digest)
    return True
