"""Formulations that the text itself calls a principle, or says to hold to: 坚持稳定压倒一切的方针.

Found where they stand but once, by the frame: a verb of holding to, the formulation, and either 的
and what it is called, or the end of the clause.
"""

import re
from collections.abc import Iterator

from study.phrases.key_phrase import KeyPhrase, Kind
from study.phrases.trimming import trimmed
from study.phrases.worded import Worded

_HOLDING = "(?:坚持(?!不懈)|贯彻|践行|树立|奉行|遵循|发扬|弘扬|贯彻执行|贯彻落实|坚定不移走)"
_CALLED = re.compile(
    rf"{_HOLDING}{_HOLDING}?"
    r"(?P<phrase>[^，。；：、“”‘’（）《》的和]{4,16})的(?:[\u4e00-\u9fff]{2})?"
    r"(?P<name>理念|方针|原则|宗旨|国策|战略|路线|思想|观念|道路|精神|布局|传统|作风)"
)
_HELD = re.compile(
    r"(?:坚持(?!不懈)|坚定不移走|坚定维护|坚决维护|牢固树立|认真践行)"
    r"(?P<phrase>[^，,。；;：、“”‘’（）《》的了着过]{4,12})(?=[，,。；;）])"
)
_LOOSE = re.compile(
    r"^(?:上述|以上|自己|我国|我们|一系列|正确|中央|有关|[和与由按把并从]|下列|今年|党中央|执行|不懈)|[各这]|进行|提出|同意"
)
"""What is no formulation: it points elsewhere or goes on from something."""
_LEAST = 4


def principles(paragraph: Worded) -> Iterator[KeyPhrase]:
    """The formulations of `paragraph` in such frames."""
    for found in _CALLED.finditer(paragraph.text):
        yield from _phrase(paragraph, found.span("phrase"), f"原文称之为“{found['name']}”")
    for found in _HELD.finditer(paragraph.text):
        yield from _phrase(paragraph, found.span("phrase"), "原文要求坚持的内容")


def _phrase(paragraph: Worded, span: tuple[int, int], reason: str) -> Iterator[KeyPhrase]:
    start = trimmed(paragraph, *span)
    text = paragraph.text[start : span[1]]
    if len(text) >= _LEAST and not _LOOSE.search(text):
        yield KeyPhrase(paragraph.number, start, text, Kind.SET_PHRASE, reason)
