"""What single lines of a document's head say: dates, occasions, speakers, numbers."""

import re

from study.materials import chrome
from study.materials.dates import find_date

_OCCASION = re.compile(
    r"[—－\-\s（(]*(?P<date>.{4,16}?[年月日])?\s*在(?P<occasion>.{4,60}?(?:会议|大会|会|活动|班|仪式|论坛)上)"
    r"(?:的(?:讲话|报告|发言|致辞))?[）)]?(?P<speaker>.{0,30})"
)
_DATE_ONLY = re.compile(r"[—\-－\s（(]*[\d０-９〇零○一二三四五六七八九十年月日\s\-./]{4,18}[）)]?")
_TIMESTAMP = re.compile(r"[\d年月日时分秒:：\s\-/.]{14,24}")
_ADOPTED = re.compile(
    r"[（(]?.{0,6}\d{4}年\d{1,2}月\d{1,2}日.{0,80}(?:通过|公布|施行|发布|修正|修订).{0,10}"
)
_DOCUMENT_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,12}[〔\[（(【]?\s*\d{0,4}\s*[〕\]）)】]?\s*第?\s*\d{1,5}\s*号"
)
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖"
    "贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤殷施"
)
_OFFICE = r"书记|主席|总理|[省市县区州]长|主任|[部厅局院校会社组]长|委员"
_PERSON = (
    rf"[{_SURNAMES}][\u4e00-\u9fffXx×]{{2}}|[Xx×]{{1,3}}"
    r"|[\u4e00-\u9fffXx×][\s　]+[\u4e00-\u9fffXx×]{1,2}"
)
_SPEAKER = re.compile(
    rf"[（(]?(?:.{{0,24}}(?:{_OFFICE})[\s　]*[\u4e00-\u9fffXx×·\s]{{0,8}}|{_PERSON}"
    r"|.{0,16}(?:课题组|评论员|编写组|党组))[）)]?"
)


Facts = dict[str, str]
"""Fields of the head by name: subtitle, speaker, occasion, spoken_on, document_number."""


def facts(text: str) -> Facts:
    """What a line of the head says, {} when it is no such line."""
    if match := _OCCASION.fullmatch(text):
        speaker = match["speaker"].strip(" 　（）()")
        if find_date(text) and (not speaker or _SPEAKER.fullmatch(speaker)):
            found = {"occasion": match["occasion"], "spoken_on": find_date(text)}
            return found | ({"speaker": speaker} if speaker else {})
    if _DATE_ONLY.fullmatch(text) and find_date(text):
        return {"spoken_on": find_date(text)}
    if _DOCUMENT_NUMBER.fullmatch(text):
        return {"document_number": text}
    if _ADOPTED.fullmatch(text):
        return {"subtitle": text.strip("（）()"), "spoken_on": find_date(text)}
    if text.startswith("——") and len(text) <= 60:
        return {"subtitle": text.lstrip("—").strip()}
    if len(text) <= 32 and _SPEAKER.fullmatch(text):
        return {"speaker": text.strip("（）() 　")}
    return {}


def dates_of(text: str) -> Facts:
    """As `facts`, but only of lines that bear a date: above a title other short lines are
    slogans that look like names."""
    said = facts(text)
    return said if "spoken_on" in said and "subtitle" not in said else {}


def is_date(text: str) -> bool:
    """Whether the line is a date and nothing else."""
    return bool(_DATE_ONLY.fullmatch(text) and find_date(text))


def is_timestamp(text: str) -> bool:
    """Whether the line is a date with a time of day, as web pages are stamped."""
    return bool(_TIMESTAMP.fullmatch(text) and find_date(text))


def is_adoption(text: str) -> bool:
    """Whether the line says when a law was adopted or amended."""
    return bool(_ADOPTED.fullmatch(text))


def is_speaker(text: str) -> bool:
    """Whether the line is a name or an office with a name."""
    return bool(_SPEAKER.fullmatch(text))


def can_be_title(text: str) -> bool:
    """Whether the line is none of the other things that stand in a head."""
    banner = chrome.is_banner(text) and not text.startswith(("在", "关于"))
    furniture = chrome.is_furniture(text) or banner or chrome.is_origin(text)
    said = _DATE_ONLY.fullmatch(text) or _DOCUMENT_NUMBER.fullmatch(text)
    occasion = _OCCASION.fullmatch(text) and find_date(text)
    begins_badly = text.startswith(("—", "（", "(", "【", "・", "·"))
    ends_badly = text.endswith(tuple("。；，、：:;,！!"))
    return not (furniture or said or occasion or begins_badly or ends_badly)
