"""One paragraph of a Word document: its text, its number, its place among the headings."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from study.materials.formats import numbering, runs, styles
from study.materials.formats.text import lines
from study.materials.formats.wordxml import W, number, value
from study.materials.source import Line


@dataclass(slots=True)
class Document:
    """What a paragraph needs to know of its document, and of the paragraphs before it."""

    styles: dict[str, styles.Style]
    counters: numbering.Counters
    carried: str = ""
    """The text of paragraphs whose end was deleted: it belongs to the next paragraph."""


def paragraph(document: Document, element: Element) -> tuple[Sequence[Line], Sequence[Element]]:
    """The lines of a paragraph, one for each of its line breaks, and its text boxes.

    There are none where it belongs to the table of contents or goes on in the next paragraph.
    """
    settings = element.find(f"{W}pPr")
    style = value(settings, "pStyle") or ""
    if style not in document.styles:
        style = ""
    silent = styles.hidden(document.styles, style) or False
    found = runs.inline(element, lambda id_: styles.hidden(document.styles, id_), silent)
    text = document.carried + "".join(found.pieces)
    joined = _joined_to_next(settings)
    document.carried = text if joined else ""
    if joined or styles.of_contents(document.styles, style):
        return [], found.boxes
    return _shown(document, settings, style, text), found.boxes


def _shown(document: Document, settings: Element | None, style: str, text: str) -> list[Line]:
    label = _label(document, settings, style)
    if not text.strip():  # Counted like any other, but nothing to number and no heading.
        return [Line(line, whole=True) for line in lines(text) or [""]]
    text = label + text.lstrip() if label else text
    heading = _heading(document, settings, style)
    return [Line(line, heading, whole=True) for line in lines(text)]


def _joined_to_next(settings: Element | None) -> bool:
    """Whether the end of the paragraph was deleted or moved away."""
    marks = ("rPr/del", "rPr/moveFrom")
    return any(value(settings, mark) is not None for mark in marks)


def _heading(document: Document, settings: Element | None, style: str) -> int | None:
    outline = number(settings, "outlineLvl")
    inherited = styles.heading(document.styles, style)
    return inherited if outline is None else styles.outline_heading(outline)


def _label(document: Document, settings: Element | None, style: str) -> str:
    """The number shown before the paragraph: its own, or that of its style."""
    depth = number(settings, "numPr/ilvl")
    list_id = value(settings, "numPr/numId")
    if list_id is None:
        source = next((s for s in styles.chain(document.styles, style) if s.list_id), None)
        if source is None or source.list_id is None:
            return ""
        list_id = source.list_id
        depth = _styled_depth(document, source) if depth is None else depth
    return document.counters.label(list_id, depth or 0)


def _styled_depth(document: Document, style: styles.Style) -> int | None:
    """The level of a list that names this style as its own, else the one the style names."""
    found = document.counters.lists.get(style.list_id or "")
    if found is None:
        return style.list_level
    named = (depth for depth, level in found.levels.items() if level.style == style.id)
    return next(named, style.list_level)
