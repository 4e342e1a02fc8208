"""What reporters see of their cases and do with them: how far they are, taking back, appealing.

Raises the errors of `case_moves`; `Unexplained` for an appeal without a reason.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from study.clock import stamp
from study.reports import texts
from study.reports.moves import Action, Mover, may_appeal_until
from study.reports.reward import Withheld
from study.reports.state import Decision, State
from study.sealing.keyring import Keyring
from study.services import case_moves, rewarding
from study.services.case_moves import Act, Moved, find_own
from study.services.passing import told, untaken
from study.services.reopening import reopen_repetitions
from study.services.unsealing import words_of
from study.storage import case_entries, cases, rewards
from study.storage.case_entries import Entry
from study.storage.cases import Case
from study.storage.database import Database, Transaction
from study.storage.rewards import Reward

_LAST_WORD = ("decided", "overturned")
"""The kinds of entries that hold the reason of a decision."""


class Unexplained(Exception):
    """Whoever appeals says why."""


@dataclass(frozen=True, slots=True)
class Happened:
    """An entry of a case without its words and who made it."""

    kind: str
    state: State
    decision: Decision
    at: datetime


@dataclass(frozen=True, slots=True)
class Progress:
    """What the reporter of a case may know of it.

    `question` is what the admin asked last, '' unless the case waits for it; `reason` that of the
    last decision; `reward` says whether there is one and why not, `member_until` the last day of
    the membership that runs; `appeal_until` is local time, None when there is no appeal any more.
    """

    number: str
    state: State
    decision: Decision
    received_at: datetime
    history: tuple[Happened, ...]
    question: str
    reason: str
    is_rewarded: bool
    withheld: Withheld | None
    member_until: date | None
    appeal_until: datetime | None


async def progress(
    database: Database, keyring: Keyring, reporter: str, now: datetime, timezone: ZoneInfo
) -> list[Progress]:
    """How far the cases of a reporter are, the last first."""
    own = await cases.of_reporter(database, reporter)
    return [await _progress(database, keyring, case, now, timezone) for case in own]


async def progress_of(
    database: Database,
    keyring: Keyring,
    reporter: str,
    number: str,
    now: datetime,
    timezone: ZoneInfo,
) -> Progress:
    """How far a case of a reporter is. Raises NoSuchCase, also for other people's cases."""
    case = await find_own(database, number, reporter)
    return await _progress(database, keyring, case, now, timezone)


async def withdraw(
    database: Database,
    keyring: Keyring,
    reporter: str,
    number: str,
    superusers: Collection[str],
    now: datetime,
) -> None:
    """Take a report back; the admin who works on it is told."""
    async with database.transaction() as transaction:
        case = await find_own(transaction, number, reporter)
        act = Act(Action.WITHDRAW, "withdrawn", "撤回举报")
        moved = await case_moves.move(transaction, keyring, case, Mover(reporter), act, now)
        if case.handler in await case_moves.admins(transaction, superusers):
            text, subject = texts.withdrawn_for_admin(number), told(case, moved.entry)
            await case_moves.tell(transaction, keyring, (case.handler,), subject, text, now)
        await reopen_repetitions(transaction, keyring, case, superusers, now)


async def appeal(
    database: Database,
    keyring: Keyring,
    reporter: str,
    number: str,
    reason: str,
    superusers: Collection[str],
    now: datetime,
) -> None:
    """Have a decision looked at again, by another admin when there is one; all admins are told."""
    async with database.transaction() as transaction:
        case = await find_own(transaction, number, reporter)
        act, by = Act(Action.APPEAL, "appealed", "申诉举报", reason), Mover(reporter)
        change = {"handler": "", "appealed_at": stamp(now), "appealed_from": case.decided_by}
        moved = await case_moves.move(transaction, keyring, case, by, act, now, change)
        # Said last: who may not appeal at all is not asked for a reason.
        if not reason.strip():
            raise Unexplained
        await _tell_of_appeal(transaction, keyring, moved, superusers, now)


async def _tell_of_appeal(
    transaction: Transaction,
    keyring: Keyring,
    moved: Moved,
    superusers: Collection[str],
    now: datetime,
) -> None:
    """Ask the admins to decide an appeal; only tell the one against whose decision it is, unless
    there is nobody else."""
    case = moved.case
    able = await case_moves.uninvolved(transaction, keyring, case, superusers)
    others = [one for one in able if one != case.decided_by] or able
    text, subject = texts.appealed_for_admins(case.number), untaken(case, moved.entry)
    await case_moves.tell(transaction, keyring, others, subject, text, now)
    text, subject = texts.appealed_for_decider(case.number), told(case, moved.entry)
    await case_moves.tell(transaction, keyring, {*able} - {*others}, subject, text, now)


async def _progress(
    source: Database | Transaction,
    keyring: Keyring,
    case: Case,
    now: datetime,
    timezone: ZoneInfo,
) -> Progress:
    entries = await case_entries.of_case(source, case.id)
    asks = case.state is State.NEEDS_MORE
    reward = await rewards.standing(source, case.id)
    until = may_appeal_until(case_moves.position(case))
    is_rewarded = reward is not None and reward.grant is not None
    return Progress(
        number=case.number,
        state=case.state,
        decision=case.decision,
        received_at=datetime.fromisoformat(case.received_at),
        history=tuple(
            Happened(one.kind, one.state, one.decision, datetime.fromisoformat(one.at))
            for one in entries
        ),
        question=_last(keyring, case, entries, ("asked",)) if asks else "",
        reason=_last(keyring, case, entries, _LAST_WORD) if case.decision else "",
        is_rewarded=is_rewarded,
        withheld=reward.withheld if reward else None,
        member_until=await _member_until(source, reward, now, timezone),
        appeal_until=until.astimezone(timezone) if until and until >= now else None,
    )


async def _member_until(
    source: Database | Transaction, reward: Reward | None, now: datetime, timezone: ZoneInfo
) -> date | None:
    if reward is None or reward.grant is None:
        return None
    return await rewarding.last_day(source, reward.person, now, timezone)


def _last(keyring: Keyring, case: Case, entries: Collection[Entry], kinds: Collection[str]) -> str:
    """The last words of some kinds in a case, as its reporter reads them."""
    sealed = [one.text for one in entries if one.kind in kinds]
    words = words_of(keyring, sealed[-1]) if sealed else ""
    return texts.shown(words, case.number)
