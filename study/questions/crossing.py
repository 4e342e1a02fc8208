"""Two parallel pieces with their halves exchanged: 科学立法、严格执法 → 科学执法、严格立法.

The words stay, only what belongs to what is wrong: who knows the formulation sees it, nobody else.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from study.phrases.patterns import any_of
from study.questions.change import Change

_SIGN = re.compile(r"[，、；。：“”]")
_WORD = r"[\u4e00-\u9fff]"
_ROLE = any_of(
    """
    生产力 资源 动力 要务 基础 前提 保证 关键 核心 目的 要求 条件 基石 灵魂 源泉 支柱 保障 途径
    主题 主线 目标 力量 重点 根本 生命线 之源 之母 之基 之本 之要 方向 特征 属性 任务 优势 依托 纽带
    底色 特点 必由之路
    """.split()
)
_LOOSE = "特别|首先|的|面|论|总|而|就|都|也|还|或者|应当|应该|不"
"""What no subject ends with."""
_FRAMES = tuple(
    re.compile(frame)
    for frame in (
        rf"^(?P<head>(?!.*(?:{_LOOSE})是){_WORD}{{2,10}}是)(?P<tail>{_WORD}{{0,14}}{_ROLE})$",
        r"(?P<head>以[^以为]{1,12}为)(?P<tail>[^以为的]{1,8})$",
        rf"(?P<head>[把将]{_WORD}{{2,14}}?作为)(?P<tail>{_WORD}{{2,14}})$",
        rf"(?P<head>(?![我你他])(?:{_WORD})有所)(?P<tail>{_WORD}{{1,2}})$",
    )
)
"""Clauses, or their ends, that say what something is, is for, or is to have."""
_SYNONYMS = [
    set(words.split())
    for words in (
        "关键 核心 根本 重点 灵魂 主线",
        "基础 前提 条件 基石",
        "保证 保障 支撑",
        "目标 目的 方向",
    )
]
"""Roles that are so near that both may be said of one thing."""
_PARTICLES = {1: "之不在为必有", 2: "为在有必"}
"""Characters in the second and the third place that make two phrases one frame."""
_ODD = re.compile("[我你他她它]|^以")
_HALF = 2
_CLAUSE_SCORE, _PAIR_SCORE = 2.0, 1.8

Halves = tuple[str, str]
Place = tuple[int, str]


def crossed(statement: str, formulations: Iterable[str]) -> Iterator[Change]:
    """The changes of this kind that a statement allows: of clauses in one frame, and of pairs of
    four characters in one of `formulations`."""
    for one, other in pairwise(_pieces(statement, 0)):
        for frame in _FRAMES:
            first, second = frame.search(one[1]), frame.match(other[1])
            if first and second:
                start = one[0] + first.start()
                halves = (first["head"], first["tail"]), (second["head"], second["tail"])
                yield from _exchanged(statement, start, other[0], *halves, _CLAUSE_SCORE)
    for formulation in formulations:
        place = statement.find(formulation)
        for one, other in pairwise(_pieces(formulation, place) if place >= 0 else ()):
            if _are_framed(one[1], other[1]):
                halves = _cut(one[1]), _cut(other[1])
                yield from _exchanged(statement, one[0], other[0], *halves, _PAIR_SCORE)


def _pieces(text: str, offset: int) -> Iterator[Place]:
    """What stands between signs, with its place."""
    start = 0
    for found in _SIGN.finditer(text):
        yield offset + start, text[start : found.start()]
        start = found.end()
    yield offset + start, text[start:]


def _are_framed(one: str, other: str) -> bool:
    """Whether two phrases of four characters end alike, or have a particle in the same place:
    严格执法, 立党为公, 贵在行动."""
    if len(one) != 2 * _HALF or len(other) != 2 * _HALF or _ODD.search(one):
        return False
    same = [place for place in range(2 * _HALF) if one[place] == other[place]]
    return same == [3] or (len(same) == 1 and one[same[0]] in _PARTICLES.get(same[0], ""))


def _cut(text: str) -> Halves:
    return text[:_HALF], text[_HALF:]


def _exchanged(
    statement: str, start: int, other_start: int, one: Halves, other: Halves, score: float
) -> Iterator[Change]:
    """The exchange, if it changes what is said and makes neither piece say something of itself."""
    (head, tail), (other_head, other_tail) = one, other
    if head == other_head or tail == other_tail:
        return
    if _share(head, other_tail) or _share(other_head, tail) or _are_synonyms(tail, other_tail):
        return
    sign = statement[start + len(head + tail) : other_start]
    first, second = head + other_tail, other_head + tail
    before, after = head + tail + sign + other_head + other_tail, first + sign + second
    reason = "并列的提法，各有所指"
    yield Change(start, before, after, "", reason, score, forbidden=(first, second))


def _share(one: str, other: str) -> bool:
    """Whether a pair of characters stands in both."""
    return any(one[at : at + 2] in other for at in range(len(one) - 1))


def _are_synonyms(one: str, other: str) -> bool:
    return any(one[-_HALF:] in words and other[-_HALF:] in words for words in _SYNONYMS)
