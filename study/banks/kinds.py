"""The kind of a question, from the words in which a file names it."""

import re

from study.questions.question import Kind

_UNGRADABLE = re.compile(
    r"简答|论述|论文|案例|材料|问答|名词解释|作文|写作|分析|翻译|计算|综合题|主观|阐述|申论"
    r"|essay|short.?answer|subjective"
)
"""Kinds of question whose answer only a person can judge."""
_KINDS = (
    (Kind.SEVERAL, re.compile(r"多项|多选|复选|不定项|multi|checkbox")),
    (Kind.CHOICE, re.compile(r"单项|单选|single|radio")),
    (Kind.TRUTH, re.compile(r"判断|是非|对错|正误|true|judg")),
    (Kind.TYPED, re.compile(r"填空|blank|fill")),
    (Kind.ORDER, re.compile(r"排序|顺序|order|sort")),
    (Kind.TOGETHER, re.compile(r"合力")),
)
_CHOOSING = re.compile(r"选择|choice|select")
WORDS = re.compile(
    r"(?:单项|多项|不定项|复合)?选择|单选|多选|不定项|判断|是非|填空|排序|合力|简答|论述|案例|材料分析"
    r"|问答|名词解释|辨析"
)
"""Words that name a kind wherever they stand."""
NAMES = {
    Kind.CHOICE: "单选",
    Kind.SEVERAL: "多选",
    Kind.TRUTH: "判断",
    Kind.TYPED: "填空",
    Kind.ORDER: "排序",
    Kind.TOGETHER: "合力",
}
"""How a bank names each kind."""


def kind_of(words: str) -> Kind | None:
    """The kind that `words` name, None where they leave it open (选择题) or name none."""
    plain = words.casefold()
    return next((kind for kind, pattern in _KINDS if pattern.search(plain)), None)


def in_key(key: str) -> str:
    """What a key of JSON says about the kind of the questions below it: single_choice, 多选题; ''
    for nothing."""
    return key if kind_of(key) or WORDS.search(key) or _CHOOSING.search(key.casefold()) else ""


def needs_a_person(words: str) -> bool:
    """Whether `words` name a kind that a program cannot grade."""
    plain = words.casefold()
    return bool(_UNGRADABLE.search(plain)) and not (kind_of(words) or _CHOOSING.search(plain))
