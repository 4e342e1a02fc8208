"""Parts of a source that say again what it says elsewhere: a second copy, a table of contents."""

import re

from study.materials import chrome
from study.materials.layout import Cut, Row

_COPY_ROWS = 5
_COPY_SHARE = 0.3
"""A second copy has at least so many rows and so much of the characters."""
_LEADERS = re.compile(r"[\s.．·…]*\d{0,4}$")
_SPACE = re.compile(r"\s+")


def cut_second_copy(rows: list[Row]) -> tuple[list[Row], list[Cut]]:
    """Cut a whole text that stands below itself, with the page furniture between the two."""
    first_seen: dict[str, int] = {}
    for index, row in enumerate(rows):
        first_seen.setdefault(row.text, index)
    start = len(rows)
    while start and first_seen[rows[start - 1].text] < start - 1:
        start -= 1
    copied = sum(len(row.text) for row in rows[start:])
    whole = sum(len(row.text) for row in rows)
    if len(rows) - start < _COPY_ROWS or copied < whole * _COPY_SHARE:
        return rows, []
    end = max(first_seen[row.text] for row in rows[start:] if first_seen[row.text] < start) + 1
    if sum(len(row.text) for row in rows[end:start]) > whole * 0.1:
        end = start  # More than furniture stands between the two: it is kept.
    return rows[:end], [Cut(row.number, chrome.SECOND_COPY, row.text) for row in rows[end:]]


def cut_contents(rows: list[Row]) -> tuple[list[Row], list[Cut]]:
    """Cut a table of contents: a row 目录 and the rows after it that come again as headings."""
    for index, row in enumerate(rows):
        if _SPACE.sub("", row.text) in ("目录", "目次"):
            end = index + 1
            later = [_SPACE.sub("", row.text) for row in rows[end:]]
            while end < len(rows) and _entry(rows[end]) in later[end - index :]:
                end += 1
            cuts = [Cut(row.number, chrome.CONTENTS, row.text) for row in rows[index:end]]
            return rows[:index] + rows[end:], cuts
    return rows, []


def _entry(row: Row) -> str:
    return _SPACE.sub("", _LEADERS.sub("", row.text))
