"""Submitting what was written: a draft becomes a case, or is added to one, or stays as it is.

- `Incomplete`: something is missing, `lacking` says what
- `LimitReached`: the person may not report now, `limit` says why; the draft stays
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from study.clock import stamp
from study.reports.draft import Draft, Problem, missing
from study.reports.limits import Limit
from study.services.drafting import NothingBegun, opened
from study.services.opening_cases import Report, may_report, open_case, supplement_case
from study.storage import drafts, evidence
from study.storage.database import Database, Transaction
from study.storage.drafts import Kept
from study.storage.vault import Vault


class Incomplete(Exception):
    """A draft without something that a report needs."""

    def __init__(self, lacking: Problem) -> None:
        super().__init__(lacking)
        self.lacking = lacking


class LimitReached(Exception):
    """A person who has reported enough for now."""

    def __init__(self, limit: Limit) -> None:
        super().__init__(limit)
        self.limit = limit


@dataclass(frozen=True, slots=True)
class Office:
    """Where a draft is submitted: who is an admin beside those who were appointed, what only admins
    are to know of the report, and how a character of its number is drawn."""

    superusers: Collection[str]
    remarks: tuple[str, ...]
    choose: Callable[[Sequence[str]], str]


@dataclass(frozen=True, slots=True)
class Receipt:
    """The case that a draft became, or to which it was added."""

    number: str
    is_supplement: bool


async def submit(
    database: Database, vault: Vault, person: str, office: Office, now: datetime
) -> Receipt:
    """Make a case of somebody's draft, with all of its evidence, or nothing; once more it gives the
    same receipt.

    Raises NothingBegun, Incomplete, LimitReached; NoSuchCase and Refused where a case takes nothing
    more.
    """
    async with database.transaction() as transaction:
        kept = await drafts.find(transaction, person)
        if kept is None:
            raise NothingBegun
        if not kept.receipt:
            number = await _handed_in(transaction, vault, kept, office, now)
            kept = replace(
                kept,
                suspect=None,
                circumstances=None,
                asked="",
                in_hand=False,
                receipt=number,
                touched_at=stamp(now),
            )
            await drafts.put(transaction, kept)
    return Receipt(kept.receipt, bool(kept.case_number))


async def _handed_in(
    transaction: Transaction, vault: Vault, kept: Kept, office: Office, now: datetime
) -> str:
    """The number of the case into which a draft went."""
    draft, person = opened(vault.keyring, kept), kept.person
    lacking = missing(draft, len(await evidence.of_draft(transaction, person)))
    if lacking is not Problem.NOTHING:
        raise Incomplete(lacking)
    if draft.case_number:
        number, words, superusers = draft.case_number, draft.circumstances, office.superusers
        await supplement_case(transaction, vault.keyring, person, number, words, superusers, now)
        return number
    if limit := await may_report(transaction, person, now):
        raise LimitReached(limit)
    report = _report(person, draft, office)
    return await open_case(
        transaction, vault.keyring, report, office.superusers, now, office.choose
    )


def _report(person: str, draft: Draft, office: Office) -> Report:
    return Report(person, draft.suspect, draft.circumstances, office.remarks)
