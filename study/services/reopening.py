"""Opening repetitions again when the case that they repeat comes to nothing."""

from collections.abc import Collection
from datetime import datetime

from study.reports import texts
from study.reports.moves import SYSTEM, Action, Mover
from study.sealing.keyring import Keyring
from study.services import case_moves
from study.services.case_moves import Act
from study.services.passing import untaken
from study.storage import cases
from study.storage.cases import Case
from study.storage.database import Transaction

_NOTHING = {"handler": "", "decided_by": "", "decided_at": "", "main": None, "appealed_from": ""}


async def reopen_repetitions(
    transaction: Transaction,
    keyring: Keyring,
    main: Case,
    superusers: Collection[str],
    now: datetime,
) -> None:
    """Have those cases looked at anew that were closed only because they repeat `main`, which was
    withdrawn or is not confirmed; their reporters and the admins are told."""
    for case in await cases.repetitions(transaction, main.id):
        act, by = Act(Action.REOPEN, "reopened", "重开举报"), Mover(SYSTEM, is_admin=True)
        moved = await case_moves.move(transaction, keyring, case, by, act, now, _NOTHING)
        told = texts.reopened(case.number)
        await case_moves.tell(transaction, keyring, (case.reporter,), moved.subject, told, now)
        text, subject = texts.reopened_for_admins(case.number), untaken(moved.case, moved.entry)
        await case_moves.tell_admins(
            transaction, keyring, moved.case, superusers, subject, text, now
        )
