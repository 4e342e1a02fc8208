"""What the rows of attempts come to, for a person and for a chat."""

import json
from collections.abc import Collection
from datetime import date

from study.memory.record import Day, Score
from study.memory.topics import Answered
from study.storage.database import Database, Transaction, single

_UNSOUND = "state <> 'live' and state in ('suspended', 'deleted')"
"""Questions that count for nothing. The first condition only says which index serves."""
_SOUND = f"question_id not in (select id from question where {_UNSOUND})"


async def count(transaction: Transaction, person: str, day: date, *, is_right: bool) -> None:
    """Add an answer to a study day of a person."""
    await transaction.write(
        "insert into studied (person, day, answers, right_answers) values (?,?,1,?)"
        " on conflict (person, day) do update set answers = answers + 1,"
        " right_answers = right_answers + excluded.right_answers",
        (person, day.isoformat(), is_right),
    )


async def days(database: Database, person: str) -> list[Day]:
    """The study days on which a person answered, from old to new."""
    rows = await database.read(
        "select day, answers, right_answers from studied where person = ? order by day", (person,)
    )
    unsound = await _unsound_days(database, person)
    found: list[Day] = []
    for day, answers, right in map(tuple, rows):
        lost, lost_right = unsound.get(day, (0, 0))
        score = Score(answers - lost, right - lost_right)
        found.append(Day(date.fromisoformat(day), answers, score))
    return found


async def _unsound_days(database: Database, person: str) -> dict[str, tuple[int, int]]:
    """How many answers, and right ones, of each day count for nothing; by the questions, which are
    few, and not by the person's answers."""
    rows = await database.read(
        "select a.day, count(*), sum(a.is_right) from question q cross join attempt a"
        f" on a.question_id = q.id and a.person = ? where {_UNSOUND} group by a.day",
        (person,),
    )
    return {row[0]: (row[1], row[2]) for row in rows}


async def latest(database: Database, person: str, limit: int) -> list[Answered]:
    """The last answers of a person, those to like questions together."""
    rows = await database.read(
        "select q.folded,"
        " coalesce((select min(tag) from tag where material_id = q.material_id), '') as tag,"
        " coalesce(substr(m.spoken_on, 1, 4), '') as year, q.bank_id is not null as from_bank,"
        " count(*) as answers, sum(a.is_right) as correct"
        " from (select question_id, is_right from attempt"
        f" where person = ? and {_SOUND} order by day desc limit ?) a"
        " join question q on q.id = a.question_id left join material m on m.id = q.material_id"
        " group by q.folded, q.material_id, q.bank_id",
        (person, limit),
    )
    return [
        Answered(
            row["folded"],
            row["tag"],
            row["year"],
            bool(row["from_bank"]),
            Score(row["answers"], row["correct"]),
        )
        for row in rows
    ]


async def fields_of(database: Database, forms: Collection[str]) -> dict[str, str]:
    """The glossary's fields of phrases (search forms); unknown ones are left out."""
    rows = await database.read(
        "select folded, content ->> 'field' from formulation"
        " where folded in (select value from json_each(?))",
        (json.dumps(list(forms)),),
    )
    return {row[0]: row[1] for row in rows}


async def points(database: Database, chat: str, since: date, daily: int) -> list[tuple[str, int]]:
    """The players of a chat who want to be seen, with their points; at most `daily` for a day."""
    rows = await database.read(
        "select person, sum(case when credits > ? then ? else credits end) from"
        " (select person, sum(credit) as credits from attempt where chat = ? and day >= ?"
        f" and credit > 0 and occasion in ('race', 'open') and {_SOUND} group by day, person)"
        " where person not in (select person from hidden_player) group by person",
        (daily, daily, chat, since.isoformat()),
    )
    return [(row[0], row[1]) for row in rows]


async def is_hidden(source: Database | Transaction, person: str) -> bool:
    """Whether a person does not want to stand on any board."""
    rows = await source.read("select count(*) from hidden_player where person = ?", (person,))
    return bool(single(rows))


async def hide(transaction: Transaction, person: str, since: str) -> None:
    """Take a person from all boards."""
    await transaction.write(
        "insert into hidden_player (person, since) values (?,?) on conflict do nothing",
        (person, since),
    )


async def show(transaction: Transaction, person: str) -> None:
    """Put a person on the boards again."""
    await transaction.write("delete from hidden_player where person = ?", (person,))
