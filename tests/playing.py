"""Quizzes as a test plays them: what they say by themselves, and at what pace."""

import asyncio

import nonebot

from tests.dialogue import Chat

SOURCE = "——《在全市作风建设推进会上的讲话》（2026年9月18日） · M0001 第2段"
QUOTE = "原文：作风建设永远在路上，必须以钉钉子精神抓下去，一锤接着一锤敲。"
STOP = "停止：/学习 停"


class Play:
    """What the quizzes say by themselves, in whatever chat."""

    def __init__(self) -> None:
        self.said: asyncio.Queue[tuple[str, str]] = asyncio.Queue()
        self.arrives = True
        self.goes = asyncio.Event()
        self.goes.set()

    async def say(self, account: str, chat: str, text: str) -> bool:
        self.said.put_nowait((chat, text))
        await self.goes.wait()
        return self.arrives

    async def hears(self) -> str:
        _, text = await asyncio.wait_for(self.said.get(), 5)
        return text

    async def hears_to(self, chat: Chat, command: str) -> str:
        """What is said by itself after a command."""
        await chat.says(command)
        return await self.hears()


def letter(question: str, option: str = "钉钉子精神") -> str:
    """Under which letter an option stands in the question at the end of a message."""
    return question.rpartition(f". {option}")[0][-1]


async def connect() -> None:
    """The account connects, as after a restart."""
    from nonebot.adapters.onebot.v11 import Bot

    from plugins._chat.adapter import Adapter
    from plugins.quiz import plays

    await plays.go_on(Bot(nonebot.get_adapter(Adapter), "10000"))
