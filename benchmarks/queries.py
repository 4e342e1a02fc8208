"""What people look up: words and pieces of the texts themselves, and what stands nowhere."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from random import Random

from study.search.folding import fold

_CHINESE = re.compile("[一-鿿]+")
_COMMONEST = 60
_RARE = 2
"""Paragraphs that a rare word stands in at most."""
_LENGTHS = range(1, 13)
_NONSENSE = range(2, 9)
_YEARS = (1954, 2026)
QUESTION = "问句"
_QUESTIONS = (
    "什么是{}",
    "请问{}是什么意思",
    "关于{}有哪些规定",
    "政府工作报告对{}怎么说",
    "怎样做好{}工作",
    "为什么要加强{}",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Something typed, and what kind of thing it is."""

    kind: str
    text: str


class Typist:
    """Types what may be looked up in a library with these paragraphs and words."""

    def __init__(self, texts: Sequence[str], words: Mapping[str, int], random: Random) -> None:
        self._random = random
        self._runs = [run for text in texts for run in _CHINESE.findall(fold(text))]
        self._all = "\n".join(self._runs)
        known = {word: times for word, times in words.items() if _CHINESE.fullmatch(word)}
        self._known = known
        self._common = sorted(known, key=lambda word: -known[word])[:_COMMONEST]
        self._rare = [word for word, times in known.items() if times <= _RARE and len(word) > 1]
        self._longer = [word for word in known if len(word) > 1]
        self._often = [known[word] for word in self._longer]

    def queries(self, each: int) -> list[Asked]:
        """So many of each kind, in no order."""
        common = cycle(self._common)
        kinds: dict[str, Callable[[], str]] = {
            "常用词": common.__next__,
            "原文片段": self.piece,
            "生僻词": lambda: self._random.choice(self._rare),
            "词典没有": self._no_word,
            "哪里都没有": self._nonsense,
            "两个词": lambda: f"{self._word()} {self._word()}",
            "限年份": lambda: f"{self._random.randint(*_YEARS)} {self._word()}",
            QUESTION: lambda: self._random.choice(_QUESTIONS).format(self._word()),
        }
        typed = [Asked(kind, type_one()) for kind, type_one in kinds.items() for _ in range(each)]
        self._random.shuffle(typed)
        return typed

    def piece(self) -> str:
        """A piece of a text, wherever its words begin and end."""
        length = self._random.choice(_LENGTHS)
        while len(run := self._random.choice(self._runs)) < length:
            continue
        start = self._random.randint(0, len(run) - length)
        return run[start : start + length]

    def _word(self) -> str:
        """A word of two characters or more, as often as it stands in the texts."""
        return self._random.choices(self._longer, self._often)[0]

    def _no_word(self) -> str:
        while (piece := self.piece()) in self._known or len(piece) == 1:
            continue
        return piece

    def _nonsense(self) -> str:
        while True:
            signs = self._random.choices(self._all, k=self._random.choice(_NONSENSE))
            text = "".join(signs).replace("\n", "")
            if len(text) > 1 and text not in self._all:
                return text
