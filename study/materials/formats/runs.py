"""The text inside a Word paragraph, as it stands once every tracked change is accepted."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from study.materials.formats.wordxml import W, switch, value

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_BREAKS = re.compile(r"[\r\n\t]")
_SIGNS = {
    f"{W}tab": " ",
    f"{W}ptab": " ",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
LEFT_OUT = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "rt", "sdtPr"))


@dataclass(slots=True)
class Inline:
    """What was found in a paragraph: its text, and the text boxes anchored in it."""

    pieces: list[str] = field(default_factory=list[str])
    boxes: list[Element] = field(default_factory=list[Element])
    fields: list[bool] = field(default_factory=list[bool])
    """For every open field, whether its instruction is over and its result has begun."""


def inline(paragraph: Element, hidden: Callable[[str], bool | None], silent: bool) -> Inline:
    """Collect the text of a paragraph and the boxes anchored in it.

    `hidden` tells of a character style whether it hides text (None: it does not say), `silent`
    whether the paragraph's own style does.
    """
    found = Inline()
    _collect(paragraph, found, hidden, silent)
    return found


def chosen(alternatives: Element) -> Element | None:
    """Of the same content for newer and for older readers, the one for newer ones."""
    choice = alternatives.find(f"{_CHOICES}Choice")
    return alternatives.find(f"{_CHOICES}Fallback") if choice is None else choice


def alternative(element: Element) -> bool:
    """Whether `element` holds the same content several times."""
    return element.tag == f"{_CHOICES}AlternateContent"


def _collect(
    parent: Element, found: Inline, hidden: Callable[[str], bool | None], silent: bool
) -> None:
    for child in parent:
        if alternative(child):
            choice = chosen(child)
            if choice is not None:
                _collect(choice, found, hidden, silent)
        elif child.tag == f"{W}r":
            _collect(child, found, hidden, _silent(child, hidden, silent))
        elif child.tag == f"{W}txbxContent":
            found.boxes.append(child)
        elif child.tag == f"{W}fldChar":
            _field(child, found.fields)
        elif child.tag in (f"{W}t", f"{_MATH}t") or child.tag in _SIGNS:
            if not silent and all(found.fields):
                text = _BREAKS.sub(" ", child.text or "")
                found.pieces.append(_SIGNS.get(child.tag, text))
        elif child.tag not in LEFT_OUT:
            _collect(child, found, hidden, silent)


def _silent(run: Element, hidden: Callable[[str], bool | None], inherited: bool) -> bool:
    direct = switch(run, "rPr/vanish")
    if direct is not None:
        return direct
    styled = hidden(value(run, "rPr/rStyle") or "?")
    return inherited if styled is None else styled


def _field(mark: Element, fields: list[bool]) -> None:
    kind = mark.get(f"{W}fldCharType")
    if kind == "begin":
        fields.append(False)
    elif kind == "separate" and fields:
        fields[-1] = True
    elif kind == "end" and fields:
        fields.pop()
