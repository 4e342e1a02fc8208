"""Which rows of a document hold its title."""

import re

from study.materials import chrome
from study.materials.head_lines import can_be_title, is_adoption, is_speaker
from study.materials.layout import Row
from study.materials.marks import heading_mark, is_article
from study.materials.sentences import is_balanced

HEAD_ROWS = 40
"""How far from the top a title is looked for; banners are shorter."""

_TITLE_END = re.compile(
    r"(?:讲话|报告|致辞|致词|发言|讲稿|党课|贺信|贺词|意见|通知|决定|决议|条例|办法|方案|规定|规划|纲要|计划|公报"
    r"|纪要|通报|批复|复函|函|公告|命令|预案|细则|若干措施|法|宪法|修正案|心得|体会|提纲|摘登|实录|解读|答复|序言?)"
    r"(?:[（(《].{1,30}[）)》]|全文|摘要|节选|（草案）)?"
)
_SALUTATION = re.compile(
    r".{0,60}(?:代表|同志|同志们|委员|各位.{0,12}|朋友们|同学们|先生们)\s*[：:！!，,]?"
)
_LETTER_SPACED = re.compile(r"(?:[\u4e00-\u9fff][ \u3000]+){2,}[\u4e00-\u9fff](?![\u4e00-\u9fff])")
_TITLE_LABEL = re.compile(r"^(?:标\s*题|题\s*目)\s*[:：]\s*")


def find_title(rows: list[Row]) -> tuple[int, int] | None:
    """The rows (first, last) that hold the title, None when the document has none."""
    head = rows[: head_length(rows)]
    strong = [index for index, row in enumerate(head) if _is_strong_title(row)]
    banners = [index for index, row in enumerate(head) if chrome.is_banner(row.text)]
    if strong:
        last = strong[0]
        broken = last > 0 and _is_first_half(head[last - 1], head[last])
        return last - broken, _extend(head, last)
    below = max(banners, default=-1) + 1
    weak = [index for index in range(below, len(head)) if _is_weak_title(head[index])]
    return (weak[0], weak[0]) if weak else None


def head_length(rows: list[Row]) -> int:
    """How many rows stand before the speech itself."""
    for index, row in enumerate(rows[:HEAD_ROWS]):
        if begins_body(row):
            return index
    return min(len(rows), HEAD_ROWS)


def begins_body(row: Row) -> bool:
    """Whether the speech itself has begun with this row."""
    if chrome.is_banner(row.text):
        return False
    if _SALUTATION.fullmatch(row.text) and row.text.endswith(("：", ":", "！", "!")):
        return True
    if row.heading is None and is_adoption(row.text):
        return False
    marked = heading_mark(row.text) in (1, 2) or is_article(row.text)
    return marked or (len(row.text) >= 45 and "。" in row.text)


def joined_title(rows: list[Row]) -> str:
    """The title that these rows hold, without letter-spacing and labels."""
    space = " " if all(row.heading == 1 for row in rows) else ""
    return _TITLE_LABEL.sub("", space.join(unspaced(row.text) for row in rows))


def unspaced(text: str) -> str:
    """Letter-spaced words closed up: 政 府 工 作 报 告."""
    closed = _LETTER_SPACED.sub(lambda match: re.sub(r"\s", "", match.group()), text)
    return re.sub(r"\s+", " ", closed)


def _is_strong_title(row: Row) -> bool:
    if row.heading == 1:
        return True
    return (
        can_be_title(row.text)
        and 3 <= len(row.text) <= 70
        and bool(re.search(_TITLE_END.pattern + r"$", re.sub(r"\s", "", row.text)))
    )


def _is_weak_title(row: Row) -> bool:
    return can_be_title(row.text) and 4 <= len(row.text) <= 40 and not is_speaker(row.text)


def _is_first_half(row: Row, following: Row) -> bool:
    """A title broken in two: 在全市作风建设推进会上 / 的讲话."""
    begins = row.text.startswith(("在", "关于")) or following.text.startswith(("的", "上"))
    begins = begins or not is_balanced(row.text)  # 关于印发《试点 / 工作方案》的通知
    return begins and can_be_title(row.text) and not following.text.startswith(("在", "关于"))


def _extend(head: list[Row], last: int) -> int:
    """Two level-one headings in a row are one title: 中华人民共和国民法典 / 总则."""
    following = head[last + 1 : last + 2]
    both = head[last].heading == 1 and following and following[0].heading == 1
    return last + 1 if both else last
