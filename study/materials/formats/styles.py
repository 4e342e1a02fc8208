"""The styles of a Word document, as far as they say what a paragraph is."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from study.materials.formats.wordxml import W, number, on, switch, value

_HEADING = re.compile(r"(?:heading|标题) ?([1-9])", re.IGNORECASE)
_TITLE = re.compile(r"title|标题", re.IGNORECASE)
_CONTENTS = re.compile(r"toc(?![a-z])|.*目录", re.IGNORECASE)
_BODY_TEXT = 9


@dataclass(frozen=True, slots=True)
class Style:
    """One style; None where it leaves a matter to the style it is based on."""

    id: str
    name: str
    parent: str | None
    outline: int | None
    list_id: str | None
    list_level: int | None
    hidden: bool | None


def load(root: Element | None) -> dict[str, Style]:
    """All styles by their id; the default paragraph style also as ""."""
    styles: dict[str, Style] = {}
    for element in () if root is None else root.iter(f"{W}style"):
        style = _style(element)
        styles[style.id] = style
        if element.get(f"{W}type") == "paragraph" and on(element.get(f"{W}default", "0")):
            styles[""] = style
    return styles


def chain(styles: Mapping[str, Style], id_: str) -> Iterator[Style]:
    """The style and those it is based on, nearest first."""
    seen: set[str] = set()
    style = styles.get(id_)
    while style is not None and style.id not in seen:
        yield style
        seen.add(style.id)
        style = styles.get(style.parent or style.id)


def heading(styles: Mapping[str, Style], id_: str) -> int | None:
    """1 for the title of the document, 2 for "Heading 1", 3 for "Heading 2" …"""
    for style in chain(styles, id_):
        if _TITLE.fullmatch(style.name):
            return 1
        if match := _HEADING.fullmatch(style.name):
            return int(match[1]) + 1
        if style.outline is not None:
            return outline_heading(style.outline)
    return None


def outline_heading(level: int) -> int | None:
    """The heading level of an outline level, which starts at 0 and ends in 9 for body text."""
    return level + 2 if level < _BODY_TEXT else None


def of_contents(styles: Mapping[str, Style], id_: str) -> bool:
    """Whether paragraphs in this style belong to the table of contents."""
    style = styles.get(id_)
    return style is not None and _CONTENTS.match(style.name) is not None


def hidden(styles: Mapping[str, Style], id_: str) -> bool | None:
    """Whether text in this style is hidden, None if the style does not say."""
    return next((s.hidden for s in chain(styles, id_) if s.hidden is not None), None)


def _style(element: Element) -> Style:
    return Style(
        id=element.get(f"{W}styleId", ""),
        name=(value(element, "name") or "").strip(),
        parent=value(element, "basedOn"),
        outline=number(element, "pPr/outlineLvl"),
        list_id=value(element, "pPr/numPr/numId"),
        list_level=number(element, "pPr/numPr/ilvl"),
        hidden=switch(element, "rPr/vanish"),
    )
