"""Every error of a handler becomes a sentence here."""

import secrets

from nonebot.log import logger

from plugins._chat import texts
from plugins._chat.call import Refusal, Reply, Role
from study.sealing.keyring import Unsealable

_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def reply_to(error: Exception, role: Role = Role.MEMBER) -> Reply:
    """What the chat reads about an error; an unexpected one is logged under a case number."""
    if isinstance(error, Refusal):
        return Reply(error.sentence, shortcuts=error.shortcuts)
    if isinstance(error, Unsealable):
        logger.opt(exception=error).error("something sealed does not open: python3 -m study check")
        return Reply(texts.SHUT)
    number = "".join(secrets.choice(_ALPHABET) for _ in range(5))
    logger.opt(exception=error).error(f"case {number}: a handler failed")
    return Reply(texts.trouble(number, is_admin=role >= Role.ADMIN))
