"""Questions that members say are wrong, and what admins make of them.

- `CannotFlag`: a member may not flag this question
  - `NotAsked`: neither was this chat asked it nor did this person answer it
  - `StillOpen`: this chat is being asked it
  - `Deleted`: it is out of play for good
  - `EnoughFlags`: this person has flagged enough for a day
- `UnknownQuestion`: there is no question of this number
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from study.clock import day_begins, stamp, study_day
from study.members.entitlement import EVERYTHING
from study.quiz.posed import Question
from study.storage import audit, flags, questions
from study.storage.database import Database, Transaction
from study.storage.flags import Flagged

SUSPENDING = 3
"""People whose flags take a question out of play, and its points out of the scores."""
MOST_A_DAY = 5
"""Questions that one person may flag in a study day."""
_LONGEST = 300
"""Characters of all that one person says of a question."""
_BETWEEN = "；"


class CannotFlag(Exception):
    """A flag that is not taken."""


class NotAsked(CannotFlag):
    """The question was never put to this chat or person."""


class StillOpen(CannotFlag):
    """The question's answer is not told yet."""


class Deleted(CannotFlag):
    """An admin has deleted the question."""


class EnoughFlags(CannotFlag):
    """The person's flags of the day are used up."""


class UnknownQuestion(Exception):
    """No question has this number."""


class Judgement(StrEnum):
    """What an admin decides; the value is the state of the question then."""

    RESTORE = "live"
    DELETE = "deleted"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a flag: whether the person had flagged the question before, and said something
    now that he had not said; whether it was out of play already, and is now."""

    is_again: bool
    is_noted: bool
    was_suspended: bool
    is_suspended: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question that waits for an admin, with what members say."""

    question: Question
    flagged: Flagged


async def flag(
    database: Database,
    chat: str,
    person: str,
    question: int,
    reason: str,
    now: datetime,
    timezone: ZoneInfo,
) -> Receipt:
    """Store that a person says a question is wrong, and why; reasons are added to his earlier ones.

    The same person counts once. Raises CannotFlag.
    """
    today = stamp(day_begins(study_day(now, timezone), timezone))
    async with database.transaction() as transaction:
        state = await _flaggable(transaction, chat, person, question)
        if await flags.since(transaction, person, question, today) >= MOST_A_DAY:
            raise EnoughFlags
        before = await flags.reason(transaction, question, person)
        told = _told(before or "", reason)
        people = await flags.put(transaction, question, person, told, stamp(now))
        if people >= SUSPENDING:
            await flags.move(transaction, question, "suspended")
    was_suspended = state == "suspended"
    is_suspended = was_suspended or people >= SUSPENDING
    return Receipt(before is not None, told != (before or ""), was_suspended, is_suspended)


async def _flaggable(transaction: Transaction, chat: str, person: str, question: int) -> str:
    """The state of a question that a person may flag in a chat."""
    state = await flags.state(transaction, question)
    if not await flags.was_put(transaction, question, chat, person):
        raise NotAsked
    if await flags.is_open(transaction, question, chat):
        raise StillOpen
    if state == Judgement.DELETE:
        raise Deleted
    return state


def _told(before: str, reason: str) -> str:
    """Everything that a person says of a question, each thing once, as much as is kept."""
    both = _BETWEEN.join(filter(None, [before, reason]))
    is_new = reason not in before.split(_BETWEEN)
    return both if is_new and len(both) <= _LONGEST else before


async def waiting(database: Database) -> list[Waiting]:
    """The questions that members have flagged: suspended ones first."""
    flagged = await flags.waiting(database)
    found = [await questions.find(database, one.question, window=EVERYTHING) for one in flagged]
    return [Waiting(one, said) for one, said in zip(found, flagged, strict=True) if one]


async def judge(
    database: Database, question: int, judgement: Judgement, by: str, now: datetime
) -> None:
    """Bring a question back into play or delete it; its flags are forgotten, but for the audit.

    Raises UnknownQuestion.
    """
    async with database.transaction() as transaction:
        state = await flags.state(transaction, question)
        if not state:
            raise UnknownQuestion
        reasons = await flags.reasons(transaction, question)
        await flags.clear(transaction, question)
        await flags.move(transaction, question, judgement)
        action = "题 恢复" if judgement is Judgement.RESTORE else "题 删除"
        before = f"Q{question} {state} {reasons}"
        await audit.note(transaction, stamp(now), by, action, before, f"Q{question} {judgement}")
