"""Sending through a OneBot v11 account."""

import asyncio
import base64
import re
from typing import Any

from nonebot.adapters.onebot.v11 import ActionFailed, Bot, Message, MessageSegment
from nonebot.adapters.onebot.v11.exception import NetworkError
from nonebot.exception import ApiNotAvailable
from nonebot.log import logger

from plugins._chat import texts
from plugins._chat.call import Attachment, Reply
from study.delivery.splitting import split
from study.services.subscribing import Outcome

_BETWEEN_PIECES = 1.2
"""Seconds between the pieces of one long text: QQ restricts accounts that send faster."""
_TIMED_OUT = 1200
"""The return code with which implementations say that they do not know if it arrived."""
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
"""What would make a path of the name of a file, which strangers may have chosen."""


async def send(bot: Bot, group: str | None, person: str, reply: Reply) -> tuple[Outcome, str, str]:
    """Send a reply to a group, or to a person when `group` is None.

    Returns what is known of it, the error, and the id of the last message. What may have
    arrived is never sent again.
    """
    message_id = ""
    for place, message in enumerate(_messages(reply)):
        if place:
            await asyncio.sleep(_BETWEEN_PIECES)
        outcome, error, message_id = await _send_one(bot, group, person, message)
        if outcome is not Outcome.SENT:
            logger.warning(f"a message to {_kind(group)} is {outcome}: {error}")
            return outcome, error, message_id
    for file in reply.files:
        await _hand_over(bot, person, file)
    return Outcome.SENT, "", message_id


def _messages(reply: Reply) -> list[Message]:
    texts = [Message(MessageSegment.text(piece)) for piece in split(reply.text)]
    return texts + [Message(_picture(one)) for one in reply.pictures]


def _picture(picture: bytes) -> MessageSegment:
    return MessageSegment.image(_by_value(picture))


def _by_value(content: bytes) -> str:
    """Content in the call itself: the implementation may run on another machine."""
    return f"base64://{base64.b64encode(content).decode()}"


async def _hand_over(bot: Bot, person: str, file: Attachment) -> None:
    """Send a file to a person, or say that it did not arrive.

    The standard knows no files. `upload_private_file` takes them by value in NapCat, LLBot and
    Lagrange; the segment is what NapCat and LLBot know beside it.
    """
    await asyncio.sleep(_BETWEEN_PIECES)
    name = _UNSAFE.sub("_", file.name)
    target = {"user_id": int(person), "file": _by_value(file.content), "name": name}
    outcome, error, _ = await _call(bot, "upload_private_file", target)
    if outcome is Outcome.FAILED:
        segment = MessageSegment("file", {"file": target["file"], "name": name})
        outcome, error, _ = await _send_one(bot, None, person, Message(segment))
    if outcome is Outcome.SENT:
        return
    logger.warning(f"a file to a person is {outcome}: {error}")
    said = texts.not_handed_over(file, may_have_arrived=outcome is Outcome.UNKNOWN)
    await asyncio.sleep(_BETWEEN_PIECES)
    await _send_one(bot, None, person, Message(MessageSegment.text(said)))


async def _send_one(
    bot: Bot, group: str | None, person: str, message: Message
) -> tuple[Outcome, str, str]:
    target: dict[str, object] = {"user_id": int(person)} if person else {}
    if group:
        target["group_id"] = int(group)
    return await _call(
        bot, "send_msg", {"message_type": _kind(group), "message": message, **target}
    )


async def _call(bot: Bot, action: str, parameters: dict[str, Any]) -> tuple[Outcome, str, str]:
    """What is known after a call, the error, and the id of the message."""
    try:
        sent = await bot.call_api(action, **parameters)
    except ActionFailed as error:
        code = error.info.get("retcode")
        return (Outcome.UNKNOWN if code == _TIMED_OUT else Outcome.FAILED), f"retcode {code}", ""
    except ApiNotAvailable:
        return Outcome.FAILED, "not connected", ""
    except NetworkError as error:
        return Outcome.UNKNOWN, type(error).__name__, ""
    return Outcome.SENT, "", str((sent or {}).get("message_id", ""))


def _kind(group: str | None) -> str:
    return "group" if group else "private"
