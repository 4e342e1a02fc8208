"""What admins make of groups, and superusers of people."""

from collections.abc import Sequence
from datetime import datetime

from study.clock import stamp
from study.members.entitlement import GroupKind
from study.members.texts import KINDS
from study.sealing.keyring import Keyring
from study.services.notices import leave
from study.services.passing import ADMINS, APPOINTED
from study.storage import audit, cases, notices, standings
from study.storage.database import Database


async def set_group(
    database: Database, group: str, kind: GroupKind, by: str, now: datetime
) -> GroupKind:
    """Make a group free, a members' one, or muted; return what it was."""
    async with database.transaction() as transaction:
        before = await standings.kind_of(transaction, group)
        if before is not kind:
            await standings.set_kind(transaction, group, kind, by, stamp(now))
            await audit.note(
                transaction, stamp(now), by, f"设群 {group}", KINDS[before], KINDS[kind]
            )
    return before


async def appoint(
    database: Database, keyring: Keyring, person: str, by: str, text: str, now: datetime
) -> bool:
    """Make somebody an admin, and tell him with a `text`; False when he was one."""
    async with database.transaction() as transaction:
        done = await standings.appoint(transaction, person, by, stamp(now))
        if done:
            await audit.note(transaction, stamp(now), by, f"任命管理员 {person}", "", "管理员")
            subject = f"{APPOINTED}{stamp(now)}"
            await leave(transaction, keyring, person, subject, text, now, now)
    return done


async def dismiss(database: Database, person: str, by: str, now: datetime) -> Sequence[str] | None:
    """Have somebody be no admin any more; None when he was none. Returns the numbers of the cases
    that were in his hands: they wait for another admin now."""
    async with database.transaction() as transaction:
        if not await standings.dismiss(transaction, person):
            return None
        freed = await cases.free(transaction, person)
        await notices.forget_of(transaction, person, ADMINS)
        left = f"手上的放回：{'、'.join(freed)}" if freed else ""
        await audit.note(transaction, stamp(now), by, f"免去管理员 {person}", "管理员", left)
    return freed


async def admins(database: Database) -> list[str]:
    """The admins whom superusers appointed."""
    return await standings.appointed(database)


async def groups(database: Database) -> dict[str, GroupKind]:
    """The groups that an admin made something."""
    return await standings.groups(database)
