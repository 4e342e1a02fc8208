"""Which charset a Chinese text is in, and the text itself.

Guessing is left to the end: a byte order mark, the two bytes of every UTF-16 character, valid
UTF-8 and the escapes of HZ each decide for themselves. Only what remains is a guess: the national
charsets of the mainland and of Taiwan share their bytes, but both put everyday characters in
their first level, so the right reading is the one that yields everyday characters.
"""

import codecs
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from study.materials.errors import Unreadable, UnreadableFile
from study.materials.formats import euctw

_SAMPLE = 64 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # Before UTF-16, whose mark is the beginning of this one.
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_ENDIAN = ("utf-16-le", "utf-16-be")
_NATIONAL = ("gb18030", "big5hkscs", "euc_tw", "utf-8")
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_PUNCTUATION = frozenset("，。、；：？！“”‘’（）《》—…「」『』【】〔〕％·　")
# Sentences can be all names and rare words, but hardly ever by more than half.
_FAMILIAR_ENOUGH = 0.5
_FAULTS = 0.01


def decode(data: bytes) -> tuple[str, str]:
    """The text of `data` and the name of its charset; invalid bytes become U+FFFD.

    Raises UnreadableFile (UNKNOWN_CHARSET) where no charset gives Chinese text with at most
    1% invalid characters.
    """
    charset = _marked(data) or _utf16(data) or _plain(data) or _national(data)
    text = _read(data, charset).removeprefix("\ufeff") if charset else ""
    if charset is None or _faulty(text):
        raise UnreadableFile(Unreadable.UNKNOWN_CHARSET)
    return text, charset


def _marked(data: bytes) -> str | None:
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def _plain(data: bytes) -> str | None:
    """UTF-8, or HZ, which is ASCII to look at."""
    if not _valid(data, "utf-8"):
        return None
    return "hz" if data.isascii() and b"~{" in data and _valid(data, "hz") else "utf-8"


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: read the right way round, nearly everything is ASCII or Chinese."""
    if b"\0" not in data[:_SAMPLE] and _valid(data, "utf-8"):
        return None
    sample = data[: min(_SAMPLE, len(data) // 2 * 2)]
    scores = {name: _ordinary(sample.decode(name, "replace")) for name in _ENDIAN}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > 0.7 else None


def _ordinary(text: str) -> float:
    """The share of characters that are printable ASCII or everyday Chinese."""
    known = _familiar("gb18030") | _familiar("big5hkscs")
    counts = Counter(text)
    good = sum(n for c, n in counts.items() if c in known or " " <= c <= "~" or c in "\r\n\t")
    return good / max(1, len(text))


def _national(data: bytes) -> str | None:
    """The reading with the most everyday characters, if they are common enough to believe it."""
    first = _NOT_ASCII.search(data)
    start = first.start() if first else 0
    sample = data[start : start + _SAMPLE]
    scores = {name: _score(_read(sample, name), name) for name in _NATIONAL}
    best = max(scores, key=lambda name: scores[name])
    if scores[best] < _FAMILIAR_ENOUGH:
        return None
    # Hong Kong's additions fill gaps of Taiwan's charset: without them it is the usual one.
    return "cp950" if best == "big5hkscs" and _valid(data, "cp950") else best


def _score(text: str, charset: str) -> float:
    """1 where all non-ASCII characters are everyday ones of the charset, less for others."""
    known = _familiar(charset)
    total = score = 0.0
    for character, count in Counter(text).items():
        if character > "~":
            total += count
            score += count * _worth(character, known)
    return score / max(1.0, total)


def _worth(character: str, known: frozenset[str]) -> float:
    if character == "\ufffd":
        return -3.0
    if character in known:
        return 1.0
    return 0.3 if "\u4e00" <= character <= "\u9fff" else 0.0


@cache
def _familiar(charset: str) -> frozenset[str]:
    """The first level of the charset's characters, and common punctuation."""
    if charset == "utf-8":
        return _familiar("gb18030") | _familiar("big5hkscs")
    if charset == "gb18030":
        level = _characters(range(0xB0, 0xD8), range(0xA1, 0xFF), "gb2312")
    else:
        trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
        level = _characters(range(0xA4, 0xC6), trails, "big5")
    return _PUNCTUATION.union(level) - {"\ufffd"}


def _characters(leads: Iterable[int], trails: Iterable[int], codec: str) -> str:
    trails = tuple(trails)
    return bytes(b for lead in leads for trail in trails for b in (lead, trail)).decode(
        codec, "replace"
    )


def _read(data: bytes, charset: str) -> str:
    return euctw.decode(data) if charset == "euc_tw" else data.decode(charset, "replace")


def _valid(data: bytes, charset: str) -> bool:
    try:
        data.decode(charset)
    except UnicodeDecodeError:
        return False
    return True


def _faulty(text: str) -> bool:
    """Too many invalid bytes: not damage to a text but the wrong charset, or no text."""
    return text.count("\ufffd") > max(2, _FAULTS * len(text))
