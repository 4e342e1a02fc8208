"""Plays QQ to a bot at speed and keeps the time. OneBot v11 over reverse WebSocket.

Every outstanding message has a person of its own, and answers are matched by that person.
"""

import asyncio
import json
import time
from collections.abc import AsyncGenerator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import websockets
from websockets.asyncio.client import ClientConnection

from benchmarks import events
from benchmarks.events import Event
from study.terminal.onebot import ACCOUNT, ApiCall, segments_of, succeed, text_of

_HEADERS = {"X-Self-ID": str(ACCOUNT), "X-Client-Role": "Universal"}
_NEVER_FULL = 2**28
"""Bytes that may wait in this process, so that a slow bot does not slow an open loop."""
_LOOK_EVERY = 0.01
_LONGEST = 60
"""Seconds without any answer after which a bot is given up."""


@dataclass(slots=True)
class Load:
    """A connection that sends events and hears the answers; times in seconds.

    `latencies` are those of right answers. `busy` counts notices to the group as a whole,
    `strays` everything else: wrong texts, and answers that nobody waits for (any more).
    """

    socket: ClientConnection
    proof: str
    since: float
    waiting: dict[int, float] = field(default_factory=dict)
    latencies: list[float] = field(default_factory=list)
    busy: int = 0
    strays: int = 0
    _heard: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, event: Event, since: float | None = None) -> None:
        """Send an event; the latency of a command counts from `since`, from now when None."""
        if event.is_command:
            self.waiting[event.person] = since or time.perf_counter()
        await self.socket.send(event.frame)

    async def down_to(self, most: int) -> None:
        """Wait until at most `most` commands are unanswered. Raises TimeoutError."""
        while len(self.waiting) > most:
            await self._next_answer()

    async def answer_to(self, event: Event) -> None:
        """Wait for the answer to a command that was sent. Raises TimeoutError."""
        while event.person in self.waiting:
            await self._next_answer()

    async def hear(self) -> None:
        """Take in what the bot says, and answer each of its calls at once."""
        async for raw in self.socket:
            now, said = time.perf_counter(), json.loads(raw)
            call = ApiCall(said["action"], said["params"])
            self._take(call, now)
            await self.socket.send(json.dumps({**succeed(call), "echo": said["echo"]}))

    async def _next_answer(self) -> None:
        self._heard.clear()
        async with asyncio.timeout(_LONGEST):
            await self._heard.wait()

    def _take(self, call: ApiCall, now: float) -> None:
        person = call.params.get("user_id")
        if person is None:
            self.busy += 1
        elif person in self.waiting and self.proof in text_of(segments_of(call)):
            self.latencies.append(now - self.waiting.pop(person))
            self._heard.set()
        else:
            self.strays += 1


@asynccontextmanager
async def connect(url: str, proof: str, check: Callable[[], None]) -> AsyncGenerator[Load]:
    """Connect as an implementation as soon as the bot listens; `check` may raise meanwhile.

    `proof` stands in every right answer.
    """
    async with await _listening(url, check) as socket, asyncio.TaskGroup() as group:
        load = Load(socket, proof, time.perf_counter())
        hearing = group.create_task(load.hear())
        await socket.send(events.connected())
        yield load
        hearing.cancel()


async def closed_loop(load: Load, said: Iterable[Event], outstanding: int) -> float:
    """Send all of `said`, with `outstanding` commands unanswered at any time; seconds it took.

    Raises TimeoutError when no answers come.
    """
    start = time.perf_counter()
    for event in said:
        await load.send(event)
        await load.down_to(outstanding - 1)
    await load.down_to(0)
    return time.perf_counter() - start


async def open_loop(load: Load, said: Iterable[Event], rate: float) -> float:
    """Send `rate` events a second whatever the bot does; latencies count from the schedule.

    Returns the seconds it took: more than planned when this process cannot keep up.
    """
    start = time.perf_counter()
    for number, event in enumerate(said):
        due = start + number / rate
        if (wait := due - time.perf_counter()) > 0:
            await asyncio.sleep(wait)
        await load.send(event, due)
    return time.perf_counter() - start


async def ask(load: Load) -> float:
    """Seconds until one command is answered. Raises TimeoutError."""
    event, start = next(events.commands()), time.perf_counter()
    await load.send(event)
    await load.answer_to(event)
    return time.perf_counter() - start


async def _listening(url: str, check: Callable[[], None]) -> ClientConnection:
    while True:
        try:
            return await websockets.connect(
                url,
                additional_headers=_HEADERS,
                compression=None,
                max_size=None,
                ping_interval=None,
                proxy=None,
                write_limit=_NEVER_FULL,
            )
        except OSError:
            check()
            await asyncio.sleep(_LOOK_EVERY)
