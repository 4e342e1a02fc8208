"""Sending through a OneBot v11 account."""

import asyncio
import base64

from nonebot.adapters.onebot.v11 import ActionFailed, Bot, Message, MessageSegment
from nonebot.adapters.onebot.v11.exception import NetworkError
from nonebot.exception import ApiNotAvailable
from nonebot.log import logger

from plugins._chat.call import Reply
from study.delivery.splitting import split
from study.services.subscribing import Outcome

_BETWEEN_PIECES = 1.2
"""Seconds between the pieces of one long text: QQ restricts accounts that send faster."""
_TIMED_OUT = 1200
"""The return code with which implementations say that they do not know if it arrived."""


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
    return Outcome.SENT, "", message_id


def _messages(reply: Reply) -> list[Message]:
    texts = [Message(MessageSegment.text(piece)) for piece in split(reply.text)]
    return texts + [Message(_picture(one)) for one in reply.pictures]


def _picture(picture: bytes) -> MessageSegment:
    """A picture by value: the implementation may run on another machine."""
    return MessageSegment.image(f"base64://{base64.b64encode(picture).decode()}")


async def _send_one(
    bot: Bot, group: str | None, person: str, message: Message
) -> tuple[Outcome, str, str]:
    target: dict[str, object] = {"user_id": int(person)} if person else {}
    if group:
        target["group_id"] = int(group)
    try:
        sent = await bot.call_api("send_msg", message_type=_kind(group), message=message, **target)
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
