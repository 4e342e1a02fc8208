"""The head of a document: title, subtitle, date, speaker, occasion, number."""

import re
from dataclasses import dataclass, replace

from study.materials import chrome
from study.materials.dates import find_date
from study.materials.head_lines import (
    Facts,
    can_be_title,
    dates_of,
    facts,
    is_adoption,
    is_date,
    is_speaker,
    is_timestamp,
)
from study.materials.layout import Cut, Row
from study.materials.marks import mark_length
from study.materials.title import HEAD_ROWS, find_title, head_length, joined_title

_SALUTES = tuple("：:！!")
_GLUED = re.compile(
    r"([^—－，。]{4,60}?)((?:——|－－)[\d０-９一二].{4,60})|([^：:]{2,160}?)((?:各位代表|同志们)[：:！!])"
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
    rows = _unglued(rows[:HEAD_ROWS]) + rows[HEAD_ROWS:]
    first, last = find_title(rows) or (0, -1)
    title = joined_title(rows[first : last + 1])
    above, below = rows[:first], rows[last + 1 :]
    dated = [row for row in above if dates_of(row.text)]
    cuts = [Cut(row.number, _reason(row.text), row.text) for row in above if row not in dated]
    return _read_rows(title, dated + below, head_length(below) + len(dated), cuts)


def _unglued(head: list[Row]) -> list[Row]:
    """Rows that run into each other taken apart: title——date, speaker各位代表："""
    parts: list[Row] = []
    for row in head:
        match = _GLUED.fullmatch(row.text)
        texts = [text.strip() for text in match.groups() if text] if match else [row.text]
        if texts[-1].endswith(_SALUTES) and not (is_speaker(texts[0]) or texts[0].endswith("。")):
            texts = [row.text]
        parts += [replace(row, text=text) for text in texts]
    return parts


def _read_rows(
    title: str, rows: list[Row], length: int, cuts: list[Cut]
) -> tuple[Front, list[Row], list[Cut]]:
    """Sort the `length` rows around the title; what adds nothing to it stays in the body."""
    said: Facts = {}
    stamped = ""
    kept: list[Row] = []
    adopted: Row | None = None
    for index, row in enumerate(rows[:length]):
        value = index > 0 and chrome.is_bare_label(rows[index - 1].text)
        found = {} if row.heading else facts(row.text)
        if reason := _furniture(row.text, title, is_value=value):
            cuts.append(Cut(row.number, reason, row.text))
            stamped = stamped or (find_date(row.text) if chrome.is_stamp(row.text) else "")
        elif found and found.items() <= said.items():
            cuts.append(Cut(row.number, chrome.REPEATED_TITLE, row.text))
        elif adopted and _is_amendment(found, said):
            kept.append(adopted)
            said, adopted = said | found, row
        elif found and not found.keys() & said.keys():
            said |= found
            adopted = row if is_adoption(row.text) else adopted
        elif title and "subtitle" not in said and _is_subtitle(row):
            said["subtitle"] = row.text
        else:
            kept.append(row)
    body = sorted(kept, key=lambda row: row.number) + rows[length:]
    said.setdefault("spoken_on", _signed_on(rows[length:]) or find_date(title)[:4] or stamped)
    return Front(title=title, **said), body, cuts


def _is_amendment(found: Facts, said: Facts) -> bool:
    """Whether a law was adopted anew, later than what was read so far."""
    return "subtitle" in found and found.get("spoken_on", "") > said.get("spoken_on", "")


def _is_subtitle(row: Row) -> bool:
    short = row.heading is None and len(row.text) <= 45
    return short and not mark_length(row.text) and can_be_title(row.text)


def _furniture(text: str, title: str, *, is_value: bool) -> str:
    """The reason to cut a row between title and body, '' to keep it."""
    if is_value or chrome.is_furniture(text) or is_timestamp(text):
        return chrome.SITE
    if chrome.is_banner(text):
        return chrome.BANNER
    if chrome.is_origin(text):
        return chrome.ORIGIN
    return chrome.REPEATED_TITLE if _repeats(text, title) else ""


def _signed_on(body: list[Row]) -> str:
    """The date under a signature: a row of the body that holds nothing else."""
    return next((find_date(row.text) for row in body if is_date(row.text)), "")


def _repeats(text: str, title: str) -> bool:
    """Whether the row says the title again, whole or shortened: 省政府工作报告."""
    rest = iter(title)
    plain = re.sub(r"\s", "", text)
    return len(plain) >= 4 and all(character in rest for character in plain)


def _reason(text: str) -> str:
    if chrome.is_origin(text):
        return chrome.ORIGIN
    return chrome.SITE if chrome.is_furniture(text) else chrome.BANNER
