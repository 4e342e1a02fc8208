"""Which of the events that arrive are looked at: chatter is dropped before anything is built.

Rules over raw OneBot v11 events (https://github.com/botuniverse/onebot-11), because making an
event object of a message costs more than answering it.
"""

import html
import re
from collections.abc import Callable, Collection, Iterator
from typing import Any

from plugins._chat import table
from plugins._chat.call import chat_key

Answers = Callable[[str, str, str], bool]
"""Whether a text answers what the bot last said: chat, person, text."""

_CODE = re.compile(r"\[CQ:(?P<type>\w+)(?P<data>[^\]]*)\]")
_IGNORED_POSTS = {"message_sent"}


def is_wanted(event: dict[str, Any], starts: Collection[str], answers: Answers) -> bool:
    """Whether somebody speaks to the bot with this event, or it is no message at all."""
    post = event.get("post_type")
    if post == "message":
        return is_for_us(event, starts, answers)
    if post == "meta_event":
        return event.get("meta_event_type") != "heartbeat"
    return post not in _IGNORED_POSTS


def is_for_us(event: dict[str, Any], starts: Collection[str], answers: Answers) -> bool:
    """Whether a message is a command, private, speaks to the bot by @, or answers it."""
    if event.get("message_type") == "private":
        return True
    text, at = leading_text(event)
    chat = chat_key(str(event.get("group_id")), "")
    return at or table.is_ours(text, starts) or answers(chat, str(event.get("user_id")), text)


def leading_text(event: dict[str, Any]) -> tuple[str, bool]:
    """The first text of a message after quotes and mentions, and whether it mentions the bot."""
    message = event.get("message")
    if isinstance(message, str):
        return _leading_text_of_codes(message, str(event.get("self_id")))
    at = False
    for kind, data in _segments(message):
        if kind == "text" and str(data.get("text", "")).strip():
            return str(data["text"]), at
        at = at or (kind == "at" and str(data.get("qq")) == str(event.get("self_id")))
    return "", at


def whole_text(event: dict[str, Any]) -> str:
    """The text of a message that is nothing else, quotes and mentions of the bot aside; '' for
    every other: with a picture, or to somebody."""
    message, self_id = event.get("message"), str(event.get("self_id"))
    if isinstance(message, str):
        text = _leading_text_of_codes(message, self_id)[0]
        mentions = _CODE.findall(message.removesuffix(text))
        to_us = all(kind == "reply" or f",qq={self_id}," in f"{data}," for kind, data in mentions)
        return html.unescape(text).strip() if to_us and not _CODE.search(text) else ""
    texts: list[str] = []
    for kind, data in _segments(message):
        if kind == "text":
            texts.append(str(data.get("text", "")))
        elif kind != "reply" and (kind, str(data.get("qq"))) != ("at", self_id):
            return ""
    return "".join(texts).strip()


def _segments(message: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Type and data of the segments that are well formed."""
    for segment in message if isinstance(message, list) else []:
        if isinstance(segment, dict) and isinstance(segment.get("data"), dict):
            yield str(segment.get("type")), segment["data"]


def without_quote(event: dict[str, Any]) -> dict[str, Any]:
    """The event without the message it quotes: NoneBot would ask for that one before we see it."""
    message = event.get("message")
    if isinstance(message, str):
        return {**event, "message": re.sub(r"\[CQ:reply[^\]]*\]", "", message)}
    if isinstance(message, list):
        return {**event, "message": [one for one in message if not _is_quote(one)]}
    return event


def _is_quote(segment: Any) -> bool:
    return isinstance(segment, dict) and segment.get("type") == "reply"


def _leading_text_of_codes(message: str, self_id: str) -> tuple[str, bool]:
    at = False
    while match := _CODE.match(message.lstrip()):
        at = at or (match["type"] == "at" and f",qq={self_id}," in match["data"] + ",")
        message = message.lstrip()[match.end() :]
    return message, at
