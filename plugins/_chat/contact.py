"""Somebody has spoken to the bot in private: now it can tell him what did not reach him before."""

from nonebot.adapters.onebot.v11 import Bot

from plugins._chat import sending, texts
from plugins._chat.call import Call, Reply
from study.services import contacting, notices
from study.services.notices import Kept, Sent


async def met(bot: Bot, call: Call) -> None:
    """Remember the account, and send what was kept."""
    await contacting.met(call.database, call.person, call.account, call.now)

    async def send(kept: list[Kept]) -> Sent:
        return await sending.send(bot, None, call.person, Reply(texts.kept(kept)))

    await notices.show_kept(
        call.database, call.vault.keyring, call.person, call.now, call.timezone, send
    )
