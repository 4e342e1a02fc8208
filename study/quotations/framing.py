"""What people write around a quotation: who said it, and where it is from."""

import re
from typing import NamedTuple

from study.quotations.asked import ANYTHING, Asked, asked_for
from study.quotations.quotation import SHORTEST
from study.search.folding import fold

_YEAR = "(?:19|20)[0-9]{2}"
_DATE = rf"(?:{_YEAR}年?(?:[0-9]{{1,2}}月)?(?:[0-9]{{1,2}}日)?|日期不详)"
_KINDS = "报告|讲话|公报|决定|决议|意见|通知|规划|纲要|建议|方案|法|条例|宪法|党章|致辞|演讲|文章"
_SOURCE = re.compile(
    rf"(?:[引摘选出转]自|来源|出处)?[：:\s]*(?P<date>{_DATE})?\s*"
    rf"(?:《(?P<title>[^《》\n]+)》|(?P<plain>[^《》，。；：！？\n]{{0,40}}(?:{_KINDS}))?)"
    rf"\s*(?:[（(](?P<after>{_DATE})[）)])?(?:\s*[·•]?\s*M[0-9]{{4,6}}\s*第[0-9–-]+段)?"
)
"""A date, a title, or both; with the number and the paragraph as the library cites them."""
_BEHIND = re.compile(r"\s*(?:[—–―─]+|-{2,})\s*(?P<source>[^\n]{4,120}?)[。.\s]*")
_IN_BRACKETS = re.compile(
    r"\s*[（(](?P<source>(?:[^（）()\n]|[（(][^（）()\n]*[）)]){4,120})[）)][。.\s]*"
)
_SAYING = "指出|强调|写道|提到|说"
_LEAD_IN = re.compile(rf"[^。！？；“”\n]{{0,40}}?(?:{_SAYING})过?[：:，,]\s*")
_BEFORE_QUOTES = re.compile(
    rf"[^。！？；“”\n]{{0,40}}?(?:(?:{_SAYING})过?|[：:])[：:，,]?\s*(?=[“\"「『])"
)
_QUOTES = {"“": "”", '"': '"', "「": "」", "『": "』"}
_REPORTED = re.compile(rf"(?P<date>{_YEAR})年[^，。：]*报告")
_TITLED = re.compile(r"《(?P<title>[^《》\n]+)》")


class Framed(NamedTuple):
    """A quotation without what was around it, and what that said of its source."""

    text: str
    asked: Asked


def framed(text: str) -> Framed:
    """The quotation in `text`: without a source named at its end, and without a lead-in.

    >>> framed("有人指出：“谁家的田、谁家的井，都写进图纸。”——2019年政府工作报告").text
    '谁家的田、谁家的井，都写进图纸。'
    """
    inner, source = _without_source(text)
    inner, lead_in = _without_lead_in(inner)
    return Framed(inner, source if source.is_said else _named_in(lead_in))


def _without_source(text: str) -> tuple[str, Asked]:
    """The text without the source at its end, and that; the text itself where there is none."""
    for ending in (_BEHIND, _IN_BRACKETS):
        for start in [match.start() for match in re.finditer(r"\s*[—–―─（(-]", text)]:
            match = ending.fullmatch(text, start)
            source = _SOURCE.fullmatch(match["source"].strip()) if match else None
            if source and _is_enough(text[:start]):
                asked = _asked(source)
                if asked.is_said:
                    return text[:start], asked
    return text, ANYTHING


def _asked(source: re.Match[str]) -> Asked:
    year = next(
        (date[:4] for date in (source["date"], source["after"]) if date and date[0] in "12"), ""
    )
    return asked_for(year, "", source["title"] or source["plain"] or "")


def _without_lead_in(text: str) -> tuple[str, str]:
    """What is quoted, and what leads to it."""
    match = _BEFORE_QUOTES.match(text)
    inside = _in_quotes(text[match.end() :]) if match else ""
    if match and _is_enough(inside):
        return inside, match[0]
    match = _LEAD_IN.match(text)
    if match and _is_enough(text[match.end() :]):
        return text[match.end() :], match[0]
    return text, ""


def _in_quotes(text: str) -> str:
    """What stands in the quotes that hold the whole text, '' when they close before its end."""
    body = text.strip().rstrip("。.！!")
    opened, closed = body[:1], _QUOTES.get(body[:1], "")
    if not closed or body[-1] != closed:
        return ""
    inner = body[1:-1]
    depth = 1
    for character in inner:
        depth += (character == opened) - (character == closed)
        if depth < 1:
            return ""
    return inner


def _named_in(lead_in: str) -> Asked:
    """The title that a lead-in names, or the year of the report."""
    title, report = _TITLED.search(lead_in), _REPORTED.search(lead_in)
    return asked_for(report["date"] if report else "", "", title["title"] if title else "")


def _is_enough(text: str) -> bool:
    return len(fold(text)) >= SHORTEST
