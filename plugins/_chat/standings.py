"""Who somebody is to the bot: asked anew for every message, so that nothing stale opens a door."""

from datetime import datetime

from nonebot import get_driver

from plugins._chat import library
from plugins._chat.call import chat_key
from study.services.reader import Reader
from study.services.standing import Standing, standing


def is_superuser(person: str) -> bool:
    """Whether a person is one of SUPERUSERS."""
    return person in get_driver().config.superusers


async def standing_of(group: str | None, person: str, now: datetime) -> Standing:
    """The standing of a person in a chat; of the chat itself where the person is ''."""
    return await standing(
        library.database(),
        group,
        person,
        is_superuser=is_superuser(person),
        now=now,
        timezone=library.settings.timezone,
    )


async def reader_of(chat: str, person: str, now: datetime) -> Reader:
    """A chat as the library sees it when a person asks there, or nobody ('')."""
    kind, _, number = chat.partition(":")
    group = number if kind == "group" else None
    found = await standing_of(group, person if group else number, now)
    return Reader(chat_key(group, number), found.window)
