"""What decides a person's standing in a chat, in one read; groups' kinds and appointed admins."""

import json
from dataclasses import dataclass
from datetime import date

from study.members.entitlement import GroupKind
from study.members.runs import Grant
from study.members.term import of_iso
from study.storage.database import Database, Transaction


@dataclass(frozen=True, slots=True)
class Facts:
    """Whether a person was appointed admin, what a group is, and the person's grants that stand."""

    is_appointed: bool
    kind: GroupKind
    grants: tuple[Grant, ...]


async def facts(database: Database, group: str | None, person: str) -> Facts:
    """The facts about a person in a group (None in private)."""
    [row] = await database.read(
        "select exists (select 1 from admin where person = ?1) as appointed,"
        " (select kind from chat_group where number = ?2) as kind,"
        " (select json_group_array(json_array(id, term, source, reference, granted_on))"
        " from membership_grant where person = ?1 and reversed_at = '') as grants",
        (person, group),
    )
    grants = [
        Grant(number, of_iso(term), source, reference, "", date.fromisoformat(day))
        for number, term, source, reference, day in json.loads(row["grants"])
    ]
    return Facts(bool(row["appointed"]), GroupKind(row["kind"] or GroupKind.FREE), tuple(grants))


async def kind_of(source: Database | Transaction, group: str) -> GroupKind:
    """What a group is."""
    rows = await source.read("select kind from chat_group where number = ?", (group,))
    return GroupKind(rows[0]["kind"]) if rows else GroupKind.FREE


async def set_kind(transaction: Transaction, group: str, kind: GroupKind, by: str, at: str) -> None:
    """Make a group what an admin says."""
    await transaction.write(
        "insert into chat_group (number, kind, set_by, set_at) values (?,?,?,?)"
        " on conflict (number) do update set kind = excluded.kind, set_by = excluded.set_by,"
        " set_at = excluded.set_at",
        (group, kind, by, at),
    )


async def appointed(source: Database | Transaction) -> list[str]:
    """The admins whom superusers appointed."""
    rows = await source.read("select person from admin order by appointed_at, person")
    return [row["person"] for row in rows]


async def appoint(transaction: Transaction, person: str, by: str, at: str) -> bool:
    """Make somebody an admin; False when he was one."""
    touched = await transaction.write(
        "insert into admin (person, appointed_by, appointed_at) values (?,?,?)"
        " on conflict (person) do nothing",
        (person, by, at),
    )
    return touched > 0


async def dismiss(transaction: Transaction, person: str) -> bool:
    """Have somebody be no admin any more; False when he was none."""
    return await transaction.write("delete from admin where person = ?", (person,)) > 0


async def groups(source: Database | Transaction) -> dict[str, GroupKind]:
    """What admins made of groups, by their numbers."""
    rows = await source.read("select number, kind from chat_group order by kind, number")
    return {row["number"]: GroupKind(row["kind"]) for row in rows}
