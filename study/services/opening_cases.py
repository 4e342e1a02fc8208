"""From a report to a case, and what its reporter adds to it.

Both are called in the transaction that ends a draft: `submit` of the report conversation.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from study.clock import stamp
from study.evidence.links import said_beside, suspect_traits
from study.evidence.trait import Trait
from study.reports import limits, texts
from study.reports.limits import Limit
from study.reports.moves import Action, Mover
from study.reports.number import drawn
from study.reports.state import State
from study.sealing.keyring import Keyring
from study.services import case_moves
from study.services.case_moves import SYSTEM, Act
from study.services.passing import in_hand, untaken
from study.storage import audit, case_entries, cases, evidence, traits
from study.storage.case_entries import Entry
from study.storage.cases import Case, New
from study.storage.database import Database, Transaction


@dataclass(frozen=True, slots=True)
class Report:
    """What somebody reports, in his words; `remarks` are for the admins only, for instance that the
    age of his account is not known."""

    reporter: str
    suspect: str
    circumstances: str
    remarks: tuple[str, ...] = ()


async def may_report(source: Database | Transaction, person: str, now: datetime) -> Limit | None:
    """The limit that somebody has reached, None when he may report now."""
    opened = await cases.open_of_reporter(source, person)
    since = stamp(now - limits.DAY)
    return limits.reached(opened, await cases.reported_since(source, person, since))


async def open_case(
    transaction: Transaction,
    keyring: Keyring,
    report: Report,
    superusers: Collection[str],
    now: datetime,
    choose: Callable[[Sequence[str]], str],
) -> str:
    """Make a case of a report and of the evidence in its reporter's draft; return its number.

    `choose` draws one of some characters, from a secure source. All admins but those involved are
    told.
    """
    case, number = await _insert(transaction, keyring, report, now, choose)
    beside = said_beside(f"{report.suspect}\n{report.circumstances}")
    said = [*suspect_traits(report.suspect), *beside]
    await _write(transaction, keyring, case, report, now)
    received = texts.STATES[State.RECEIVED]
    await audit.note(transaction, stamp(now), SYSTEM, f"受理举报 {number}", "", received)
    opened = await case_moves.find_own(transaction, number, report.reporter)
    await _take_over(transaction, keyring, opened, superusers, said)
    await case_moves.tell_admins(
        transaction,
        keyring,
        opened,
        superusers,
        untaken(opened),
        texts.received_for_admins(number),
        now,
    )
    return number


async def supplement_case(
    transaction: Transaction,
    keyring: Keyring,
    reporter: str,
    number: str,
    words: str,
    superusers: Collection[str],
    now: datetime,
) -> State:
    """Add words and the evidence in the reporter's draft to his case; the state of it then.

    An answer to a question brings the case back to its admin, who is told; all are where nobody
    works on it any more. Raises NoSuchCase and Refused.
    """
    case = await case_moves.find_own(transaction, number, reporter)
    act = Act(Action.SUPPLEMENT, "supplement", "补充", words)
    moved = await case_moves.move(transaction, keyring, case, Mover(reporter), act, now)
    await _take_over(transaction, keyring, case, superusers, said_beside(words))
    text, subject = texts.supplemented_for_admin(number), in_hand(case, moved.entry)
    if case.handler in await case_moves.uninvolved(transaction, keyring, case, superusers):
        await case_moves.tell(transaction, keyring, (case.handler,), subject, text, now)
    elif case.state is not State.RECEIVED:  # Of a new case all are told already.
        await case_moves.tell_admins(transaction, keyring, case, superusers, subject, text, now)
    return moved.case.state


async def _insert(
    transaction: Transaction,
    keyring: Keyring,
    report: Report,
    now: datetime,
    choose: Callable[[Sequence[str]], str],
) -> tuple[int, str]:
    """A row of a case under a number that no other has: its number in the table, and that one."""
    suspect, circumstances = map(keyring.seal_text, (report.suspect, report.circumstances))
    while True:
        number = drawn(choose)
        one = New(number, report.reporter, suspect, circumstances, stamp(now))
        if case := await cases.insert(transaction, one):
            return case, number


async def _write(
    transaction: Transaction, keyring: Keyring, case: int, report: Report, now: datetime
) -> None:
    """The first entries of a case."""
    remarks = [("note", SYSTEM, remark) for remark in report.remarks]
    for kind, person, text in [("received", report.reporter, ""), *remarks]:
        entry = Entry(kind, person, State.RECEIVED, keyring.seal_text(text), stamp(now))
        await case_entries.add(transaction, case, entry)


async def _take_over(
    transaction: Transaction,
    keyring: Keyring,
    case: Case,
    superusers: Collection[str],
    said: Iterable[Trait],
) -> None:
    """Make the evidence of the reporter's draft that of a case, known again by it and by what was
    said."""
    shown = await evidence.traits_of_draft(transaction, case.reporter)
    told = [(one.kind, keyring.digest(one.compared_as, one.value)) for one in said]
    await evidence.move_to_case(transaction, case.reporter, case.id)
    await traits.add(transaction, case.id, [*told, *((one.kind, one.value) for one in shown)])
    if not await case_moves.uninvolved(transaction, keyring, case, superusers):
        # Evidence in which all admins speak is not to keep the case from all of them.
        told.append(("qq", case_moves.person_trait(keyring, case.reporter)))
        only_shown = {one.value for one in shown} - {value for _, value in told}
        await traits.forget_mentions(transaction, case.id, only_shown)
