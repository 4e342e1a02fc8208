"""Speaking to the bot as NoneBot would bring it the words."""

import itertools
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import nonebot
from nonebug import App

from study.terminal.onebot import Speaker, message_event
from tests.library import MONDAY

ADMIN = 10001
_message_ids = itertools.count(1)


class _Seen(dict[str, Any]):
    """Stands for the parameters of an API call and remembers what they were."""

    def __eq__(self, other: object) -> bool:
        assert isinstance(other, dict)
        self.update(other)
        return True

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = None  # type: ignore[assignment]


@dataclass
class Chat:
    """A conversation with the bot, in which time is what the test says."""

    app: App
    now: datetime = MONDAY
    group: int | None = 20000
    sent: list[dict[str, Any]] = field(default_factory=list)

    async def says(self, text: str, person: int = 30001, role: str = "member") -> str:
        """Say something that the bot must answer; return its whole answer."""
        seen = _Seen()
        await self._receive(text, person, role, seen)
        assert seen, f"no answer to {text}"
        self.sent.append(seen)
        return seen["message"].extract_plain_text()

    async def passes_over(self, text: str, person: int = 30001) -> None:
        """Say something that the bot must not answer."""
        await self._receive(text, person, "member", None)

    async def _receive(self, text: str, person: int, role: str, seen: _Seen | None) -> None:
        from nonebot.adapters.onebot.v11 import Bot

        from plugins._chat.adapter import Adapter

        raw = message_event(
            Speaker(person, self.group, role), [{"type": "text", "data": {"text": text}}]
        )
        raw |= {"time": 1, "self_id": 10000, "message_id": next(_message_ids)}
        async with self.app.test_matcher() as context:
            adapter = nonebot.get_adapter(Adapter)
            bot = context.create_bot(base=Bot, adapter=adapter, self_id="10000")
            event = adapter.json_to_event(raw)
            if seen is not None:
                context.should_call_api("send_msg", seen, {"message_id": 1})
            if event is not None:
                context.receive_event(bot, event)
