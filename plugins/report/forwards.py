"""Merged forwards: many messages in one, as a transcript and the pictures in them.

OneBot v11 answers `get_forward_msg` with node segments under `message`; the implementations with
messages under `messages`, whose words stand in `message` or `content`, as segments or as one text
with CQ codes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from nonebot.adapters.onebot.v11 import ActionFailed, Bot, Message, MessageSegment

from plugins.report import cards

MOST_MESSAGES = 100
_DEEPEST = 2
_LONGEST = 5_000
"""Characters of one message."""
_OTHER = {"file": "文件", "video": "视频", "record": "语音", "face": "表情", "mface": "表情"}
_CARDS = ("json", "xml", "share", "contact")


@dataclass(slots=True)
class Forward:
    """What was read; `left_out` says whether there was more than is taken."""

    lines: list[str] = field(default_factory=list[str])
    pictures: list[Mapping[str, Any]] = field(default_factory=list[Mapping[str, Any]])
    messages: int = 0
    left_out: bool = False

    @property
    def transcript(self) -> str:
        """Who said when what, and where the pictures were."""
        return "\n".join(self.lines)


async def read(bot: Bot, data: Mapping[str, Any], timezone: ZoneInfo) -> Forward:
    """A merged forward by the data of its segment.

    Raises what `Bot.call_api` raises where the implementation cannot give it.
    """
    forward = Forward()
    await _read(bot, data, timezone, forward, 1)
    return forward


async def _read(
    bot: Bot, data: Mapping[str, Any], timezone: ZoneInfo, forward: Forward, depth: int
) -> None:
    inside = data.get("content")
    nodes = inside if isinstance(inside, list) else await _asked(bot, str(data.get("id", "")))
    for node in nodes:
        if forward.messages >= MOST_MESSAGES:
            forward.left_out = True
            return
        if isinstance(node, dict):
            forward.messages += 1
            await _message(bot, node, timezone, forward, depth)


async def _asked(bot: Bot, number: str) -> list[Any]:
    try:
        answer = await bot.call_api("get_forward_msg", id=number)
    except ActionFailed:  # go-cqhttp and its heirs call it otherwise.
        answer = await bot.call_api("get_forward_msg", message_id=number)
    if isinstance(answer, dict):
        answer = answer.get("messages") or answer.get("message")
    return answer if isinstance(answer, list) else []


async def _message(
    bot: Bot, node: dict[str, Any], timezone: ZoneInfo, forward: Forward, depth: int
) -> None:
    """Add one message to the transcript."""
    packed = node.get("data")
    said: dict[str, Any] = packed if isinstance(packed, dict) else node
    forward.lines.append(_head(said, timezone, depth))
    words: list[str] = []
    for segment in _segments(said.get("message") or said.get("content")):
        if segment.type != "forward":
            words.append(_word(segment, forward))
            continue
        if depth >= _DEEPEST:
            words.append("〔转发的聊天记录〕")
            forward.left_out = True
            continue
        forward.lines.append("".join(words) + "〔转发的聊天记录：〕")
        words = []
        await _read(bot, segment.data, timezone, forward, depth + 1)
    if text := "".join(words)[:_LONGEST]:
        forward.lines.append(text)


def _head(said: Mapping[str, Any], timezone: ZoneInfo, depth: int) -> str:
    """Who said it and when, as far as the implementation tells."""
    sender = said.get("sender")
    who: Mapping[str, Any] = sender if isinstance(sender, dict) else said
    name = str(who.get("card") or who.get("nickname") or who.get("name") or "")[:60]
    number = str(who.get("user_id") or who.get("uin") or "")
    parts = [_moment(said.get("time"), timezone), name, f"({number})" if number else ""]
    return "> " * (depth - 1) + " ".join(filter(None, parts))


def _moment(seconds: Any, timezone: ZoneInfo) -> str:
    try:
        return f"{datetime.fromtimestamp(int(seconds), timezone):%Y-%m-%d %H:%M:%S}"
    except (TypeError, ValueError, OverflowError, OSError):
        return ""


def _segments(content: object) -> Iterable[MessageSegment]:
    if isinstance(content, str):
        return Message(content)
    given = content if isinstance(content, list) else [content]
    return [
        MessageSegment(str(one["type"]), one["data"])
        for one in given
        if isinstance(one, dict) and isinstance(one.get("data"), dict) and "type" in one
    ]


def _word(segment: MessageSegment, forward: Forward) -> str:
    """A segment in the words of the transcript; pictures are put aside."""
    if segment.type == "text":
        return str(segment.data.get("text", ""))
    if segment.type == "image":
        forward.pictures.append(segment.data)
        return f"〔图片{len(forward.pictures)}〕"
    if segment.type == "at":
        return f"@{segment.data.get('name') or segment.data.get('qq', '')} "
    if segment.type in _CARDS:
        return cards.text_of(segment.type, segment.data)
    kind = _OTHER.get(segment.type)
    name = str(segment.data.get("name") or segment.data.get("file_name") or "")[:80]
    return f"〔{kind}{name}〕" if kind else ""
