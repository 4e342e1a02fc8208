"""How much a reader gets out of a passage, added up from its sentences."""

import re
from dataclasses import dataclass
from itertools import pairwise

from study.materials.marks import is_article, mark_length

_DUTY = re.compile(
    r"必须|要|坚持|坚定|始终|切实|着力|不断|深入|推动|加强|完善|健全|落实|牢固|树立|发展|人民|群众|责任|担当|创新|改革|作风|实践|理论|精神|制度"
)
_RELATIVE_TIME = re.compile(
    r"今年|去年|明年|前年|目前|当前|近年来|上年|[一三五]年来|本届|今后|过去"
)
_DIGITS = re.compile(r"[\d０-９.．%％]+|[〇一二三四五六七八九十百千万亿]{3,}")
_REPORTED = re.compile(
    r"(?:完成|增长|达到|突破|新增|下降|提高|累计|实现)[^，。；]{0,14}(?:\d|[０-９]|百分之|[万亿]元)"
)
_CLAUSE_END = re.compile(r"[，、；。！]")
_BEST_LENGTH = 110
_STUB_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Merit:
    """What counts for and against a passage; the merits of sentences add up to its own.

    `length` and `figures` are characters, the others places; `stubs` are very short sentences.
    """

    length: int = 0
    figures: int = 0
    results: int = 0
    duties: int = 0
    passing_times: int = 0
    stubs: int = 0
    quotes: bool = False
    parallel: bool = False

    def __add__(self, other: "Merit") -> "Merit":
        return Merit(
            self.length + other.length,
            self.figures + other.figures,
            self.results + other.results,
            self.duties + other.duties,
            self.passing_times + other.passing_times,
            self.stubs + other.stubs,
            self.quotes or other.quotes,
            self.parallel or other.parallel,
        )


def merit(sentence: str) -> Merit:
    """Look a sentence over. The number of an article of a law is no figure."""
    body = sentence[mark_length(sentence) :] if is_article(sentence) else sentence
    return Merit(
        length=len(sentence),
        figures=sum(map(len, _DIGITS.findall(body))),
        results=len(_REPORTED.findall(sentence)),
        duties=len(_DUTY.findall(sentence)),
        passing_times=len(_RELATIVE_TIME.findall(sentence)),
        stubs=int(len(sentence) < _STUB_LENGTH),
        quotes="“" in sentence,
        parallel=_is_parallel(sentence),
    )


def is_statistics(passage: Merit) -> bool:
    """Whether a passage mostly reports figures."""
    return passage.figures > 0.08 * passage.length or passage.results >= 3


def worth(passage: Merit, *, opens: bool, closes: bool) -> float:
    """The worth of a passage; only the order of worths means anything.

    `opens` and `closes` say whether it begins and ends with its paragraph: then less is missing.
    """
    gains = 1 - abs(passage.length - _BEST_LENGTH) / _BEST_LENGTH
    gains += 1.2 * opens + 0.4 * closes + 0.2 * min(passage.duties, 6)
    gains += 0.3 * passage.quotes + 0.3 * passage.parallel
    losses = 12 * passage.figures / passage.length
    losses += 0.4 * passage.passing_times + 0.25 * passage.stubs
    return round(gains - losses, 3)


def _is_parallel(sentence: str) -> bool:
    """Whether neighbouring clauses are built alike: 产业兴市、作风兴市."""
    clauses = [clause for clause in _CLAUSE_END.split(sentence) if 3 <= len(clause) <= 14]
    return any(
        one != other and len(one) == len(other) and (one[0] == other[0] or one[-2:] == other[-2:])
        for one, other in pairwise(clauses)
    )
