"""Slips of the pen to measure suggestions with, made without the rules that mend them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from random import Random

from pypinyin import Style, lazy_pinyin, pinyin

_FUZZY = [
    *(("zh", "z"), ("ch", "c"), ("sh", "s"), ("z", "zh"), ("c", "ch"), ("s", "sh")),
    *(("n", "l"), ("l", "n"), ("hu", "f")),
]
_NASALS = [("ang", "an"), ("eng", "en"), ("ing", "in"), ("an", "ang"), ("en", "eng"), ("in", "ing")]
_NUMERALS = "零一二三四五六七八九"
KINDS = ("同音", "近音", "形近", "漏字", "多字", "颠倒", "拼音", "首字母", "半拼音", "数字")


class Slips:
    """Ways to misspell a term; `characters` are those that people type, `shapes` the look-alikes
    to choose from. '' where a term cannot be misspelt so."""

    def __init__(self, random: Random, characters: str, shapes: Mapping[str, str]) -> None:
        self._random = random
        self._characters = characters
        self._shapes = shapes
        self._by_sound: dict[str, list[str]] = defaultdict(list)
        for one in characters:
            self._by_sound[_sound(one)].append(one)

    def misspell(self, term: str, kind: str) -> str:
        return {
            "同音": self._same_sound, "近音": self._near_sound, "形近": self._shape,
            "漏字": self._missing, "多字": self._added, "颠倒": self._swapped,
            "拼音": self._pinyin, "首字母": self._initials, "半拼音": self._half,
            "数字": self._number,
        }[kind](term)  # fmt: skip

    def _replaced(self, term: str, choices: Sequence[Sequence[str]]) -> str:
        places = [place for place, found in enumerate(choices) if found]
        if not places:
            return ""
        place = self._random.choice(places)
        return term[:place] + self._random.choice(choices[place]) + term[place + 1 :]

    def _same_sound(self, term: str) -> str:
        sounds = lazy_pinyin(term, v_to_u=False)
        others = [
            [x for x in self._by_sound[sound] if x != one]
            for one, sound in zip(term, sounds, strict=True)
        ]
        return self._replaced(term, others)

    def _near_sound(self, term: str) -> str:
        sounds = lazy_pinyin(term, v_to_u=False)
        others = [[x for near in _near(sound) for x in self._by_sound[near]] for sound in sounds]
        return self._replaced(term, others)

    def _shape(self, term: str) -> str:
        return self._replaced(term, [self._shapes.get(one, "") for one in term])

    def _missing(self, term: str) -> str:
        place = self._random.randrange(len(term))
        return term[:place] + term[place + 1 :] if len(term) > 2 else ""

    def _added(self, term: str) -> str:
        place = self._random.randrange(len(term))
        more = self._random.choice([term[place], self._random.choice(self._characters)])
        return term[:place] + more + term[place:]

    def _swapped(self, term: str) -> str:
        place = self._random.randrange(len(term) - 1)
        return term[:place] + term[place + 1] + term[place] + term[place + 2 :]

    def _pinyin(self, term: str) -> str:
        style = self._random.choice([Style.NORMAL, Style.NORMAL, Style.TONE])
        return self._random.choice(["", " "]).join(lazy_pinyin(term, style=style))

    def _initials(self, term: str) -> str:
        return "".join(sound[0] for sound in lazy_pinyin(term)) if len(term) >= 4 else ""

    def _half(self, term: str) -> str:
        place = self._random.randrange(1, len(term))
        if self._random.random() < 0.5:
            return term[:place] + "".join(lazy_pinyin(term)[place:])
        return "".join(lazy_pinyin(term)[:place]) + term[place:]

    def _number(self, term: str) -> str:
        digits = [str(_NUMERALS.index(one)) if one in _NUMERALS else "" for one in term]
        return self._replaced(term, [[one] if one else [] for one in digits])


@cache
def _sound(character: str) -> str:
    return pinyin(character, style=Style.NORMAL, v_to_u=False)[0][0]


def _near(sound: str) -> list[str]:
    initials = [b + sound.removeprefix(a) for a, b in _FUZZY if sound.startswith(a)]
    nasals = [sound.removesuffix(a) + b for a, b in _NASALS if sound.endswith(a)]
    return [one for one in initials + nasals if one != sound]
