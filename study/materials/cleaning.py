"""What is left of a source when everything that is not the speech has been cut away."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from study.materials import chrome
from study.materials.front import Front, read_front
from study.materials.layout import Cut, Row, lay_out
from study.materials.marks import heading_mark
from study.materials.repeats import cut_contents, cut_second_copy
from study.materials.source import Source

_TAIL_ROWS = 15
"""How far from the end a distributor's banner is looked for."""
_FURNITURE_SHARE = 0.1
"""More of the characters than this is no page furniture."""
_TAIL_SHARE = 0.7
"""Marks of the end of a web page count only after this share of the rows."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The head of a document, the rows of its body, and everything that was cut."""

    front: Front
    rows: list[Row]
    cuts: list[Cut]


def clean(source: Source, noise: Iterable[str] = ()) -> Cleaned:
    """Cut page furniture, banners and `noise` terms; keep every word of the speech."""
    rows, cuts = lay_out(source.lines)
    for step in (cut_second_copy, _cut_page_end, _cut_tail, cut_contents, _cut_captions):
        rows, more = step(rows)
        cuts += more
    rows, planted = cut_noise(rows, noise)
    front, rows, above = read_front(rows)
    return Cleaned(front, rows, sorted([*cuts, *above, *planted], key=lambda cut: cut.line))


def cut_noise(rows: list[Row], terms: Iterable[str]) -> tuple[list[Row], list[Cut]]:
    """Take planted terms out of the sentences, with the brackets around them.

    Each place is named with a few characters on both sides, so that an admin can judge it.
    """
    wanted = sorted({term.strip() for term in terms if term.strip()}, key=len, reverse=True)
    if not wanted:
        return rows, []
    either = "|".join(re.escape(term) for term in wanted)
    planted = re.compile(rf"[（(【\[《<]\s*(?:{either})\s*[）)】\]》>]|[ \t]*(?:{either})[ \t]*")
    cuts = [
        Cut(row.number, chrome.NOISE, row.text[max(0, m.start() - 10) : m.end() + 10])
        for row in rows
        for m in planted.finditer(row.text)
    ]
    cleaned = [replace(row, text=planted.sub("", row.text)) for row in rows]
    return [row for row in cleaned if row.text], cuts


def _cut_page_end(rows: list[Row]) -> tuple[list[Row], list[Cut]]:
    """Everything from the first mark of the page's end on: 打印本页, 相关报道."""
    for index in range(int(len(rows) * _TAIL_SHARE), len(rows)):
        below = sum(len(row.text) for row in rows[index:])
        whole = sum(len(row.text) for row in rows)
        if chrome.is_end_mark(rows[index].text) and below < whole * _FURNITURE_SHARE:
            return rows[:index], [Cut(row.number, chrome.SITE, row.text) for row in rows[index:]]
    return rows, []


def _cut_tail(rows: list[Row]) -> tuple[list[Row], list[Cut]]:
    """A banner after the last paragraph, and the note of where the text was printed."""
    start = max(len(rows) // 2, len(rows) - _TAIL_ROWS)
    banner = next(
        (
            i
            for i in range(start, len(rows))
            if _is_tail_banner(rows[i].text) and not any(_is_prose(row) for row in rows[i:])
        ),
        len(rows),
    )
    while banner > start and chrome.is_origin(rows[banner - 1].text):
        banner -= 1
    cuts = [
        Cut(row.number, chrome.ORIGIN if chrome.is_origin(row.text) else chrome.BANNER, row.text)
        for row in rows[banner:]
    ]
    return rows[:banner], cuts


def _is_prose(row: Row) -> bool:
    """Whether the row is of the speech: a heading, or a sentence no banner would make."""
    return bool(heading_mark(row.text)) or (len(row.text) > 30 and row.text.endswith("。"))


def _is_tail_banner(text: str) -> bool:
    return chrome.is_solicitation(text) or (len(text) <= 30 and chrome.is_banner(text))


def _cut_captions(rows: list[Row]) -> tuple[list[Row], list[Cut]]:
    """Captions of pictures, also one that runs into the salutation: …刘卫兵 摄各位代表："""
    kept: list[Row] = []
    cuts: list[Cut] = []
    for row in rows:
        caption, rest = chrome.split_caption(row.text)
        if caption:
            cuts.append(Cut(row.number, chrome.CAPTION, caption))
        if caption and rest:
            kept.append(replace(row, text=rest))
        elif not caption:
            kept.append(row)
    return kept, cuts
