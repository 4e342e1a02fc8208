"""Numbers of a search form as they are read aloud, character by character."""

import re
from itertools import islice, product

_NUMBER = re.compile(r"\d+")
_PIECE = re.compile(r"\d+|\D+")
_DIGITS = "零一二三四五六七八九"
_AS_DIGITS = str.maketrans(_DIGITS + "〇两", "012345678902")
_MOST = 4


def read_aloud(folded: str) -> str:
    """A search form with its digits as Chinese numerals: 4个 → 四个, 10年 → 十年, 2035 → 二零三五.

    >>> read_aloud("14五规划")
    '十四五规划'
    """
    return _NUMBER.sub(lambda number: readings(number[0])[0], folded)


def readings(number: str) -> list[str]:
    """The ways to read a row of digits, the usual one first.

    Two digits are a number; 145 may be short for 十四五 (the fourteenth five-year plan).
    """
    one_by_one = "".join(_DIGITS[int(digit)] for digit in number)
    if len(number) == 2 and number[0] != "0":
        tens = "" if number[0] == "1" else one_by_one[0]
        return [f"{tens}十{one_by_one[1].strip('零')}", one_by_one]
    if len(number) == 3 and number[0] == "1":
        return [one_by_one, "十" + one_by_one[1:]]
    return [one_by_one]


def other_spellings(folded: str) -> list[str]:
    """A search form with its digits as Chinese numerals, in each way to read them, and with its
    Chinese numerals as digits; none where it has no number."""
    in_words = [
        "".join(way) for way in islice(product(*map(_choices, _PIECE.findall(folded))), _MOST)
    ]
    spellings = dict.fromkeys([*in_words, folded.translate(_AS_DIGITS)])
    return [one for one in spellings if one != folded]


def _choices(piece: str) -> list[str]:
    return readings(piece) if piece.isdecimal() else [piece]
