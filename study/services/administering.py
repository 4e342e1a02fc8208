"""What admins make of groups, and superusers of people."""

from datetime import datetime

from study.clock import stamp
from study.members.entitlement import GroupKind
from study.storage import audit, standings
from study.storage.database import Database


async def set_group(
    database: Database, group: str, kind: GroupKind, by: str, now: datetime
) -> GroupKind:
    """Make a group free, a members' one, or muted; return what it was."""
    async with database.transaction() as transaction:
        before = await standings.kind_of(transaction, group)
        if before is not kind:
            await standings.set_kind(transaction, group, kind, by, stamp(now))
            await audit.note(transaction, stamp(now), by, f"设群 {group}", before, kind)
    return before


async def appoint(database: Database, person: str, by: str, now: datetime) -> bool:
    """Make somebody an admin; False when he was one."""
    async with database.transaction() as transaction:
        done = await standings.appoint(transaction, person, by, stamp(now))
        if done:
            await audit.note(transaction, stamp(now), by, f"任命管理员 {person}", "", "admin")
    return done


async def dismiss(database: Database, person: str, by: str, now: datetime) -> bool:
    """Have somebody be no admin any more; False when he was none."""
    async with database.transaction() as transaction:
        done = await standings.dismiss(transaction, person)
        if done:
            await audit.note(transaction, stamp(now), by, f"免去管理员 {person}", "admin", "")
    return done


async def admins(database: Database) -> list[str]:
    """The admins whom superusers appointed."""
    return await standings.appointed(database)


async def groups(database: Database) -> dict[str, GroupKind]:
    """The groups that an admin made something."""
    return await standings.groups(database)
