"""The search form of a text: what is left when everything that must not hide a hit is gone.

Width, case, script (traditional or simplified), signs, blanks and line breaks are folded away;
letters, digits and what makes another thing of them (1.5, 5%, 3-5, 互联网+) stay. A text and a
query are compared in this form only, and shown in their own.
"""

import importlib
import re
import unicodedata
from typing import Any

_BETWEEN_DIGITS_ONLY = re.compile(r"(?<!\d)[.-]|[.-](?!\d)")
_DASHES = dict.fromkeys("-‐‑‒–—―−~∼〜", "-")
_ZEROS = dict.fromkeys("○◯⚪", "〇")
"""Typed for the zero of 二〇二〇, which is a character of its own."""
_RADICALS = str.maketrans(
    "⺠⻓⻅⻔⻚⻛⻜⻝⻢⻥⻦⻩⻬⻮⻰⻳⻄⻉⻋⻘⻙⻨⻁⺟⻆⻣⻤⻧⻫⻭⻯⻲⺝⺪⻑⻒⻐",
    "民长见门页风飞食马鱼鸟黄齐齿龙龟西贝车青韦麦虎母角骨鬼卤齐齿龙龟月疋长长钅",
)
"""Radicals that PDF files have in the place of the characters, and Unicode tells nothing of."""
_KEPT_SIGNS = {"%": "%", "‰": "‰", ".": ".", "+": "+"} | _DASHES | _ZEROS
_MOST_CHARACTERS = 50_000
"""Characters whose form is remembered: all of Chinese, and no more whatever people send."""


class _Forms(dict[int, str]):
    """Code point → search form, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        form = _form(chr(code))
        if len(self) < _MOST_CHARACTERS:
            self[code] = form
        return form


_forms = _Forms()


def fold(text: str) -> str:
    """The search form of `text`.

    >>> fold("增強“四個意識”，GDP增长５．５％左右！")
    '增强四个意识gdp增长5.5%左右'
    """
    folded = text.translate(_forms)
    if "." in folded or "-" in folded:
        return _BETWEEN_DIGITS_ONLY.sub("", folded)
    return folded


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """The search form of `text`, and for each of its characters the index in `text`."""
    forms = [
        (form, place) for place, character in enumerate(text) for form in _forms[ord(character)]
    ]
    folded = "".join(form for form, _ in forms)
    dropped = {match.start() for match in _BETWEEN_DIGITS_ONLY.finditer(folded)}
    kept = [pair for index, pair in enumerate(forms) if index not in dropped]
    return "".join(form for form, _ in kept), [place for _, place in kept]


def _form(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character.translate(_RADICALS)).casefold()
    return "".join(map(_kept, plain.translate(_simplified)))


def _kept(character: str) -> str:
    return character if character.isalnum() else _KEPT_SIGNS.get(character, "")


def _read_simplified() -> dict[int, str]:
    """Traditional → simplified, character by character (OpenCC's t2s)."""
    blocks = [range(0x3400, 0xA000), range(0xF900, 0xFB00)]
    characters = [chr(code) for block in blocks for code in block]
    opencc: Any = importlib.import_module("opencc")
    converted = str(opencc.OpenCC("t2s").convert("\n".join(characters)))
    pairs = zip(characters, converted.split("\n"), strict=True)
    return {ord(one): other for one, other in pairs if one != other}


# Read when the program starts: later it would hold up everybody for 50 ms.
_simplified = _read_simplified()
