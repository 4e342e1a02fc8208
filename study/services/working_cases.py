"""What admins do with a case before they decide it: take it, ask its reporter, note something.

Raises the errors of `case_moves`; `Unasked` for a question or a note without words.
"""

from study.reports import texts
from study.reports.moves import Action
from study.services import case_moves
from study.services.case_moves import Act, Desk, Moved, find_for_admin
from study.services.passing import told
from study.storage.database import Transaction


class Unasked(Exception):
    """There are no words to ask or to note."""


async def take(desk: Desk, number: str) -> str:
    """Work on a case from now on; the admin from whom it was taken over, '' for nobody."""
    async with desk.database.transaction() as transaction:
        case = await find_for_admin(desk, transaction, number)
        verb = "接手举报" if case.handler else "领取举报"
        act = Act(Action.TAKE, "taken", verb, case.handler)
        moved = await _move(transaction, desk, number, act, {"handler": desk.person})
        if case.handler in await case_moves.admins(transaction, desk.superusers):
            text, subject = texts.taken_over(number, desk.person), told(case, moved.entry)
            await case_moves.tell(
                transaction, desk.keyring, (case.handler,), subject, text, desk.now
            )
    return case.handler


async def ask(desk: Desk, number: str, question: str) -> None:
    """Ask the reporter of a case for more."""
    if not question.strip():
        raise Unasked
    async with desk.database.transaction() as transaction:
        act = Act(Action.ASK, "asked", "要求补充举报", question)
        moved = await _move(transaction, desk, number, act)
        people, text = (moved.case.reporter,), texts.asked(number, question)
        await case_moves.tell(transaction, desk.keyring, people, moved.subject, text, desk.now)


async def note(desk: Desk, number: str, words: str) -> None:
    """Note something that no reporter sees."""
    if not words.strip():
        raise Unasked
    async with desk.database.transaction() as transaction:
        await _move(transaction, desk, number, Act(Action.NOTE, "note", "备注举报", words))


async def _move(
    transaction: Transaction,
    desk: Desk,
    number: str,
    act: Act,
    change: dict[str, str | int | None] | None = None,
) -> Moved:
    case = await find_for_admin(desk, transaction, number)
    by = await case_moves.mover(desk, transaction, case)
    return await case_moves.move(transaction, desk.keyring, case, by, act, desk.now, change)
