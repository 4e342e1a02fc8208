"""Keeping in mind what an answer shows of what a person remembers."""

from collections import Counter
from datetime import timedelta
from zoneinfo import ZoneInfo

from study.clock import day_begins, stamp, study_day
from study.memory.grades import grade, usual_seconds
from study.memory.memory import Kept, Memory, phrase_subject, question_subject
from study.memory.schedule import Plan, plan, settled
from study.questions.question import Kind
from study.quiz.attempt import Attempt
from study.storage import memory, progress
from study.storage.database import Transaction


async def remember(transaction: Transaction, attempt: Attempt, timezone: ZoneInfo) -> None:
    """Count an attempt, and bring up to date what its person remembers of question and phrase.

    To be called in the transaction that stores the attempt. What somebody names in a 合力题 says
    too little of the whole: it only counts.
    """
    day = study_day(attempt.at, timezone)
    await progress.count(transaction, attempt.person, day, is_right=attempt.is_right)
    kind, stem, answer = await memory.put_to(transaction, attempt.question)
    if kind is Kind.TOGETHER:
        return
    rating = grade(
        is_right=attempt.is_right,
        hinted=attempt.hinted,
        seconds=attempt.seconds,
        kind=kind,
        usual=usual_seconds(kind, stem, answer),
    )
    subjects: dict[str, int | None] = {question_subject(attempt.question): attempt.question}
    if attempt.phrase:
        subjects[phrase_subject(attempt.phrase)] = None
    known = await memory.of(transaction, attempt.person, list(subjects))
    after: list[Kept] = []
    for subject, question in subjects.items():
        planned = plan(known.get(subject), rating, attempt.at, timezone)
        now = await _settled(transaction, attempt.person, planned, timezone)
        after.append(Kept(subject, question, attempt.phrase, now))
    missed = "" if attempt.is_right else stamp(attempt.at)
    await memory.put(transaction, attempt.person, after, missed)


async def _settled(
    transaction: Transaction, person: str, planned: Plan, timezone: ZoneInfo
) -> Memory:
    if len(planned.days) < 2:
        return settled(planned, {}, timezone)
    since = day_begins(min(planned.days), timezone)
    before = day_begins(max(planned.days) + timedelta(days=1), timezone)
    due = await memory.load(transaction, person, since, before)
    return settled(planned, Counter(study_day(one, timezone) for one in due), timezone)
