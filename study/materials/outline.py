"""The outline of a document: its paragraphs with stable numbers, and which are headings."""

import re

from study.materials.layout import Row
from study.materials.marks import heading_mark, is_article
from study.materials.paragraph import Paragraph

_HEADING_LENGTH = 45
_ENDS_HEADING = tuple("。！？；，、：:;,!")


def outline(rows: list[Row]) -> list[Paragraph]:
    """Number the rows of a body and tell its headings."""
    return [
        Paragraph(number, heading_level(row), row.text) for number, row in enumerate(rows, start=1)
    ]


def heading_level(row: Row) -> int:
    """The level of a heading, 0 for body text.

    A numbered line is a heading when it is short and no sentence of its own: “一、总体要求”,
    but not “1.到2025年，建成100个示范区。” and not an article of a law.
    """
    text = row.text
    if is_article(text):
        return 0
    if row.heading is not None:
        return min(max(row.heading - 1, 1), 4)
    level = heading_mark(text)
    if not level or len(text) > _HEADING_LENGTH:
        return 0
    if not text.endswith(_ENDS_HEADING):
        return level
    short = len(text) <= 20 and text.endswith("。") and level <= 2
    return level if short and not re.search(r"[，；]", text) else 0
