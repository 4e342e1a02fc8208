"""Deciding cases: confirmed, not, a repetition; and taking a confirmation back.

- `Unreasoned`: a decision without a reason
- `Blocked`: another case comes first; carries its number, '' where this admin may not know of it
  - `EarlierOpen`: it was received before, is open and may be about the same resale
  - `ReportedBack`: it was received before, is open and is against the reporter of this one
  - `ConfirmedBefore`: it is confirmed and may be about the same resale
- `WrongMain`: the case cannot be a repetition of that one; `fault` says why
- and those of `case_moves`
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from study.clock import stamp
from study.reports import rivals, texts
from study.reports.moves import Action, Mover, may_appeal_until
from study.reports.state import Decision, State
from study.services import case_moves, rewarding
from study.services.case_moves import Act, Desk, Moved, NoSuchCase, find_for_admin
from study.services.likenesses import likenesses
from study.services.reopening import reopen_repetitions
from study.services.rewarding import Given
from study.storage import cases, traits
from study.storage.cases import Case
from study.storage.database import Transaction


class Unreasoned(Exception):
    """Whoever decides says why."""


class Blocked(Exception):
    """Another case has to do with this one and comes first."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class EarlierOpen(Blocked):
    """The earlier of two cases about one thing is decided first, unless only pictures look alike
    (not `is_sure`) and the admin says that they are two."""

    def __init__(self, number: str, *, is_sure: bool) -> None:
        super().__init__(number)
        self.is_sure = is_sure


class ReportedBack(Blocked):
    """Somebody who is reported himself does not report his way out."""


class ConfirmedBefore(Blocked):
    """One resale is rewarded once."""


class Fault(StrEnum):
    """Why a case cannot be called a repetition of another one."""

    NONE_SUCH = "none_such"
    ITSELF = "itself"
    WITHDRAWN = "withdrawn"
    REJECTED = "rejected"
    REPEATS = "repeats"
    """That one repeats another itself."""
    IS_MAIN = "is_main"
    """This one is what others repeat."""
    LATER = "later"
    """That one was received after this one."""


@dataclass(frozen=True, slots=True)
class Denied:
    """What stands after a case, or the appeal in it, was decided against; `appeal_until` is local
    time, None where the reporter may not appeal."""

    was_appeal: bool
    decision: Decision
    appeal_until: datetime | None


class WrongMain(Exception):
    """A main case that cannot be one."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


async def confirm(desk: Desk, number: str, reason: str, *, is_another: bool) -> Given:
    """Confirm a case, or the appeal in it, and reward the reporter, in one transaction.

    With `is_another` the admin says that a confirmed case which looks alike is another resale.
    Raises Unreasoned, EarlierOpen, ReportedBack, ConfirmedBefore and the errors of `case_moves`.
    """
    _require(reason)
    async with desk.database.transaction() as transaction:
        case = await find_for_admin(desk, transaction, number)
        by = await case_moves.mover(desk, transaction, case)
        verb = "改判举报成立" if case.state is State.APPEALED else "判举报成立"
        act = Act(Action.CONFIRM, "decided", verb, reason)
        moved = await _decide(transaction, desk, case, by, act, None)
        await _come_first(transaction, desk, case, is_another=is_another)
        given = await rewarding.give(transaction, desk, moved.case)
        tells = texts.appeal_upheld if case.state is State.APPEALED else texts.confirmed
        text = tells(number, reason, given.until, given.withheld)
        await _tell(transaction, desk, moved, text)
    return given


async def reject(desk: Desk, number: str, reason: str) -> Denied:
    """Decide that a case, or the appeal in it, is not confirmed.

    Raises Unreasoned and the errors of `case_moves`.
    """
    _require(reason)
    async with desk.database.transaction() as transaction:
        case = await find_for_admin(desk, transaction, number)
        by = await case_moves.mover(desk, transaction, case)
        was_appeal = case.state is State.APPEALED
        act = Act(
            Action.REJECT, "decided", "驳回举报申诉" if was_appeal else "判举报不成立", reason
        )
        moved = await _decide(transaction, desk, case, by, act, case.main)
        denied = Denied(was_appeal, moved.case.decision, _until(desk, moved.case))
        if was_appeal:
            text = texts.appeal_failed(number, denied.decision, reason)
        else:
            text = texts.rejected(number, reason, denied.appeal_until)
        await _tell(transaction, desk, moved, text)
    return denied


async def repeat(desk: Desk, number: str, main: str, reason: str, *, is_fuller: bool) -> None:
    """Decide that a case repeats another one, `main`.

    With `is_fuller` the admin says that `main` was complete first although it came later.
    Raises WrongMain and the errors of `case_moves`.
    """
    async with desk.database.transaction() as transaction:
        case = await find_for_admin(desk, transaction, number)
        by = await case_moves.mover(desk, transaction, case)
        act = Act(Action.DUPLICATE, "decided", "判举报重复", reason)
        first = await _main(transaction, desk, case, main, is_fuller=is_fuller)
        moved = await _decide(transaction, desk, case, by, act, first.id)
        text = texts.repeated(number, reason, _until(desk, moved.case))
        await _tell(transaction, desk, moved, text)


async def overturn(desk: Desk, number: str, reason: str) -> bool:
    """Take a confirmation back, with the reward; whether days of membership went with it.

    Raises Unreasoned and the errors of `case_moves`.
    """
    _require(reason)
    async with desk.database.transaction() as transaction:
        case = await find_for_admin(desk, transaction, number)
        by = await case_moves.mover(desk, transaction, case)
        act = Act(Action.OVERTURN, "overturned", "撤销举报", reason)
        moved = await _decide(transaction, desk, case, by, act, None)
        was = await rewarding.take_back(transaction, desk, moved.case, f"{number} 撤销")
        until = _until(desk, moved.case)
        text = texts.overturned(number, reason, until, was_rewarded=was)
        await _tell(transaction, desk, moved, text)
    return was


def _require(reason: str) -> None:
    if not reason.strip():
        raise Unreasoned


async def _decide(
    transaction: Transaction, desk: Desk, case: Case, by: Mover, act: Act, main: int | None
) -> Moved:
    at = await case_moves.steady(transaction, desk.now)
    change = {"decided_by": desk.person, "decided_at": stamp(at), "main": main}
    moved = await case_moves.move(transaction, desk.keyring, case, by, act, desk.now, change)
    if moved.case.decision is Decision.REJECTED:
        await reopen_repetitions(transaction, desk.keyring, moved.case, desk.superusers, desk.now)
    return moved


async def _come_first(
    transaction: Transaction, desk: Desk, case: Case, *, is_another: bool
) -> None:
    """Raise Blocked when another case must be decided before this one, or was confirmed."""
    trait = case_moves.person_trait(desk.keyring, case.reporter)
    if against := await traits.open_against(transaction, trait, before=case.id):
        raise ReportedBack(await _nameable(transaction, desk, against))
    alike = await likenesses(transaction, case.id)
    if earlier := rivals.earlier_open(case.id, alike, is_another=is_another):
        named = await _nameable(transaction, desk, earlier.number)
        raise EarlierOpen(named, is_sure=rivals.is_sure(earlier))
    if not is_another and (before := rivals.confirmed(alike)):
        raise ConfirmedBefore(await _nameable(transaction, desk, before.number))


async def _nameable(transaction: Transaction, desk: Desk, number: str) -> str:
    """The number of a case, '' where the admin at the desk is not to know of it."""
    try:
        return (await find_for_admin(desk, transaction, number)).number
    except NoSuchCase:
        return ""


async def _main(
    transaction: Transaction, desk: Desk, case: Case, number: str, *, is_fuller: bool
) -> Case:
    """The case of a number as the main case of another. Raises WrongMain."""
    try:
        main = await find_for_admin(desk, transaction, number)
    except NoSuchCase:
        raise WrongMain(Fault.NONE_SUCH) from None
    if main.id == case.id:
        raise WrongMain(Fault.ITSELF)
    if main.state is State.WITHDRAWN:
        raise WrongMain(Fault.WITHDRAWN)
    if main.decision is Decision.REJECTED:
        raise WrongMain(Fault.REJECTED)
    if main.decision is Decision.DUPLICATE:
        raise WrongMain(Fault.REPEATS)
    if await cases.is_repeated(transaction, case.id):
        raise WrongMain(Fault.IS_MAIN)
    if main.id > case.id and not is_fuller:
        raise WrongMain(Fault.LATER)
    return main


async def _tell(transaction: Transaction, desk: Desk, moved: Moved, text: str) -> None:
    people = (moved.case.reporter,)
    await case_moves.tell(transaction, desk.keyring, people, moved.subject, text, desk.now)


def _until(desk: Desk, case: Case) -> datetime | None:
    """The local time until which the reporter may appeal."""
    until = may_appeal_until(case_moves.position(case))
    return until.astimezone(desk.timezone) if until else None
