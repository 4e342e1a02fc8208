"""Conversations in private chat: what somebody writes that is no command goes to the open one.

One feature holds conversations. The messages of a person who is in one are worked on one after the
other, in the order of their arrival.
"""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncGenerator, Awaitable, Callable, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from nonebot.adapters.onebot.v11 import Bot, Message

from plugins._chat import table
from plugins._chat.call import Call, Reply

MOST_WAITING = 40
"""Messages of one person that may wait for their turn: thirty pictures come at once."""
MOST_WAITING_IN_ALL = 120
"""Of all people together; the rest of what may be in flight is for others."""
_REMEMBERED = 2_000

SILENCE = Reply("")
"""The message was taken, and is answered with the one that comes behind it."""


class Flood(Exception):
    """More messages wait than are kept."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A message in private that is no command."""

    segments: Message
    text: str


@dataclass(frozen=True, slots=True)
class Talk:
    """The feature that holds conversations.

    `root` is the command that begins one; `hear` gets what is no command, and answers None where it
    is not concerned; `put_aside` is called when another command comes between, and gives a line
    that is added to its answer.
    """

    root: str
    hear: Callable[[Bot, Call, Spoken], Awaitable[Reply | None]]
    put_aside: Callable[[Call], Awaitable[str]]


@dataclass(slots=True)
class _Queue:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: int = 0
    arrived: asyncio.Event = field(default_factory=asyncio.Event)


_talks: list[Talk] = []
_open: set[str] = set()
_queues: dict[str, _Queue] = {}
_heard: OrderedDict[tuple[str, str, int], None] = OrderedDict()


def register(talk: Talk) -> None:
    """Name the feature that holds conversations."""
    _talks.append(talk)


def begin(person: str) -> None:
    """From now on what a person writes in private goes to a conversation."""
    _open.add(person)


def end(person: str) -> None:
    """What a person writes in private is no longer for a conversation."""
    _open.discard(person)


def is_open(person: str) -> bool:
    """Whether what a person writes in private goes to a conversation."""
    return person in _open


def needs_turn(person: str, text: str, starts: Collection[str]) -> bool:
    """Whether a message in private must wait for those before it."""
    if person in _open or person in _queues:
        return True
    parsed = table.parse(text, starts)
    return parsed is not None and any(parsed.root == talk.root for talk in _talks)


@asynccontextmanager
async def turn(person: str) -> AsyncGenerator[None]:
    """Wait until all earlier messages of a person are done with. Raises Flood."""
    waiting = {one: queue.waiting for one, queue in _queues.items()}
    if waiting.get(person, 0) >= MOST_WAITING or sum(waiting.values()) >= MOST_WAITING_IN_ALL:
        raise Flood
    queue = _queues.setdefault(person, _Queue())
    queue.waiting += 1
    queue.arrived.set()
    try:
        await queue.lock.acquire()
    finally:
        queue.waiting -= 1
    try:
        yield
    finally:
        queue.lock.release()
        if not queue.waiting:
            _queues.pop(person, None)


async def more_comes(person: str, seconds: float) -> bool:
    """Whether another message of a person waits, or comes within some seconds. Only in his turn."""
    queue = _queues[person]
    if queue.waiting:
        return True
    queue.arrived.clear()
    try:
        await asyncio.wait_for(queue.arrived.wait(), seconds)
    except TimeoutError:
        return False
    return True


async def hear(bot: Bot, call: Call, spoken: Spoken) -> Reply | None:
    """What the conversation answers to a message, None when it is not for it."""
    for talk in _talks:
        reply = await talk.hear(bot, call, spoken)
        if reply is not None:
            return reply
    return None


async def put_aside(call: Call, root: str) -> str:
    """Have the open conversation wait while a command of another root is carried out; the line
    to add to its answer, '' when there is nothing to add."""
    talk = next((one for one in _talks if one.root != root), None)
    if talk is None or not is_open(call.person):
        return ""
    end(call.person)
    return await talk.put_aside(call)


def is_again(account: str, person: str, message_id: int) -> bool:
    """Whether a message was delivered before: implementations do it twice after a reconnect."""
    known = (account, person, message_id) in _heard
    _heard[account, person, message_id] = None
    while len(_heard) > _REMEMBERED:
        _heard.popitem(last=False)
    return known and message_id != 0
