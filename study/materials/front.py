"""The head of a document: title, subtitle, date, speaker, occasion, number."""

import re
from dataclasses import dataclass, replace

from study.materials import chrome
from study.materials.dates import find_date
from study.materials.layout import Cut, Row
from study.materials.marks import heading_mark, is_article, mark_length

_HEAD_ROWS = 40
"""How far from the top a title is looked for; banners are shorter."""

_TITLE_END = re.compile(
    r"(?:讲话|报告|致辞|致词|发言|讲稿|党课|贺信|贺词|意见|通知|决定|决议|条例|办法|方案|规定|规划|纲要|计划|公报"
    r"|纪要|通报|批复|复函|函|公告|命令|预案|细则|若干措施|法|宪法|修正案|心得|体会|提纲|摘登|实录|解读|答复|序言?)"
    r"(?:[（(《].{1,30}[）)》]|全文|摘要|节选|（草案）)?"
)
_GLUED = re.compile(
    r"([^—－，。]{4,60}?)((?:——|－－)[\d０-９一二].{4,60})|([^：:]{2,160}?)((?:各位代表|同志们)[：:！!])"
)
_SALUTATION = re.compile(
    r".{0,60}(?:代表|同志|同志们|委员|各位.{0,12}|朋友们|同学们|先生们)\s*[：:！!，,]?"
)
_OCCASION = re.compile(
    r"[—－\-\s（(]*(?P<date>.{4,16}?[年月日])?\s*在(?P<occasion>.{4,60}?(?:会议|大会|会|活动|班|仪式|论坛)上)"
    r"(?:的(?:讲话|报告|发言|致辞))?[）)]?(?P<speaker>.{0,30})"
)
_DATE_ONLY = re.compile(r"[—\-－\s（(]*[\d０-９〇零○一二三四五六七八九十年月日\s\-./]{4,18}[）)]?")
_TIMESTAMP = re.compile(r"[\d年月日时分秒:：\s\-/.]{14,24}")
_LETTER_SPACED = re.compile(r"(?:[\u4e00-\u9fff][ \u3000]+){2,}[\u4e00-\u9fff](?![\u4e00-\u9fff])")
_TITLE_LABEL = re.compile(r"^(?:标\s*题|题\s*目)\s*[:：]\s*")
_ADOPTED = re.compile(
    r"[（(]?.{0,6}\d{4}年\d{1,2}月\d{1,2}日.{0,80}(?:通过|公布|施行|发布|修正|修订).{0,10}"
)
_DOCUMENT_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,12}[〔\[（(【]?\s*\d{0,4}\s*[〕\]）)】]?\s*第?\s*\d{1,5}\s*号"
)
_NAME = r"[\u4e00-\u9fffXx×·\s]{0,8}"
_OFFICE = r"书记|主席|总理|[省市县区州]长|主任|[部厅局院校会社组]长|委员"
_SPEAKER = re.compile(
    rf"[（(]?(?:.{{0,24}}(?:{_OFFICE})[\s　]*{_NAME}"
    r"|[\u4e00-\u9fffXx×]{1,2}[\s　]*[\u4e00-\u9fff]{1,3}"
    r"|.{0,16}(?:课题组|评论员|编写组|党组))[）)]?"
)


@dataclass(frozen=True, slots=True)
class Front:
    """What the head of a document says. '' where it says nothing; `spoken_on` as in dates."""

    title: str = ""
    subtitle: str = ""
    speaker: str = ""
    occasion: str = ""
    spoken_on: str = ""
    document_number: str = ""


def read_front(rows: list[Row]) -> tuple[Front, list[Row], list[Cut]]:
    """Take the head off `rows`: what it says, the rows left for the body, and what was cut."""
    rows = _unglued(rows[:_HEAD_ROWS]) + rows[_HEAD_ROWS:]
    place = find_title(rows)
    if place is None:
        return _read_rows("", rows, [])
    first, last = place
    title = _joined_title(rows[first : last + 1])
    above = [Cut(row.number, _reason(row.text), row.text) for row in rows[:first]]
    return _read_rows(title, rows[last + 1 :], above)


def _unglued(head: list[Row]) -> list[Row]:
    """Rows that run into each other taken apart: title——date, speaker各位代表："""
    parts: list[Row] = []
    for row in head:
        match = _GLUED.fullmatch(row.text)
        texts = filter(None, match.groups()) if match else (row.text,)
        parts += [replace(row, text=text.strip()) for text in texts]
    return parts


def find_title(rows: list[Row]) -> tuple[int, int] | None:
    """The rows (first, last) that hold the title, None when the document has none."""
    head = rows[: _head_length(rows)]
    strong = [index for index, row in enumerate(head) if _is_strong_title(row)]
    banners = [index for index, row in enumerate(head) if chrome.is_banner(row.text)]
    if strong:
        last = strong[0]
        return (last - 1 if last and _is_first_half(head[last - 1], head[last]) else last), _extend(
            head, last
        )
    below = max(banners, default=-1) + 1
    weak = [index for index in range(below, len(head)) if _is_weak_title(head[index])]
    return (weak[0], weak[0]) if weak else None


def begins_body(row: Row) -> bool:
    """Whether the speech itself has begun with this row."""
    if chrome.is_banner(row.text):
        return False
    if _SALUTATION.fullmatch(row.text) and row.text.endswith(("：", ":", "！", "!")):
        return True
    if row.heading is None and _ADOPTED.fullmatch(row.text):
        return False
    marked = heading_mark(row.text) in (1, 2) or is_article(row.text)
    return marked or (len(row.text) >= 45 and "。" in row.text)


def _head_length(rows: list[Row]) -> int:
    for index, row in enumerate(rows[:_HEAD_ROWS]):
        if begins_body(row):
            return index
    return min(len(rows), _HEAD_ROWS)


def _is_strong_title(row: Row) -> bool:
    if row.heading == 1:
        return True
    return (
        _can_be_title(row.text)
        and 3 <= len(row.text) <= 70
        and bool(re.search(_TITLE_END.pattern + r"$", re.sub(r"\s", "", row.text)))
    )


def _is_weak_title(row: Row) -> bool:
    return _can_be_title(row.text) and 4 <= len(row.text) <= 40 and not _SPEAKER.fullmatch(row.text)


def _can_be_title(text: str) -> bool:
    furniture = (
        chrome.is_button(text)
        or chrome.is_label(text)
        or chrome.is_bare_label(text)
        or chrome.is_banner(text)
        or chrome.is_end_mark(text)
        or chrome.is_origin(text)
    )
    said = _DATE_ONLY.fullmatch(text) or _DOCUMENT_NUMBER.fullmatch(text)
    occasion = _OCCASION.fullmatch(text) and find_date(text)
    begins_badly = text.startswith(("—", "（", "(", "【", "・", "·"))
    ends_badly = text.endswith(tuple("。；，、：:;,！!"))
    return not (furniture or said or occasion or begins_badly or ends_badly)


def _is_first_half(row: Row, following: Row) -> bool:
    """A title broken in two: 在全市作风建设推进会上 / 的讲话."""
    begins = row.text.startswith(("在", "关于")) or following.text.startswith(("的", "上"))
    return begins and _can_be_title(row.text) and not following.text.startswith(("在", "关于"))


def _extend(head: list[Row], last: int) -> int:
    """Two level-one headings in a row are one title: 中华人民共和国民法典 / 总则."""
    following = head[last + 1 : last + 2]
    both = head[last].heading == 1 and following and following[0].heading == 1
    return last + 1 if both else last


def _joined_title(rows: list[Row]) -> str:
    space = " " if all(row.heading == 1 for row in rows) else ""
    return _TITLE_LABEL.sub("", space.join(unspaced(row.text) for row in rows))


def unspaced(text: str) -> str:
    """Letter-spaced words closed up: 政 府 工 作 报 告."""
    closed = _LETTER_SPACED.sub(lambda match: re.sub(r"\s", "", match.group()), text)
    return re.sub(r"\s+", " ", closed)


def _read_rows(title: str, rows: list[Row], cuts: list[Cut]) -> tuple[Front, list[Row], list[Cut]]:
    """Sort the rows between title and body; what no rule knows stays in the body."""
    said: dict[str, str] = {}
    stamped = ""
    kept: list[Row] = []
    length = _head_length(rows)
    for index, row in enumerate(rows[:length]):
        value = index > 0 and chrome.is_bare_label(rows[index - 1].text)
        if reason := _furniture(row.text, title, is_value=value):
            cuts.append(Cut(row.number, reason, row.text))
            stamped = stamped or (find_date(row.text) if reason == chrome.SITE else "")
        elif row.heading is None and (fields := _fields(row.text)):
            amended = "subtitle" in fields and fields.get("spoken_on", "") > said.get(
                "spoken_on", ""
            )
            said = said | fields if amended else fields | said
        elif title and "subtitle" not in said and _is_subtitle(row):
            said["subtitle"] = row.text
        else:
            kept.append(row)
    said.setdefault("spoken_on", _signed_on(rows[length:]) or find_date(title)[:4] or stamped)
    return Front(title=title, **said), kept + rows[length:], cuts


def _is_subtitle(row: Row) -> bool:
    short = row.heading is None and len(row.text) <= 45
    return short and not mark_length(row.text) and _can_be_title(row.text)


def _furniture(text: str, title: str, *, is_value: bool) -> str:
    """The reason to cut a row between title and body, '' to keep it."""
    labelled = is_value or chrome.is_label(text) or chrome.is_bare_label(text)
    if labelled or chrome.is_button(text) or (_TIMESTAMP.fullmatch(text) and find_date(text)):
        return chrome.SITE
    if chrome.is_banner(text):
        return chrome.BANNER
    if chrome.is_origin(text):
        return chrome.ORIGIN
    return chrome.REPEATED_TITLE if _repeats(text, title) else ""


def _signed_on(body: list[Row]) -> str:
    """The date under a signature: a row of the body that holds nothing else."""
    return next((find_date(row.text) for row in body if _DATE_ONLY.fullmatch(row.text)), "")


def _fields(text: str) -> dict[str, str]:
    """What a row between title and body says, {} when it is not of the head."""
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


def _repeats(text: str, title: str) -> bool:
    """Whether the row says the title again, whole or shortened: 省政府工作报告."""
    rest = iter(title)
    plain = re.sub(r"\s", "", text)
    return len(plain) >= 4 and all(character in rest for character in plain)


def _reason(text: str) -> str:
    if chrome.is_origin(text):
        return chrome.ORIGIN
    site = chrome.is_button(text) or chrome.is_label(text) or chrome.is_bare_label(text)
    return chrome.SITE if site else chrome.BANNER
