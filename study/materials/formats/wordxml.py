"""Looking things up in the XML of a Word document."""

import re
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NUMBER = re.compile(r"-?\d{1,9}")


def value(parent: Element | None, path: str) -> str | None:
    """The w:val of an element below `parent` ("rPr/vanish"), None if there is no such element."""
    if parent is None:
        return None
    found = parent.find("/".join(f"{W}{name}" for name in path.split("/")))
    return None if found is None else found.get(f"{W}val", "")


def number(parent: Element | None, path: str) -> int | None:
    """The same as a number, None also if it is none."""
    text = value(parent, path) or ""
    return int(text) if _NUMBER.fullmatch(text) else None


def on(text: str) -> bool:
    """Whether the value of a switch is on, as it is also where none is written."""
    return text not in ("0", "false", "off", "none")


def switch(parent: Element | None, path: str) -> bool | None:
    """A switch like w:vanish: True, False, or None if it is not there."""
    text = value(parent, path)
    return None if text is None else on(text)
