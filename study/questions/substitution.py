"""What a sentence says with other words in a blank."""

import re

BLANK = "____"
LEAST_CONTEXT = 4
"""Characters beside a piece by which one knows its place."""
MOST_CLAUSES = 4
_SIGN = r"[，。；：！？、,;:!?…—（）()《》\n]"


def in_context(before: str, text: str, after: str) -> str:
    """`text` with the rest of its clause; where that is less than a few characters, as for an item
    of an enumeration, with the neighbouring clauses too."""
    left, right = _reversed_clauses(before), _clauses(after)
    reach = 1
    while len("".join(left[:reach] + right[:reach])) < LEAST_CONTEXT and reach <= MOST_CLAUSES:
        reach += 1
    return "".join(reversed(left[:reach])) + text + "".join(right[:reach])


def _clauses(text: str) -> list[str]:
    """A text after each of its signs: each piece begins with the sign before it."""
    return re.split(rf"(?={_SIGN})", text)


def _reversed_clauses(text: str) -> list[str]:
    """The same from the end: each piece ends with the sign behind it."""
    return re.split(rf"(?<={_SIGN})", text)[::-1]
