"""Rows of questions that members say are wrong."""

import json
from dataclasses import dataclass

from study.storage.database import Database, Transaction, single


@dataclass(frozen=True, slots=True)
class Flagged:
    """A question that waits for an admin's judgement: its state, and what each of the members who
    flagged it says ('' for nothing)."""

    question: int
    state: str
    reasons: tuple[str, ...]


async def was_put(transaction: Transaction, question: int, chat: str, person: str) -> bool:
    """Whether a chat was asked a question, or a person answered it anywhere."""
    rows = await transaction.read(
        "select exists (select 1 from asked where chat = ? and question_id = ?)"
        " or exists (select 1 from attempt where question_id = ? and person = ?)",
        (chat, question, question, person),
    )
    return bool(single(rows))


async def is_open(transaction: Transaction, question: int, chat: str) -> bool:
    """Whether a chat is being asked a question at this moment."""
    rows = await transaction.read(
        "select exists (select 1 from asked where chat = ? and question_id = ?"
        " and outcome = 'open' and quiz_id in (select id from quiz where ended_at = ''))",
        (chat, question),
    )
    return bool(single(rows))


async def reason(transaction: Transaction, question: int, person: str) -> str | None:
    """What a person has said of a question, None when he has not flagged it."""
    rows = await transaction.read(
        "select reason from question_flag where question_id = ? and person = ?", (question, person)
    )
    return str(single(rows)) if rows else None


async def since(transaction: Transaction, person: str, question: int, at: str) -> int:
    """How many other questions a person has flagged since a moment."""
    rows = await transaction.read(
        "select count(*) from question_flag where person = ? and question_id <> ? and at >= ?",
        (person, question, at),
    )
    return int(single(rows))


async def put(transaction: Transaction, question: int, person: str, reason: str, at: str) -> int:
    """Store a person's flag, with a reason that takes the place of his earlier one. How many flag
    this question."""
    await transaction.write(
        "insert into question_flag (question_id, person, reason, at) values (?,?,?,?)"
        " on conflict (question_id, person) do update set reason = excluded.reason",
        (question, person, reason, at),
    )
    rows = await transaction.read(
        "select count(*) from question_flag where question_id = ?", (question,)
    )
    return int(single(rows))


async def clear(transaction: Transaction, question: int) -> None:
    """Forget the flags of a question: an admin has judged."""
    await transaction.write("delete from question_flag where question_id = ?", (question,))


async def waiting(source: Database | Transaction) -> list[Flagged]:
    """The questions with flags, but deleted ones: suspended first, then the most flagged."""
    rows = await source.read(
        "select q.id, q.state, json_group_array(f.reason) from question q"
        " join question_flag f on f.question_id = q.id where q.state <> 'deleted'"
        " group by q.id order by q.state = 'suspended' desc, count(*) desc, q.id"
    )
    return [Flagged(row[0], row[1], tuple(json.loads(row[2]))) for row in rows]


async def reasons(transaction: Transaction, question: int) -> list[str]:
    """What members say of a question."""
    rows = await transaction.read(
        "select reason from question_flag where question_id = ? order by at", (question,)
    )
    return [row["reason"] for row in rows]


async def state(source: Database | Transaction, question: int) -> str:
    """The state of a question, '' when there is none of that number."""
    rows = await source.read("select state from question where id = ?", (question,))
    return str(single(rows)) if rows else ""


async def move(transaction: Transaction, question: int, to: str) -> None:
    """Put a question into a state."""
    await transaction.write("update question set state = ? where id = ?", (to, question))
