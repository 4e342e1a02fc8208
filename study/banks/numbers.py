"""Numbers of a workbook as a person sees them in their cells: 0.2 may be shown as 20%.

ECMA-376 part 1, 18.8.30 lists the numbers of the built-in formats.
"""

import re
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from xml.etree.ElementTree import Element

from study.banks.tables import UNREADABLE


class Style(StrEnum):
    """How the number of a cell is shown."""

    PLAIN = "plain"
    PERCENT = "percent"
    DATE = "date"


_PERCENT = frozenset({9, 10})
_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_MOST_DIGITS = 40


def styles(root: Element | None) -> list[Style]:
    """The styles of cells by their numbers, from the styles part of a workbook."""
    if root is None:
        return []
    own: dict[str, str] = {}
    found: list[Style] = []
    for group in root:
        name = group.tag.rpartition("}")[2]
        if name == "numFmts":
            own = {one.get("numFmtId", ""): one.get("formatCode", "") for one in group}
        elif name == "cellXfs":
            found = [_style(one.get("numFmtId", "0"), own) for one in group]
    return found


def shown(value: str, style: Style) -> str:
    """The number `value` in its cell. A date is marked as UNREADABLE: what is shown depends on the
    computer, and often Excel made it out of something else, such as 7-1."""
    if style is Style.DATE:
        return f"{UNREADABLE}日期"
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        return value
    if style is Style.PERCENT:
        return f"{_digits(number * 100)}%"
    return _digits(number)


def _digits(number: Decimal) -> str:
    """Without the noise of binary fractions: 55.000000000000007 is 55."""
    digits = f"{number.quantize(Decimal(1).scaleb(-10)) if number.adjusted() < 15 else number:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _style(number: str, own: dict[str, str]) -> Style:
    code = _QUOTED.sub("", own.get(number, "")).casefold()
    known = int(number) if number.isdecimal() and len(number) < 6 else 0
    if known in _PERCENT or "%" in code:
        return Style.PERCENT
    return Style.DATE if known in _DATES or re.search(r"[ymdhs年月日]", code) else Style.PLAIN
