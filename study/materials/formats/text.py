"""Plain text: every line of the file is a line of the source."""

import re

from study.materials.errors import Unreadable, UnreadableFile
from study.materials.formats import charset
from study.materials.source import Line, Source

# Kept: tab, and what ends a line. U+001C..1E are removed before splitting, which would split there.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


def read(data: bytes) -> Source:
    """The lines of a text file, verbatim but for control characters.

    Raises UnreadableFile (EMPTY, UNKNOWN_CHARSET).
    """
    text, name = charset.decode(data)
    if not text or text.isspace():
        raise UnreadableFile(Unreadable.EMPTY)
    return Source(tuple(map(Line, lines(text))), charset=name)


def lines(text: str) -> list[str]:
    """Split at every kind of line end (CR, LF, form feed, U+2028 …) and drop control characters."""
    return _CONTROLS.sub("", text).splitlines()
