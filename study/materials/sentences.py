"""Whole sentences of Chinese prose."""

import re
from dataclasses import dataclass

_SENTENCE = re.compile(r"[^。！？!?]*[。！？!?]+[”’』」）》】)\"]*")
_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "（": "）", "《": "》", "【": "】", "(": ")"}
_CLOSERS = {close: open_ for open_, close in _PAIRS.items()}
_PAIRED = re.compile("[" + re.escape("".join([*_PAIRS, *_CLOSERS])) + "]")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a paragraph: `text` stands at `start`, verbatim."""

    start: int
    text: str

    @property
    def finish(self) -> int:
        """The index after the last character."""
        return self.start + len(self.text)


def sentences(paragraph: str) -> list[Span]:
    """The whole sentences of `paragraph`, in order; an unended tail is none.

    A sentence ends with 。！？ and the quotes or brackets that close there.
    """
    return [Span(match.start(), match.group()) for match in _SENTENCE.finditer(paragraph)]


def is_balanced(text: str) -> bool:
    """Whether every quote and bracket that opens in `text` closes in it, and the reverse."""
    waiting: list[str] = []
    for character in _PAIRED.findall(text):
        if character in _PAIRS:
            waiting.append(character)
        elif not waiting or waiting.pop() != _CLOSERS[character]:
            return False
    return not waiting
