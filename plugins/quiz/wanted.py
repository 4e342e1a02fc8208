"""What a quiz is asked for, in the words of a command: 10 乡村振兴 2020-2024 不抢答."""

import re
import unicodedata
from dataclasses import dataclass

from study.materials.citation import parse_number
from study.quiz.scope import Scope
from study.search.folding import fold

USUAL, MOST = 5, 20
"""Questions of a quiz."""
_LONGEST = 30

_OPEN = re.compile("不(?:用|要)?抢答?")
_RACE = re.compile("抢答")
_ROUNDS = re.compile(r"(\d{1,2})[题道]?题?")
_MATERIAL = re.compile(r"[Mm]\d{1,6}")
_YEARS = re.compile(r"((?:19|20)\d\d)年?(?:[-~—–至到]((?:19|20)\d\d)年?)?")


@dataclass(frozen=True, slots=True)
class Wanted:
    """How many questions about what; `is_race` unless everybody is to answer."""

    rounds: int
    scope: Scope
    is_race: bool


def wanted(rest: str) -> Wanted:
    """What the words after 测验 ask for, in whatever order."""
    without = _OPEN.sub(" ", rest)
    rounds, material, years, words = USUAL, None, None, list[str]()
    for word in _RACE.sub(" ", without).split():
        plain = unicodedata.normalize("NFKC", word)
        if _MATERIAL.fullmatch(plain):
            material = parse_number(plain)
        elif match := _YEARS.fullmatch(plain):
            first, last = sorted((int(match[1]), int(match[2] or match[1])))
            years = first, last
        elif match := _ROUNDS.fullmatch(plain):
            rounds = min(max(1, int(match[1])), MOST)
        elif fold(word):
            words.append(word.strip('“”"《》「」'))
    scope = Scope(" ".join(words)[:_LONGEST], material, years)
    return Wanted(rounds, scope, is_race=without == rest)
