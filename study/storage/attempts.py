"""Rows of judged answers."""

import json
from datetime import date

from study.clock import stamp
from study.quiz.attempt import Attempt
from study.storage.database import Transaction


async def insert(transaction: Transaction, attempt: Attempt, day: date) -> None:
    """Store an answer with the study day on which it was given."""
    await transaction.write(
        "insert into attempt (asked_id, question_id, person, chat, occasion, given, is_right,"
        " credit, seconds, hinted, at, day) values (?,?,?,?,?,?,?,?,?,?,?,?)",
        (attempt.asked, attempt.question, attempt.person, attempt.chat, attempt.occasion,
         json.dumps(attempt.given, ensure_ascii=False), attempt.is_right, attempt.credit,
         round(attempt.seconds, 3), attempt.hinted, stamp(attempt.at), day.isoformat()),
    )  # fmt: skip
