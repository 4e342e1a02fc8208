"""EUC-TW, for which Python has no codec.

CNS 11643 plane 1 lists the characters of Big5 (symbols and the 5,401 common ones) in the same
order, but for a few that were moved when strokes were recounted; so a character's number in one
gives its number in the other. Plane 2, the rare characters, was reordered too often to be worth
a table here: those become U+FFFD, and a text that needs many of them is not taken.
"""

import re
from functools import cache

# First CNS cell, first Big5 code, how many characters follow in the same order.
_RUNS = (
    (0x2121, 0xA140, 148),
    (0x2259, 0xA1F8, 84),
    (0x2421, 0xA2AF, 174),
    (0x4421, 0xA440, 1412),
    (0x5323, 0xAD40, 424),
    (0x5753, 0xACFE, 1),
    (0x5754, 0xAFD0, 1876),
    (0x6B50, 0xBE52, 1),
    (0x6B51, 0xBBC8, 387),
    (0x6F5C, 0xBE53, 525),
    (0x7535, 0xC2CB, 1),
    (0x7536, 0xC1AB, 188),
    (0x7737, 0xC2CC, 84),
    (0x782D, 0xC456, 1),
    (0x782E, 0xC361, 54),
    (0x7864, 0xC3BA, 1),
    (0x7865, 0xC3B9, 1),
    (0x7866, 0xC3BB, 90),
    (0x7962, 0xC457, 354),
)
_CHARACTER = re.compile(rb"[\x00-\x7f]+|\x8e[\xa1-\xb0][\xa1-\xfe]{2}|[\xa1-\xfe]{2}|.", re.DOTALL)


def decode(data: bytes) -> str:
    """Decode EUC-TW bytes; what is no character of plane 1 becomes U+FFFD."""
    table = _plane1()
    pieces = _CHARACTER.findall(data)
    return "".join(p.decode() if p.isascii() else table.get(p, "\ufffd") for p in pieces)


@cache
def _plane1() -> dict[bytes, str]:
    table: dict[bytes, str] = {}
    for cell, code, count in _RUNS:
        row, column = divmod(cell, 256)
        first = (row - 0x21) * 94 + column - 0x21
        lead, trail = divmod(code, 256)
        start = lead * 157 + (trail - 0x40 if trail < 0x7F else trail - 0x62)
        for i in range(count):
            table[_euc(first + i)] = _big5(start + i)
    return table


def _euc(index: int) -> bytes:
    row, column = divmod(index, 94)
    return bytes((row + 0xA1, column + 0xA1))


def _big5(index: int) -> str:
    lead, trail = divmod(index, 157)
    return bytes((lead, trail + 0x40 if trail < 0x3F else trail + 0x62)).decode("cp950", "replace")
