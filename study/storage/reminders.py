"""Rows that somebody is to be reminded of: memberships in pieces, and cases that wait."""

import json
from collections.abc import AsyncGenerator, Collection
from datetime import date

from study.members.runs import Grant
from study.members.term import of_iso
from study.storage.database import Database

_PEOPLE = 200
"""People whose grants are read, and worked on, without a pause."""


async def ledgers(database: Database) -> AsyncGenerator[list[tuple[str, list[Grant]]]]:
    """Everybody's grants that stand, some people at a time."""
    last = ""
    while True:
        rows = await database.read(
            "select person, json_group_array(json_array(id, term, source, granted_on)) as grants"
            " from membership_grant where person > ? and reversed_at = ''"
            " group by person order by person limit ?",
            (last, _PEOPLE),
        )
        yield [(row["person"], _grants(row["grants"])) for row in rows]
        if len(rows) < _PEOPLE:
            return
        last = rows[-1]["person"]


async def overdue(
    database: Database, person: str, others: Collection[str], trait: str, before: str, most: int
) -> list[str]:
    """At most `most` open cases, the longest waiting first, that nobody has moved since `before`
    and that none of the `others` who are admins works on; none that the person reported or is
    suspected in (a trait)."""
    rows = await database.read(
        "select number from resale_case c where closed_at = '' and moved_at < ?"
        f" and handler not in ({', '.join('?' * len(others))}) and reporter <> ?"
        " and not exists (select 1 from case_trait where kind in ('qq', 'mentioned') and trait = ?"
        " and case_id = c.id) order by moved_at limit ?",
        (before, *others, person, trait, most),
    )
    return [row["number"] for row in rows]


def _grants(written: str) -> list[Grant]:
    return [
        Grant(number, of_iso(term), source, "", "", date.fromisoformat(day))
        for number, term, source, day in json.loads(written)
    ]
