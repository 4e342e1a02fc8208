"""Redeeming a code.

- `CannotRedeem`: the code brings nothing
  - `NotACode`: what was typed has not the length of a code
  - `WrongCode`: counted; after five within half an hour the person has to wait
    - `Mistyped`: a character is wrong or two are swapped
    - `UnknownCode`: no such code was made
  - `Locked`: too many wrong codes
  - `OwnCode`: the person made the batch
  - `Used`, `Expired`, `Revoked`: it was good once
"""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from study.clock import stamp
from study.members import texts
from study.members.codes import LENGTH, digest, is_code, tail, typed
from study.members.lock import LOCKED, WITHIN, WRONG_TRIES, locked_until
from study.members.runs import Membership, membership
from study.services.membership import Changed, give
from study.storage import audit, codes, grants
from study.storage.codes import Known
from study.storage.database import Database, Transaction


class CannotRedeem(Exception):
    """The code brings nothing."""


class NotACode(CannotRedeem):
    """So many characters are no code."""

    def __init__(self, length: int) -> None:
        super().__init__(length)
        self.length = length


class WrongCode(CannotRedeem):
    """A code that does not exist; so many more may be tried."""

    def __init__(self, left: int) -> None:
        super().__init__(left)
        self.left = left


class Mistyped(WrongCode):
    """The check character does not fit."""


class UnknownCode(WrongCode):
    """No batch has this code."""


class Locked(CannotRedeem):
    """The person has to wait until a moment."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


class OwnCode(CannotRedeem):
    """Who makes codes does not redeem them."""


class Used(CannotRedeem):
    """The code was redeemed before, at a moment when it was by the same person."""

    def __init__(self, at: datetime | None) -> None:
        super().__init__(at)
        self.at = at


class Expired(CannotRedeem):
    """The last day of the code has passed."""

    def __init__(self, last: date) -> None:
        super().__init__(last)
        self.last = last


class Revoked(CannotRedeem):
    """An admin revoked the code."""


@dataclass(frozen=True, slots=True)
class Redeemed:
    """What a code brought, and the membership that came of it."""

    changed: Changed
    membership: Membership


async def redeem(
    database: Database, person: str, text: str, now: datetime, timezone: ZoneInfo
) -> Redeemed:
    """Redeem the code in what somebody typed. Raises CannotRedeem and TooFarAhead."""
    code = typed(text)
    if len(code) != LENGTH:
        raise NotACode(len(code))
    async with database.transaction() as transaction:
        outcome = await _tried(transaction, code, person, now, timezone)
    if isinstance(outcome, CannotRedeem):
        raise outcome  # Only now: what was written down about a wrong code stays.
    return outcome


async def _tried(
    transaction: Transaction, code: str, person: str, now: datetime, timezone: ZoneInfo
) -> Redeemed | CannotRedeem:
    wrong = await _wrong(transaction, person, now)
    if until := locked_until(wrong, now):
        return Locked(until)
    known = await codes.find(transaction, digest(code)) if is_code(code) else None
    if known is None:
        await codes.add_wrong(transaction, person, stamp(now))
        left = max(0, WRONG_TRIES - 1 - sum(one > now - WITHIN for one in wrong))
        return UnknownCode(left) if is_code(code) else Mistyped(left)
    if known.made_by == person:
        return OwnCode()
    today = await _certain_day(transaction, now, timezone)
    if not await codes.redeem(transaction, digest(code), person, stamp(now), today):
        return _why_not(known, person, timezone)
    return await _granted(transaction, code, known, person, now, timezone)


async def _wrong(transaction: Transaction, person: str, now: datetime) -> list[datetime]:
    """When the person tried wrong codes; only those that can still count."""
    since = stamp(now - WITHIN - LOCKED)
    return [
        datetime.fromisoformat(at) for at in await codes.wrong_since(transaction, person, since)
    ]


async def _certain_day(transaction: Transaction, now: datetime, timezone: ZoneInfo) -> date:
    """The day that has certainly come: setting the clock back makes no code valid again."""
    passed = await audit.newest_at(transaction)
    moment = max(now, datetime.fromisoformat(passed)) if passed else now
    return moment.astimezone(timezone).date()


def _why_not(known: Known, person: str, timezone: ZoneInfo) -> CannotRedeem:
    if known.redeemed_by == person:
        return Used(datetime.fromisoformat(known.redeemed_at).astimezone(timezone))
    if known.redeemed_by:
        return Used(None)
    if known.revoked_at or known.valid_until is None:
        return Revoked()
    return Expired(known.valid_until)


async def _granted(
    transaction: Transaction,
    code: str,
    known: Known,
    person: str,
    now: datetime,
    timezone: ZoneInfo,
) -> Redeemed:
    day, at = now.astimezone(timezone).date(), stamp(now)
    new = grants.New(person, known.term, "code", str(known.batch), "", person, day, at)
    changed = await give(transaction, new)
    action = f"兑换 第{known.batch}批 尾号{tail(code)} {texts.length(known.term)}"
    before, ends = texts.until(changed.before), texts.until(changed.after)
    await audit.note(transaction, at, person, action, before, ends)
    return Redeemed(changed, membership(await grants.of_person(transaction, person)))
