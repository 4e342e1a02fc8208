"""Storing answers, and what they show of people's memory."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from study.clock import study_day
from study.quiz.attempt import Attempt
from study.services.remembering import remember
from study.storage import attempts
from study.storage.database import Database, Transaction


async def record(database: Database, answers: Sequence[Attempt], timezone: ZoneInfo) -> None:
    """Store judged answers in their order, all or none."""
    async with database.transaction() as transaction:
        await record_within(transaction, answers, timezone)


async def record_within(
    transaction: Transaction, answers: Sequence[Attempt], timezone: ZoneInfo
) -> None:
    """As `record`, as part of something larger."""
    for attempt in answers:
        await attempts.insert(transaction, attempt, study_day(attempt.at, timezone))
        await remember(transaction, attempt, timezone)
