"""Lines of a source to whole lines of prose: page numbers out, broken sentences joined."""

import re
from dataclasses import dataclass, replace

from study.materials import chrome
from study.materials.marks import heading_mark
from study.materials.source import Line

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\ufe00-\ufe0f]")
_INDENT = re.compile(r"[ \t]{2,}|[\u3000\xa0]")
_BLANK = " \t\u3000\xa0\r\n"
_PRIVATE_END = re.compile("(?<=[。！？!；：])[\ue000-\uf8ff]+$")
_CLAUSE = re.compile("[，。；：]")
_SENTENCE_END = tuple("。！？!?…")
_CLAUSE_END = tuple("。！？!?…；;：:”’」』）)》】〉、，,")
_CANNOT_END = tuple("，、,的和与及或在是对把将为向从由以被让使并而")
_CANNOT_BEGIN = tuple("，。、；：！？”’）》】,的了着过们和与及或")
"""Signs of a sentence that was broken; a heading without a mark looks open too, but for these."""
_NO_HEADING = 60
_LONG_LINE = 25
"""Characters that a line has at least when a sentence breaks at its end; titles are shorter."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of prose. `number` is its line in the source, counted from 1."""

    number: int
    text: str
    heading: int | None = None
    whole: bool = False
    apart: bool = False
    """Whether a blank line or an indent sets it apart from the line before."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Something that was taken out: where, why, and what."""

    line: int
    reason: str
    text: str


def lay_out(lines: tuple[Line, ...]) -> tuple[list[Row], list[Cut]]:
    """Rows of prose without blank lines, page numbers and breaks inside sentences."""
    rows = _rows(lines)
    width = wrap_width(rows)
    kept: list[Row] = []
    cuts: list[Cut] = []
    full = False
    for row in rows:
        if chrome.is_page_number(row.text, wrapped=width > 0):
            cuts.append(Cut(row.number, chrome.PAGE_NUMBER, row.text))
            continue
        if kept and _continues(kept[-1], row, width, full=full):
            kept[-1] = replace(kept[-1], text=_join(kept[-1].text, row.text), whole=row.whole)
        else:
            kept.append(row)
        full = len(row.text) >= width - 6
    return kept, cuts


def wrap_width(rows: list[Row]) -> int:
    """Characters in a full line when the source has hard line breaks, otherwise 0.

    Prose with one paragraph a line ends most of its longer lines with a full stop and has
    lines longer than any page is wide.
    """
    lengths = sorted(len(row.text) for row in rows if not row.whole and len(row.text) >= 15)
    if len(lengths) < 6 or lengths[-1] > 120:
        return 0
    long = lengths[len(lengths) * 3 // 4]
    if lengths[len(lengths) * 19 // 20] > long + 6:
        return 0
    broken = sum(1 for row in rows if len(row.text) >= long - 4 and _is_open(row.text))
    full = sum(1 for row in rows if len(row.text) >= long - 4)
    return long if broken * 2 > full else 0


def _rows(lines: tuple[Line, ...]) -> list[Row]:
    rows: list[Row] = []
    apart = True
    for number, line in enumerate(lines, start=1):
        text = _PRIVATE_END.sub("", _INVISIBLE.sub("", line.text).strip(_BLANK))
        if not text:
            apart = True
            continue
        indented = bool(_INDENT.match(line.text))
        rows.append(Row(number, text, line.heading, line.whole, apart or indented))
        apart = False
    return rows


def _continues(before: Row, row: Row, width: int, *, full: bool) -> bool:
    """Whether `row` goes on with the paragraph of `before`, whose last line was `full` or not."""
    if before.whole or before.heading or row.heading or heading_mark(row.text):
        return False
    if width:
        return full and not row.apart and not _is_short_heading(before)
    if len(before.text) < _LONG_LINE or heading_mark(before.text):
        return False
    if row.apart or not _CLAUSE.search(before.text) or row.text.startswith(("——", "（", "(")):
        return False
    stray = (
        before.text.endswith(_CANNOT_END)
        or row.text.startswith(_CANNOT_BEGIN)
        or len(before.text) >= _NO_HEADING
    )
    return stray and _is_open(before.text) and _is_prose(row.text)


def _join(before: str, after: str) -> str:
    """The two with a space where Latin words meet; Chinese needs none."""
    meet = before[-1:].isascii() and before[-1:].isalnum() and after[:1].isascii()
    return f"{before} {after}" if meet and after[:1].isalpha() else before + after


def _is_open(text: str) -> bool:
    return not text.endswith(_CLAUSE_END) or text.endswith(("，", "、", ","))


def _is_prose(text: str) -> bool:
    return text.endswith(_SENTENCE_END) or len(text) >= _LONG_LINE


def _is_short_heading(row: Row) -> bool:
    return bool(heading_mark(row.text)) and row.text.endswith(_SENTENCE_END)
