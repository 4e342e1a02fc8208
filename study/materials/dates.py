"""Dates as Chinese documents write them, to ISO 8601 as precise as the text is."""

import re
import unicodedata
from datetime import date

_DIGITS = {digit: str(value) for value, digit in enumerate("〇一二三四五六七八九")} | {
    "零": "0",
    "○": "0",
    "Ｏ": "0",
    "O": "0",
}
_YEAR = r"(?P<year>[12]\d{3}|[一二][〇零○ＯO一二三四五六七八九]{3})"
_PART = r"(?:\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_CHINESE = re.compile(
    rf"{_YEAR}\s*年(?:\s*(?P<month>{_PART})\s*月(?:\s*(?P<day>{_PART})\s*日)?)?(?!代)"
)
_SPACED = re.compile(r"(?<=[\d年月])\s+(?=[\d年月日]\b|\d\s|[年月日])")
_NUMERIC = re.compile(
    r"(?<!\d)(?P<year>[12]\d{3})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})(?!\d)"
)


def find_date(text: str) -> str:
    """The first date in `text` as 2026, 2026-01 or 2026-01-27; '' when there is none.

    >>> find_date("二〇二六年一月二十七日在甘肃省十四届人民代表大会上")
    '2026-01-27'
    """
    plain = _SPACED.sub("", unicodedata.normalize("NFKC", text))
    matches = [m for m in (_CHINESE.search(plain), _NUMERIC.search(plain)) if m]
    for match in sorted(matches, key=lambda match: match.start()):
        if found := _iso(match):
            return found
    return ""


def _iso(match: re.Match[str]) -> str:
    year = int("".join(_DIGITS.get(digit, digit) for digit in match["year"]))
    month, day = (_number(match[part]) if match[part] else 0 for part in ("month", "day"))
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return ""
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part)])


def _number(text: str) -> int:
    """A number below 100 in digits of either script.

    >>> _number("二十七"), _number("十"), _number("08")
    (27, 10, 8)
    """
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int(_DIGITS[text])
    return int(_DIGITS.get(tens, "1")) * 10 + int(_DIGITS.get(ones, "0"))
