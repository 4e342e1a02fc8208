"""What is said to the bots: commands and chatter of a group, ready to be sent."""

import itertools
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass

from study.terminal.onebot import ACCOUNT, Json, Speaker, message_event

GROUP = 20000
COMMAND = "/学习 今日"
COMMAND_EVERY = 50
"""Messages of chatter, the last of them a command: its answer proves that all were read."""
_CHATTER = ("今天大家都学习了吗？", "收到", "晚上一起讨论一下", "这段写得好，抄下来了", "哈哈")
_people = itertools.count(1_000_000)


@dataclass(frozen=True, slots=True)
class Event:
    """A message of a person who says only this one thing."""

    person: int
    frame: str
    is_command: bool


def commands() -> Iterator[Event]:
    """The command, again and again."""
    while True:
        yield _event(COMMAND, is_command=True)


def chatter() -> Iterator[Event]:
    """Ordinary messages with a command now and then."""
    for number in itertools.count(1):
        if number % COMMAND_EVERY:
            yield _event(_CHATTER[number % len(_CHATTER)], is_command=False)
        else:
            yield _event(COMMAND, is_command=True)


def connected() -> str:
    """The event with which an implementation begins."""
    return _frame(
        {"post_type": "meta_event", "meta_event_type": "lifecycle", "sub_type": "connect"}
    )


def _event(text: str, *, is_command: bool) -> Event:
    person = next(_people)
    said = message_event(Speaker(person, GROUP), [{"type": "text", "data": {"text": text}}])
    return Event(person, _frame(said), is_command)


def _frame(event: Json) -> str:
    stamped = {"time": int(time.time()), "self_id": ACCOUNT, **event}
    return json.dumps(stamped, ensure_ascii=False)
