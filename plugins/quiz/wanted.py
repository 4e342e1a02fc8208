"""What a quiz is asked for, in the words of a command: 10 乡村振兴 2020-2024 不抢答."""

import re
import unicodedata
from dataclasses import dataclass

from study.materials.citation import parse_number
from study.quiz.scope import Request
from study.search.folding import fold

USUAL, MOST = 5, 20
"""Questions of a quiz."""
_MORE = 1_000
"""More questions than anybody gets, however the number is written."""
_LONGEST = 30
_MOST_NAMED = 8
"""Characters of all words together, and things that are named."""

_OPEN = re.compile("不(?:用|要)?抢答?")
_RACE = re.compile("抢答")
_HELP = re.compile(r"(?:帮助|说明|用法|怎么用|怎么玩|help)?[\W_]*", re.IGNORECASE)
_TOKEN = re.compile(r"《[^《》]+》|[#＃][^\s#＃《》]+|[^\s#＃《》]+")
_ONES = "一二两三四五六七八九"
_NUMERAL = f"[{_ONES}]?百[零{_ONES}十]*|[{_ONES}]?十[{_ONES}]?|[零〇{_ONES}]"
"""十四五 is no number, but a plan."""
_UNIT = "(?:[道个]题?|题)目?"
_COME = "(?:再?[来出做考练])?"
_ROUNDS = re.compile(rf"{_COME}(-?\d+|{_NUMERAL})(?:{_UNIT})?")
_ROUNDS_ABOUT = re.compile(rf"{_COME}(\d+|{_NUMERAL})道(?:关于|有关)?(.+?)的?题目?")
_ABOUT_ROUNDS = re.compile(
    rf"(.*(?:[^\d第](?=\d)|[^{_ONES}零〇十百\d第](?!\d)))(\d+|{_NUMERAL}){_UNIT}"
)
"""来3道就业的题, 就业3题."""
_MATERIAL = re.compile(r"[Mm]\d{1,6}")
_YEARS = re.compile(r"((?:19|20)\d\d)年?(?:[-~—–至到]((?:19|20)\d\d)年?)?")
_QUOTES = '“”"‘’《》「」『』'
_SIGNS = _QUOTES + "，,。.、；;：:！!？?…~"


@dataclass(frozen=True, slots=True)
class Wanted:
    """How many questions about what; `is_race` unless everybody is to answer."""

    rounds: int
    request: Request
    is_race: bool


def asks_how(rest: str) -> bool:
    """Whether the words after 测验 ask for nothing that could be asked, but how to ask: ?, 帮助."""
    return bool(rest) and _HELP.fullmatch(rest) is not None


def wanted(rest: str) -> Wanted:
    """What the words after 测验 ask for, in whatever order; as many questions as were written,
    be it none or a thousand."""
    without = _OPEN.sub(" ", rest)
    found = _Found()
    for token in _TOKEN.findall(_RACE.sub(" ", without)):
        found.take(token)
    return Wanted(found.rounds, found.request(), is_race=without == rest)


class _Found:
    """What is understood so far."""

    def __init__(self) -> None:
        self.rounds = USUAL
        self._words: list[str] = []
        self._numbers: list[int] = []
        self._titles: list[str] = []
        self._tags: list[str] = []
        self._years: tuple[int, int] | None = None

    def take(self, token: str) -> None:
        """Understand one word more."""
        plain = unicodedata.normalize("NFKC", token).strip(_SIGNS)
        number = parse_number(plain) if _MATERIAL.fullmatch(plain) else None
        if not fold(token):
            return
        if token.startswith("《"):
            self._titles.append(token.strip(_QUOTES))
        elif token.startswith(("#", "＃")):
            self._tags.append(token[1:])
        elif number is not None:
            self._numbers.append(number)
        elif match := _YEARS.fullmatch(plain):
            first, last = sorted((int(match[1]), int(match[2] or match[1])))
            self._years = first, last
        elif match := _ROUNDS.fullmatch(plain):
            self.rounds = _value(match[1])
        elif match := _ROUNDS_ABOUT.fullmatch(plain):
            self.rounds = _value(match[1])
            self._words.append(match[2])
        elif match := _ABOUT_ROUNDS.fullmatch(plain):
            self._words.append(match[1])
            self.rounds = _value(match[2])
        else:
            self._words.append(token.strip(_SIGNS))

    def request(self) -> Request:
        """All of it, as much as a quiz looks at."""
        words, room = list[str](), _LONGEST
        for word in self._words[:_MOST_NAMED]:
            words += [word[:room]] if fold(word[:room]) else []
            room = max(0, room - len(word))
        return Request(
            tuple(dict.fromkeys(words)),
            tuple(dict.fromkeys(self._numbers[:_MOST_NAMED])),
            tuple(dict.fromkeys(self._titles[:_MOST_NAMED])),
            tuple(dict.fromkeys(self._tags[:_MOST_NAMED])),
            self._years,
        )


def _value(number: str) -> int:
    """十二 → 12; hundreds are only more than enough."""
    if number.lstrip("-").isdecimal():
        return max(-1, min(int(number[:9]), _MORE))
    if "百" in number:
        return _MORE
    plain = number.replace("两", "二").replace("〇", "零")
    tens, ten, ones = plain.rpartition("十")
    digits = "零一二三四五六七八九"
    return 10 * digits.index(tens or "一") * len(ten) + digits.index(ones or "零")
