"""Bare words that stand for a command for a while: 下一页 after a page, 1 after a suggestion."""

import unicodedata
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

_SECONDS = 600.0
_PROMPT = 60.0
"""Seconds within which an offered word is not taken for something else, such as an answer."""
_PEOPLE = 2_000
_LONGEST = 8
"""Characters of a bare word; longer messages are talk."""
_NO = ("不", "不了", "不要", "否", "算了", "取消")
_UNTOUCHED = "好，没有动"


def confirmation(word: str, command: str) -> dict[str, str]:
    """Bare words for whoever was asked whether he is sure: `word` carries out `command`, a no is
    answered."""
    return {word: command, **dict.fromkeys(_NO, _UNTOUCHED)}


@dataclass(frozen=True, slots=True)
class _Offer:
    """What bare words mean to one person in one chat, until a time (seconds): a command, or else
    what to answer."""

    commands: Mapping[str, str]
    until: float


class Shortcuts:
    """The last offer to each person in each chat. Forgotten after ten minutes and at a restart:
    every shortcut can be typed as the whole command."""

    def __init__(self) -> None:
        self._offers: OrderedDict[tuple[str, str], _Offer] = OrderedDict()

    def offer(
        self, chat: str, person: str, commands: Mapping[str, str], now: float, *, keep: bool
    ) -> None:
        """Let `person` answer with these words in `chat`; without any, with none. With `keep`
        what was offered before stays: one looks at a second hit after the first."""
        before = self._offers.pop((chat, person), None)
        if keep and before:
            commands = {**before.commands, **commands}
        if commands:
            self._offers[chat, person] = _Offer(commands, now + _SECONDS)
        while len(self._offers) > _PEOPLE:
            self._offers.popitem(last=False)

    def command(self, chat: str, person: str, text: str, now: float) -> str | None:
        """The command or the answer that a bare word stands for, None when it stands for
        nothing."""
        if len(text) > _LONGEST:
            return None
        found = self._offers.get((chat, person))
        if found is None or now > found.until:
            return None
        return found.commands.get(_plain(text))

    def is_prompt(self, chat: str, person: str, text: str, now: float) -> bool:
        """Whether a bare word was offered so lately that it is surely meant as that."""
        found = self._offers.get((chat, person))
        is_fresh = found is not None and now < found.until - _SECONDS + _PROMPT
        return is_fresh and self.command(chat, person, text, now) is not None


offered = Shortcuts()
"""Those of this process: the gate asks whether a message answers, dispatch what it means."""


def _plain(text: str) -> str:
    """第２页。 → 2"""
    word = unicodedata.normalize("NFKC", text).strip().strip("。.!,;~ ").replace(" ", "")
    page = word.removeprefix("第").removesuffix("页")
    return page if page.isdecimal() else word
