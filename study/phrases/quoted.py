"""Formulations in quotation marks: “放管服”, “最后一公里”.

Not what somebody said, not titles, not what the document itself is abbreviated to, not the words
that an amendment puts in or strikes out, and not single words of the dictionary, which stand in
quotation marks for irony or as metaphors (“马拉松”).
"""

import re
from collections.abc import Iterator

from study.phrases.key_phrase import KeyPhrase, Kind
from study.phrases.numerals import is_numeral
from study.phrases.worded import Worded

_QUOTATION = re.compile(r"[“「]([^“”「」]{2,40})[”」]")
_TERM = re.compile(r"[\u4e00-\u9fffA-Za-z\d+＋×·\-—、，；＝=&（）]+")
_AMENDMENT = re.compile(r"(?:修改为|改为|删去|增加)“")
_SPEECH = re.compile(
    r"(?:(?:[说道问答喊讲曰云]|指出|强调|写道|认为|声称|宣称)[：:，,]?"
    r"|题为|简称|名为|所谓|缩写为|全称|写成|说成是?|甚至说)$"
)
_TITLE = re.compile(r"一文|一书|节目|号|杯|奖|电影|电视剧|晚会|字样|一词|二字|一语")
_STATEMENT = re.compile(
    r"[我你他她它][^们、，]{0,3}[是说要想]|^(?:[这那]|如果|因为|所以|但)|[吗呢吧啊]$"
)
_HEAD = re.compile(
    r"的?(?:理念|方针|原则|战略|布局|格局|精神|目标|要求|道路|思想|政策|制度|体制|机制|模式|工程|计划|行动|改革"
    r"|体系|经验|方略|路线|办法|做法|思路|品牌|问题|工作|规划|经济|产业|运动|活动|建设|试点|奋斗|经费|论坛|竞争)|[（(]"
)
_NEARBY = 6
"""Characters beside the marks that tell what is quoted."""


def quoted(paragraph: Worded) -> Iterator[KeyPhrase]:
    """The formulations in quotation marks of `paragraph`, without the marks."""
    found = list(_QUOTATION.finditer(paragraph.text))
    if not found or _AMENDMENT.search(paragraph.text):
        return
    for quotation in found:
        content, (start, finish) = quotation[1], quotation.span(1)
        if _is_said(paragraph.text, quotation):
            continue
        if is_numeral(content):
            reason = "引号里的数词概括若干项内容"
            yield KeyPhrase(paragraph.number, start, content, Kind.NUMERAL, reason)
        elif reason := _reason(paragraph, start, finish):
            yield KeyPhrase(paragraph.number, start, content, Kind.QUOTED, reason)


def _is_said(text: str, found: re.Match[str]) -> bool:
    """Whether it is said or titled by somebody: no term."""
    before = text[max(0, found.start() - _NEARBY) : found.start()]
    return bool(
        not _TERM.fullmatch(found[1])
        or _STATEMENT.search(found[1])
        or _SPEECH.search(before)
        or _TITLE.match(text, found.end())
    )


def _reason(paragraph: Worded, start: int, finish: int) -> str:
    """Why it is a term; '' when it is a single word."""
    if _HEAD.match(paragraph.text, finish + 1):
        return "引号里的提法，后面说明它是什么"
    words = len(paragraph.borders_within(start, finish)) - 1
    if finish - start >= 4 or (finish - start == 3 and words > 1):
        return "引号里的固定提法"
    return ""
