"""Every error of a handler becomes a sentence here."""

import secrets

from nonebot.log import logger

from plugins._chat import texts
from plugins._chat.call import Refusal, Reply

_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def reply_to(error: Exception) -> Reply:
    """What the chat reads about an error; an unexpected one is logged under a case number."""
    if isinstance(error, Refusal):
        return Reply(error.sentence, shortcuts=error.shortcuts)
    number = "".join(secrets.choice(_ALPHABET) for _ in range(5))
    logger.opt(exception=error).error(f"case {number}: a handler failed")
    return Reply(texts.trouble(number))
