"""Who speaks while the bot is killed: people who report, and admins who confirm what they reported.

They go on after a restart as people do: they say once more what was not answered, or /举报.
"""

import asyncio
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from random import Random
from typing import Any

from study.terminal.onebot import (
    ApiCall,
    Implementation,
    Json,
    Speaker,
    message_event,
    segments_of,
    succeed,
    text_of,
)

ADMINS = (10001, 10002)
_FIRST_REPORTER = 387_600_000
"""Longer than the numbers of ports and processes, which stand in logs."""
_REPORTERS = 6
"""People who report at the same time."""
_PATIENCE = 4.0
"""Seconds after which somebody who was not answered says something again."""
_STEP = re.compile(r"【第(\d)/4步")
_IN_ALL = re.compile(r"共 (\d+) 件")
_RECEIPT = re.compile(r"✅ 已受理 (JB-\w{5})")
_CONFIRMED = re.compile(r"✅ (JB-\w{5}) 成立，")
_DECIDED = re.compile(r"现在是“成立”")
REASON = "截图与店铺一致"


@dataclass(slots=True)
class Story:
    """One report: what its reporter wants to send, and what he was told so far."""

    number: int
    pictures: tuple[int, ...]
    last: str = "/举报"
    told: int = 0
    """Pieces that he was told were received."""
    receipts: set[str] = field(default_factory=set[str])

    @property
    def person(self) -> int:
        """Who reports."""
        return _FIRST_REPORTER + self.number

    @property
    def suspect(self) -> str:
        """Whom he reports."""
        return f"QQ {self.person + 500_000_000}"

    @property
    def circumstances(self) -> str:
        """When and where he saw it."""
        return f"昨晚在第{self.person}家店铺看到的"


@dataclass
class Stage:
    """Everything that was said and shown, over all lives of the bot."""

    random: Random
    media: str
    """The address under which pictures are served."""
    stories: list[Story] = field(default_factory=list[Story])
    confirmed: set[str] = field(default_factory=set[str])
    """Cases whose confirmation an admin was shown, or was told to have been."""
    is_closing: bool = False
    """Whether no new reports are begun."""
    said: int = 0
    begun: Counter[int] = field(default_factory=Counter[int])
    """How many reports each reporter has begun."""
    critical: asyncio.Event = field(default_factory=asyncio.Event)
    """Something was just said after which much is written."""
    _inboxes: dict[int, asyncio.Queue[str]] = field(
        default_factory=lambda: defaultdict(asyncio.Queue)
    )

    def answer(self, call: ApiCall) -> Json | None:
        """Take note of what the bot shows, as soon as it does."""
        if call.action == "send_msg" and call.params.get("message_type") == "private":
            self._shown(int(call.params["user_id"]), text_of(segments_of(call)))
        return succeed(call)

    def _shown(self, person: int, text: str) -> None:
        for story in self.stories:
            if story.person == person:
                story.receipts.update(_RECEIPT.findall(text))
                story.told = max([story.told, *map(int, _IN_ALL.findall(text))])
        self.confirmed.update(_CONFIRMED.findall(text))
        self._inboxes[person].put_nowait(text)

    def waiting(self) -> list[str]:
        """The cases with a receipt whose confirmation nobody was shown."""
        return sorted({one for story in self.stories for one in story.receipts} - self.confirmed)

    def open_stories(self) -> list[Story]:
        """The reports without a receipt."""
        return [story for story in self.stories if not story.receipts]

    async def live(self, connection: Implementation) -> None:
        """Speak until this is cancelled, or the connection ends."""
        reporters = [self._reporter(connection, place) for place in range(_REPORTERS)]
        await asyncio.gather(*reporters, *(self._admin(connection, one) for one in ADMINS))

    async def _reporter(self, connection: Implementation, place: int) -> None:
        while story := self._story(place):
            words = story.last if self.random.random() < 0.5 or story.last == "提交" else "/举报"
            while not story.receipts:
                story.last = words
                await self._say(connection, story, words)
                words = self._next(story, await self._heard(story.person))

    def _story(self, place: int) -> Story | None:
        """The report that one of the reporters is at, a new one where he has none."""
        begun = [one for one in self.open_stories() if one.number % _REPORTERS == place]
        if begun or self.is_closing:
            return begun[0] if begun else None
        number = self.begun[place] * _REPORTERS + place
        self.begun[place] += 1
        pictures = tuple(range(number * 10, number * 10 + self.random.randint(1, 4)))
        self.stories.append(Story(number, pictures))
        return self.stories[-1]

    def _next(self, story: Story, reply: str) -> str:
        match = _STEP.search(reply)
        if match is None:
            return "提交" if story.last == "提交" else "/举报"
        evidence = "图片" if story.told < len(story.pictures) else "好了"
        return [story.suspect, evidence, story.circumstances, "提交"][int(match[1]) - 1]

    async def _say(self, connection: Implementation, story: Story, words: str) -> None:
        speaker, self.said = Speaker(story.person), self.said + 1
        if words != "图片":
            await connection.say(speaker, words)
        else:  # All that are missing, in one message or in one for each.
            pictures = [_picture(f"{self.media}/{one}") for one in story.pictures[story.told :]]
            together = self.random.random() < 0.5
            for message in [pictures] if together else [[one] for one in pictures]:
                await connection.send(message_event(speaker, message))
        if words in ("图片", "提交"):
            self.critical.set()

    async def _admin(self, connection: Implementation, person: int) -> None:
        """Take and confirm cases, any that wait: two admins get at the same one now and then."""
        while not (self.is_closing and not self.waiting() and not self.open_stories()):
            waiting = self.waiting()
            if not waiting:
                await asyncio.sleep(0.1)
                continue
            number = self.random.choice(waiting[:3])
            await self._ask(connection, person, f"/案 领取 {number}", number)
            self.critical.set()
            reply = await self._ask(connection, person, f"/案 成立 {number} {REASON}", number)
            if _DECIDED.search(reply):
                self.confirmed.add(number)

    async def _ask(self, connection: Implementation, person: int, command: str, number: str) -> str:
        self.said += 1
        while not self._inboxes[person].empty():
            self._inboxes[person].get_nowait()
        await connection.say(Speaker(person), command)
        while (reply := await self._heard(person)).startswith("有新的举报"):
            pass
        return reply

    async def _heard(self, person: int) -> str:
        """What the bot says next to somebody, '' when it says nothing."""
        try:
            return await asyncio.wait_for(self._inboxes[person].get(), _PATIENCE)
        except TimeoutError:
            return ""


def _picture(url: str) -> dict[str, Any]:
    return {"type": "image", "data": {"file": url.rpartition("/")[2], "url": url}}
