"""Who somebody is in a chat, and what is open to him there."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from study.members.entitlement import (
    Asker,
    GroupKind,
    Window,
    window_in_group,
    window_in_private,
)
from study.members.runs import membership
from study.storage import standings
from study.storage.database import Database


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a person is an admin, whether the chat is muted, and what of the members' part is
    open to the person in it."""

    is_admin: bool
    is_muted: bool
    window: Window


async def standing(
    database: Database,
    group: str | None,
    person: str,
    *,
    is_superuser: bool,
    now: datetime,
    timezone: ZoneInfo,
) -> Standing:
    """The standing of a person in a group, or in private where `group` is None.

    Without a person ('') it is that of the group itself, for what nobody asked for.
    """
    facts = await standings.facts(database, group, person)
    today = now.astimezone(timezone).date()
    asker = Asker(membership(facts.grants), is_superuser or facts.is_appointed)
    if group is None:
        return Standing(asker.is_admin, False, window_in_private(asker, today, timezone))
    window = window_in_group(facts.kind, asker if person else None, today)
    return Standing(asker.is_admin, facts.kind is GroupKind.MUTED, window)
