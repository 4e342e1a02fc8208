"""Opening a paragraph in its context."""

from collections.abc import Sequence
from dataclasses import dataclass

from study.materials.paragraph import Paragraph
from study.services.closed import ExcerptsOnly, refuse_closed
from study.services.reader import Reader
from study.storage import materials
from study.storage.database import Database
from study.storage.materials import Material

_FURTHEST_HEADING = 200
"""Paragraphs to look back for the heading of a section."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A paragraph of a material with its neighbours (None at either end), the heading of its
    section ('' when it has none or is one), and how many paragraphs there are."""

    material: Material
    paragraph: Paragraph
    before: Paragraph | None
    after: Paragraph | None
    heading: str
    paragraphs: int


class NotOpen(Exception):
    """There is no such paragraph."""


async def open_paragraph(database: Database, reader: Reader, number: int, paragraph: int) -> Opened:
    """A paragraph in its context. Raises NotOpen, MembersOnly and ExcerptsOnly."""
    material = await materials.readable(database, number, window=reader.window)
    if material is None:
        await refuse_closed(database, reader, number)
        raise NotOpen
    if material.access == "member" and reader.in_group:
        raise ExcerptsOnly(number, paragraph)
    first = max(1, paragraph - _FURTHEST_HEADING)
    rows = await materials.paragraphs_between(database, number, first, paragraph + 1)
    found = {row.number: row for row in rows}
    if paragraph not in found:
        raise NotOpen
    last = await materials.last_paragraph(database, number)
    return Opened(
        material,
        found[paragraph],
        found.get(paragraph - 1),
        found.get(paragraph + 1),
        _heading([row for row in rows if row.number < paragraph], found[paragraph]),
        last,
    )


def _heading(before: Sequence[Paragraph], paragraph: Paragraph) -> str:
    """The nearest heading above a body paragraph."""
    if paragraph.level:
        return ""
    return next((one.text for one in reversed(before) if one.level), "")
