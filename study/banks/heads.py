"""What the columns of a table, or the keys of a JSON object, hold: told by how they are headed."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from study.banks.bank import Recognised
from study.banks.errors import UnknownColumn
from study.banks.options import LETTERS, normal


class Part(StrEnum):
    """A part of a question, as it is called on the command line."""

    STEM = "题干"
    OPTIONS = "选项"
    ANSWER = "答案"
    KIND = "题型"
    EXPLANATION = "解析"
    MEMBERS = "会员"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column holds; `label` is the letter or number of the one option that it holds."""

    part: Part
    label: str = ""

    @property
    def name(self) -> str:
        """As a person calls it: 题干, 选项A."""
        return self.part.value + self.label


_NUMERALS = {numeral: str(place) for place, numeral in enumerate("一二三四五六七八九十", 1)}
_OPTION = re.compile(
    r"(?:备选|可选|答案)?(?:选项|选择支|备选项|备选答案|option|choice|answer)?[\s_:-]*"
    r"(?:([a-j])(?:选项|项)?|(?<=[项案支n_ e])(\d{1,2}|[一二三四五六七八九十]))"
)
_NOTHING = re.compile(
    r"编[号码]|序号|题号|难度|分值|分数|得分|次数|个数|数量|时间|章节|知识点|[率数]$"
    r"|count|number|num$|score|id$|index|time|level|difficulty|chapter"
)
_PARTS = (
    (Part.MEMBERS, re.compile(r"^仅?会员$")),
    (Part.EXPLANATION, re.compile(r"解析|详解|解释|答案说明|explanation|explain|analysis")),
    (Part.KIND, re.compile(r"题型|类型|题目类别|试题类别|type|kind|题类")),
    (
        Part.ANSWER,
        re.compile(r"答案|正确选项|正确项|^正解|标答|^correct|answer|^key$|^solution$"),
    ),
    (Part.OPTIONS, re.compile(r"选项|备选|options?$|choices?$|^items$")),
    (
        Part.STEM,
        re.compile(
            r"题干|题目|试题|问题|题面|^题$|^内容$|question|^stem$|^title$|^content$|^text$"
        ),
    ),
)
_LONGEST_HEAD = 40
"""Characters of a cell that can be a head."""
_BESIDE = re.compile(r"[（(\[【].*?[)）\]】]|[*＊:：]")


@lru_cache(maxsize=1000)
def meaning_of(head: str) -> Meaning | None:
    """What a column with this head holds, None for nothing that a question needs."""
    if len(head) > _LONGEST_HEAD:
        return None
    plain = _BESIDE.sub("", unicodedata.normalize("NFKC", head)).strip().casefold()
    plain = plain.replace(" ", "")
    if match := _OPTION.fullmatch(plain):
        letter, number = match.groups()
        return Meaning(Part.OPTIONS, letter.upper() if letter else _NUMERALS.get(number, number))
    if not plain or _NOTHING.search(plain):
        return None
    return next((Meaning(part) for part, pattern in _PARTS if pattern.search(plain)), None)


def asked(said: str) -> Meaning:
    """The meaning of a word of the command line: 题干, 选项, 选项A … Raises UnknownColumn."""
    name, label = said[:2], normal(said[2:])
    found = next((part for part in Part if part.value == name), None)
    if found is None or (label and (found is not Part.OPTIONS or label not in [*LETTERS])):
        raise UnknownColumn(said)
    return Meaning(found, label)


Layout = Mapping[int, Meaning]
"""What the columns of a table hold, by their places from 0."""


def layout(heads: Sequence[str], named: Mapping[str, str]) -> Layout:
    """What columns with these heads hold. `named` says it for some, by meaning (题干): each names a
    column by its letter, or by its head. Raises UnknownColumn."""
    found: dict[int, Meaning] = {}
    for place, head in enumerate(heads):
        meaning = meaning_of(head)
        taken = meaning in found.values() and meaning != Meaning(Part.ANSWER)
        if meaning and not taken:
            found[place] = meaning
    for word, column in named.items():
        meaning = asked(word)
        found = {place: other for place, other in found.items() if other != meaning}
        found[_place(column, heads)] = meaning
    return found


def is_enough(found: Layout) -> bool:
    """Whether questions can be told from these columns: a stem, and an answer or options."""
    parts = {one.part for one in found.values()}
    return Part.STEM in parts and bool(parts & {Part.ANSWER, Part.OPTIONS})


def recognised(found: Layout, heads: Sequence[str]) -> tuple[Recognised, ...]:
    """The columns as a person is told of them, by their heads; without one by their letters."""
    named = {place: heads[place] if place < len(heads) else "" for place in found}
    return tuple(
        Recognised(named[place] or letter_of(place), found[place].name) for place in sorted(found)
    )


def letter_of(place: int) -> str:
    """How a table calls its column at `place`: A … Z, AA …"""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, len(LETTERS))
        letters = LETTERS[rest] + letters
    return letters


def is_letter(column: str) -> bool:
    """Whether a column is named by its letter: B, AA."""
    return bool(re.fullmatch("[A-Za-z]{1,2}", column))


def _place(column: str, heads: Sequence[str]) -> int:
    if column in heads:
        return list(heads).index(column)
    if is_letter(column):
        place = 0
        for letter in column.upper():
            place = place * len(LETTERS) + LETTERS.index(letter) + 1
        return place - 1
    raise UnknownColumn(column)
