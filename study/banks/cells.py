"""The cells of a sheet and the strings they share, as they are read."""

import re
from dataclasses import dataclass, field

from study.banks.numbers import Style, shown
from study.banks.tables import UNREADABLE, WIDEST, check_size

_REFERENCE = re.compile(r"[A-Z]{1,3}(?=\d)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Strings:
    """The strings that the cells share, by their numbers; pieces of one are put together."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._hears = False
        self._is_spoken = False
        """Inside of how a word is pronounced."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """A string, a piece of its text, or its pronunciation begins."""
        if name == "si":
            self._pieces = []
        elif name == "rPh":
            self._is_spoken = True
        self._hears = name == "t" and not self._is_spoken

    def text(self, text: str) -> None:
        """Text of a string."""
        if self._hears:
            self._pieces.append(text)

    def end(self, name: str) -> None:
        """A string is complete."""
        self._hears = False
        if name == "rPh":
            self._is_spoken = False
        elif name == "si":
            self.found.append(unescaped("".join(self._pieces)))


@dataclass(slots=True)
class Sheet:
    """The rows of a sheet that are not empty, each with its number."""

    strings: list[str]
    styles: list[Style]
    rows: list[tuple[int, tuple[str, ...]]] = field(
        default_factory=list[tuple[int, tuple[str, ...]]]
    )
    _number: int = 0
    _cells: list[str] = field(default_factory=list[str])
    _place: int = 0
    _kind: str = "n"
    _style: str = "0"
    _pieces: list[str] = field(default_factory=list[str])
    _hears: bool = False
    _is_spoken: bool = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """A row, a cell, or its content begins."""
        if name == "c":
            self._place = _column(attributes.get("r", ""), len(self._cells))
            self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "0")
            self._pieces = []
        elif name in ("v", "t"):
            self._hears = not self._is_spoken
        elif name == "row":
            said = attributes.get("r", "")
            plain = said.isdecimal() and len(said) < 8
            self._number = int(said) if plain else self._number + 1
            self._cells = []
        elif name == "rPh":
            self._is_spoken = True

    def text(self, text: str) -> None:
        """Content of a cell."""
        if self._hears:
            self._pieces.append(text)

    def end(self, name: str) -> None:
        """A row, a cell, or its content is over."""
        self._hears = False
        if name == "c" and self._place < WIDEST and self._pieces:
            self._cells += [""] * (self._place + 1 - len(self._cells))
            self._cells[self._place] = self._value("".join(self._pieces))
        elif name == "row" and self._cells:
            self.rows.append((self._number, tuple(self._cells)))
            check_size(len(self.rows))
        elif name == "rPh":
            self._is_spoken = False

    def _value(self, value: str) -> str:
        match self._kind:
            case "s":
                known = value.isdecimal() and len(value) < 9 and int(value) < len(self.strings)
                return self.strings[int(value)] if known else ""
            case "b":
                return "正确" if value == "1" else "错误"
            case "e":
                return UNREADABLE + value
            case "n":
                known = self._style.isdecimal() and int(self._style[:6]) < len(self.styles)
                return shown(value, self.styles[int(self._style)] if known else Style.PLAIN)
            case _:
                return unescaped(value)


def unescaped(text: str) -> str:
    """_x000D_ is how a workbook writes a character that XML cannot hold."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _column(reference: str, following: int) -> int:
    """The place of a cell in its row, `following` where it does not say: C7 → 2."""
    match = _REFERENCE.match(reference)
    if match is None:
        return following
    place = 0
    for letter in match[0]:
        place = place * 26 + ord(letter) - 64
    return place - 1
