"""Writing a report, message by message: every step is in the database before it is answered.

- `OwnNumber`: the writer names his own number among those who sell
- `NothingBegun`: nothing is being written
- `OtherDraft`: something else is being written; `case_number` is '' for a report
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from study.clock import stamp
from study.evidence.links import suspect_traits
from study.evidence.piece import Form
from study.reports.draft import Asked, Does, Draft, Heard, Step, hear, is_empty, new_draft
from study.sealing.keyring import Keyring
from study.services import evidence
from study.storage import drafts
from study.storage import evidence as pieces
from study.storage.database import Database, Transaction
from study.storage.drafts import Kept
from study.storage.vault import Vault

KEPT = timedelta(days=7)
"""How long a draft is kept after its writer's last word."""


class OwnNumber(Exception):
    """The writer's own number stands among those who sell."""


class NothingBegun(Exception):
    """Nothing is being written."""


class OtherDraft(Exception):
    """Something else is half written."""

    def __init__(self, case_number: str) -> None:
        super().__init__(case_number)
        self.case_number = case_number


@dataclass(frozen=True, slots=True)
class Writing:
    """A draft as it stands, with the forms of its pieces of evidence in their order, when it was
    begun and last touched, and the number of the case that it became ('' while it is written)."""

    draft: Draft
    forms: tuple[Form, ...]
    begun_at: datetime
    touched_at: datetime
    receipt: str = ""


async def find(source: Database | Transaction, vault: Vault, person: str) -> Writing | None:
    """What somebody writes, or what he has last submitted; None when there is nothing."""
    kept = await drafts.find(source, person)
    if kept is None:
        return None
    forms = [Form(one.form) for one in await pieces.of_draft(source, person)]
    return Writing(
        opened(vault.keyring, kept),
        tuple(forms),
        datetime.fromisoformat(kept.begun_at),
        datetime.fromisoformat(kept.touched_at),
        kept.receipt,
    )


async def written(source: Database | Transaction, vault: Vault, person: str) -> Writing:
    """What somebody writes. Raises NothingBegun."""
    writing = await find(source, vault, person)
    if writing is None or writing.receipt:
        raise NothingBegun
    return writing


async def begin(
    database: Database, vault: Vault, person: str, now: datetime, case_number: str = ""
) -> Writing:
    """Begin a report, or what is to be added to a case; or go on with it where it was left.

    Raises OtherDraft.
    """
    digests: list[str] = []
    async with database.transaction() as transaction:
        writing = await find(transaction, vault, person)
        if writing and not writing.receipt and writing.draft.case_number != case_number:
            if not is_empty(writing.draft, len(writing.forms)):
                raise OtherDraft(writing.draft.case_number)
            writing = None
        if writing is None or writing.receipt:
            writing = Writing(new_draft(case_number), (), now, now)
            digests = await pieces.delete_of_draft(transaction, person)
        await _keep(transaction, vault.keyring, person, writing, now)
    await evidence.discard(database, vault, digests)
    return writing


async def say(
    database: Database,
    vault: Vault,
    person: str,
    text: str,
    now: datetime,
    *,
    is_caption: bool = False,
) -> tuple[Heard, Writing]:
    """What a text does to somebody's draft, and the draft afterwards.

    `is_caption` says that pictures or files came with it. A text that is a piece of evidence is not
    stored by this. Raises NothingBegun and OwnNumber.
    """
    digests: list[str] = []
    async with database.transaction() as transaction:
        before = await written(transaction, vault, person)
        heard = hear(before.draft, text, len(before.forms), is_caption=is_caption)
        after = replace(before, draft=heard.draft)
        if heard.draft.suspect != before.draft.suspect and _names(heard.draft.suspect, person):
            raise OwnNumber
        if heard.does is Does.RESTART:
            after = Writing(new_draft(before.draft.case_number), (), now, now)
        if heard.does in (Does.RESTART, Does.CANCEL):
            digests = await pieces.delete_of_draft(transaction, person)
        if heard.does is Does.CANCEL:
            await drafts.delete(transaction, person)
        else:
            await _keep(transaction, vault.keyring, person, after, now)
    await evidence.discard(database, vault, digests)
    return heard, after


async def touch(database: Database, vault: Vault, person: str, now: datetime) -> Writing:
    """Note that something came for somebody's draft; the draft. Raises NothingBegun."""
    async with database.transaction() as transaction:
        writing = await written(transaction, vault, person)
        calm = replace(writing, draft=replace(writing.draft, asked=Asked.NOTHING))
        await _keep(transaction, vault.keyring, person, calm, now)
    return calm


async def put_aside(database: Database, person: str) -> None:
    """Let what somebody says no longer go to his draft, until he goes on with it."""
    async with database.transaction() as transaction:
        await drafts.put_aside(transaction, person)


async def clear_old_drafts(database: Database, vault: Vault, now: datetime) -> int:
    """Forget drafts that nobody has touched for KEPT, and their evidence; return how many."""
    cleared, since = 0, stamp(now - KEPT)
    for person in await drafts.untouched(database, since):
        cleared += await _clear(database, vault, person, since)
    return cleared


async def _clear(database: Database, vault: Vault, person: str, since: str) -> bool:
    """Forget one draft, unless its writer has gone on with it meanwhile."""
    async with database.transaction() as transaction:
        is_cleared = await drafts.delete(transaction, person, since)
        digests = await pieces.delete_of_draft(transaction, person) if is_cleared else []
    await evidence.discard(database, vault, digests)
    return is_cleared


async def in_hand(database: Database) -> list[str]:
    """The people whose messages in private go to a draft."""
    return await drafts.in_hand(database)


def _names(suspect: str, person: str) -> bool:
    return any(one.kind == "qq" and one.value == person for one in suspect_traits(suspect))


def opened(keyring: Keyring, kept: Kept) -> Draft:
    """A stored draft as its writer wrote it."""
    return Draft(
        kept.case_number,
        Step(kept.step),
        keyring.unseal_text(kept.suspect) if kept.suspect else "",
        keyring.unseal_text(kept.circumstances) if kept.circumstances else "",
        Asked(kept.asked),
    )


async def _keep(
    transaction: Transaction, keyring: Keyring, person: str, writing: Writing, now: datetime
) -> None:
    """Store a draft that is in hand."""
    draft = writing.draft
    kept = Kept(
        person=person,
        case_number=draft.case_number,
        step=draft.step,
        suspect=keyring.seal_text(draft.suspect) if draft.suspect else None,
        circumstances=keyring.seal_text(draft.circumstances) if draft.circumstances else None,
        asked=draft.asked,
        in_hand=True,
        receipt="",
        begun_at=stamp(writing.begun_at),
        touched_at=stamp(now),
    )
    await drafts.put(transaction, kept)
