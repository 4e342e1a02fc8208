"""A piece of evidence as it comes in, and how much there may be."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

LARGEST_PIECE = 20 * 1024 * 1024
"""Bytes."""
MOST_PIECES = 20
"""Of one report, what was added to it later included."""
LARGEST_REPORT = 60 * 1024 * 1024
"""Bytes."""
_LONGEST_NAME = 80


class Form(StrEnum):
    """How a piece was sent; the value is stored."""

    PICTURE = "picture"
    FILE = "file"
    FORWARD = "forward"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that a reporter sent.

    `name` is what it was called there, '' for nothing: data to be shown, never a path.
    """

    form: Form
    name: str
    content: bytes


def shown_name(name: str) -> str:
    """A name without folders and without signs that are not seen or turn the line around, at most
    eighty characters with its ending."""
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    seen = "".join(one for one in last if unicodedata.category(one)[0] != "C")
    plain = " ".join(seen.split()).lstrip(".")
    if len(plain) <= _LONGEST_NAME:
        return plain
    stem, _, ending = plain.rpartition(".")
    if not stem or len(ending) > 8:
        return plain[: _LONGEST_NAME - 1] + "…"
    return f"{stem[: _LONGEST_NAME - len(ending) - 2]}….{ending}"
