"""Answers to what the bot asks a whole chat, taken before anything is built of the message.

Whoever asks registers a function. It is called for every message that may be an answer, in the
order in which messages arrive, and says at once whether it takes it: a taken one costs no event
and no task, and is never shed.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from nonebot.log import logger

from plugins._chat import gate, table, talks
from plugins._chat.call import chat_key
from plugins._chat.shortcuts import offered

LONGEST = 200
"""Characters of an answer; what is longer is not offered."""


@dataclass(frozen=True, slots=True)
class Said:
    """A message that is all text and no command. `account` is the bot account that heard it, `name`
    how the person is called there, `arrival` a moment of the steady clock in seconds."""

    account: str
    chat: str
    person: str
    name: str
    text: str
    arrival: float


Taker = Callable[[Said], bool]
_takers: list[Taker] = []


def register(taker: Taker) -> None:
    """Let a function have the messages that may be answers; True from it takes one."""
    _takers.append(taker)


def take(event: dict[str, Any], starts: Collection[str], arrival: float) -> bool:
    """Whether a raw event (OneBot v11) was an answer that somebody has taken."""
    said = _said(event, starts, arrival) if _takers else None
    if said is None or offered.is_prompt(said.chat, said.person, said.text, arrival):
        return False
    try:
        return any(taker(said) for taker in _takers)
    except Exception as error:  # noqa: BLE001 - it would end the connection, for all chats
        logger.opt(exception=error).error("an answer could not be judged")
        return False


def _said(event: dict[str, Any], starts: Collection[str], arrival: float) -> Said | None:
    if event.get("post_type") != "message" or event.get("sub_type") == "anonymous":
        return None
    text = gate.whole_text(event)
    if not text or len(text) > LONGEST or table.strip_start(text, starts) is not None:
        return None
    account, person, group = (str(event.get(key, "")) for key in ("self_id", "user_id", "group_id"))
    if event.get("message_type") == "private" and talks.is_open(person):
        return None  # Whoever reports something in private has the floor.
    chat = chat_key(group if event.get("message_type") == "group" else None, person)
    return Said(account, chat, person, _name(event.get("sender")), text, arrival)


def _name(sender: Any) -> str:
    """The name in the group, else the person's own."""
    named = sender if isinstance(sender, dict) else {}
    return str(named.get("card") or named.get("nickname") or "")
