"""The outer form of a formulation: what may stand in its place must look like it."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from study.phrases.numerals import NUMERALS
from study.phrases.vocabulary import ACTS, LEAD_WORDS, TAKING_WORDS

_AMBIGUOUS = frozenset(
    """
    建设 发展 改革 创新 规范 保障 服务 研究 学习 组织 规划 管理 治理 保护 整顿 开放 统筹 全面 积极
    协调 基本 综合 依法 科学 民主 教育 生产 经济 社会 根据 计划 要求 影响 利用 领导 调查 工作 我国
    """.split()
)
"""Words that begin nouns as well as acts: 发展理念, 创新驱动."""
_VERBS = frozenset(word for word in LEAD_WORDS | TAKING_WORDS if len(word) == 2) - _AMBIGUOUS
_NUMERAL = re.compile(f"[{NUMERALS}\\d]+")
_ALIKE_FROM = 4
"""Characters from which two formulations that differ in one are taken for the same."""


@dataclass(frozen=True, slots=True)
class Shape:
    """`length` in characters; whether it begins with a verb, joins two things, has 的 in it;
    `skeleton` is the text of one with a number with N for the number, else ''."""

    length: int
    is_act: bool
    is_joined: bool
    has_particle: bool
    skeleton: str


@lru_cache(maxsize=50_000)
def shape(text: str) -> Shape:
    """The shape of a formulation."""
    skeleton = _NUMERAL.sub("N", text)
    return Shape(
        length=len(text),
        is_act=text[:2] in _VERBS or (len(text) == 3 and text[0] in ACTS),
        is_joined=bool(re.search(r".[和与、及，].", text)),
        has_particle="的" in text,
        skeleton=skeleton if skeleton != text else "",
    )


def is_alike(one: str, other: str) -> bool:
    """Whether two formulations are so near in their characters that they may mean the same:
    高质量发展, 高质量的发展; one in the other."""
    if one in other or other in one:
        return True
    longest = max(len(one), len(other))
    common = (Counter(one) & Counter(other)).total()
    return longest >= _ALIKE_FROM and common >= longest - 1
