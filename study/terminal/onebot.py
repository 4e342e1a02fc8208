"""The other side of the bot: a OneBot v11 implementation over reverse WebSocket.

Standard: https://github.com/botuniverse/onebot-11. It sends events as QQ would and answers
every API call; the terminal session and the tests speak to a real bot process through it.
"""

import asyncio
import itertools
import json
import time
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, cast

import websockets
from websockets.asyncio.client import ClientConnection

Json = dict[str, Any]
Answer = Callable[["ApiCall"], Json | None]
"""What to answer a call with: the whole response without `echo`, or None to stay silent."""

ACCOUNT = 10000
_message_ids = itertools.count(int(time.time()) % 1_000_000 * 1000)


@dataclass(frozen=True, slots=True)
class ApiCall:
    """A call the bot made, such as send_msg."""

    action: str
    params: Json


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something: in a group with a role there, or in private when `group` is None."""

    person: int
    group: int | None = None
    role: str = "member"


class Implementation(AbstractAsyncContextManager["Implementation"]):
    """A connection to the bot. `calls` receives every API call after it was answered."""

    def __init__(
        self, url: str, token: str = "", account: int = ACCOUNT, answer: Answer | None = None
    ) -> None:
        self.calls: asyncio.Queue[ApiCall] = asyncio.Queue()
        self._url, self._account = url, account
        self._headers = {"X-Self-ID": str(account), "X-Client-Role": "Universal"}
        if token:
            self._headers["Authorization"] = f"Bearer {token}"
        self._answer = answer or succeed
        self._socket: ClientConnection | None = None
        self._reader: asyncio.Task[None] | None = None

    async def __aenter__(self) -> "Implementation":
        """Connect. Raises OSError and websockets' InvalidHandshake (a refused token)."""
        self._socket = await websockets.connect(
            self._url,
            additional_headers=self._headers,
            max_size=None,
            compression=None,
            proxy=None,  # The bot is on this machine, whatever proxy leads outside.
        )
        await self.send(
            {"post_type": "meta_event", "meta_event_type": "lifecycle", "sub_type": "connect"}
        )
        self._reader = asyncio.create_task(self._read())
        return self

    async def __aexit__(self, *reason: object) -> None:
        if self._reader:
            self._reader.cancel()
        if self._socket:
            await self._socket.close()

    async def send(self, event: Json) -> None:
        """Send an event; time and account are filled in."""
        assert self._socket  # noqa: S101 - only inside `async with`
        stamped = {"time": int(time.time()), "self_id": self._account, **event}
        await self._socket.send(json.dumps(stamped, ensure_ascii=False))

    async def say(self, speaker: Speaker, text: str) -> None:
        """Send a message of `speaker`."""
        await self.send(message_event(speaker, [{"type": "text", "data": {"text": text}}]))

    async def next_call(self, seconds: float) -> ApiCall | None:
        """The next API call, None when none comes within `seconds`."""
        try:
            return await asyncio.wait_for(self.calls.get(), seconds)
        except TimeoutError:
            return None

    async def closed(self) -> None:
        """Wait until the connection is closed by the bot."""
        if self._socket:
            await self._socket.wait_closed()

    async def _read(self) -> None:
        assert self._socket  # noqa: S101 - started by __aenter__
        async for raw in self._socket:
            said = json.loads(raw)
            call = ApiCall(said["action"], said.get("params", {}))
            answer = self._answer(call)
            if answer is not None:
                await self._socket.send(json.dumps({**answer, "echo": said.get("echo")}))
            self.calls.put_nowait(call)


def succeed(call: ApiCall) -> Json:
    """The answer of an implementation on which everything works."""
    data: Json = {"message_id": next(_message_ids)} if call.action.startswith("send_") else {}
    return {"status": "ok", "retcode": 0, "data": data}


def message_event(speaker: Speaker, segments: list[Json]) -> Json:
    """A group or private message event."""
    event: Json = {
        "post_type": "message",
        "message_type": "group" if speaker.group else "private",
        "sub_type": "normal" if speaker.group else "friend",
        "message_id": next(_message_ids),
        "user_id": speaker.person,
        "message": segments,
        "raw_message": text_of(segments),
        "font": 0,
        "sender": {"user_id": speaker.person, "nickname": str(speaker.person)},
    }
    if speaker.group:
        event |= {"group_id": speaker.group, "anonymous": None}
        event["sender"] |= {"card": "", "role": speaker.role}
    return event


def segments_of(call: ApiCall) -> list[Json]:
    """The segments of the message that a call sends; a plain string is one of text."""
    message = cast("str | list[Json]", call.params.get("message") or [])
    if isinstance(message, str):
        return [{"type": "text", "data": {"text": message}}]
    return message


def text_of(segments: list[Json]) -> str:
    """The text of a message."""
    return "".join(str(one["data"].get("text", "")) for one in segments if one["type"] == "text")
