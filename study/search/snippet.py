"""The piece of a paragraph that shows why it was found, with the hits marked."""

import re
from collections.abc import Sequence

from study.search.matching import spans

_CLAUSE = re.compile(r"[，。；！？：,;!?]")
OPEN, CLOSE = "【", "】"
CUT = "…"
_FARTHEST = 2_000
"""Characters of a text that are looked at."""


def snippet(text: str, forms: Sequence[str], length: int) -> str:
    """About `length` characters of `text` around most of the hits, verbatim, hits in 【】.

    Begins and ends at signs where that costs little; what is left out is shown as ….
    """
    offset = _offset(text, forms)
    part = text[offset : offset + _FARTHEST]
    found = spans(part, forms)
    start, finish = _window(part, found, length)
    inside = [(a - start, b - start) for a, b in found if start <= a and b <= finish]
    before = CUT if offset + start else ""
    behind = CUT if offset + finish < len(text) else ""
    return before + mark(part[start:finish], inside) + behind


def _offset(text: str, forms: Sequence[str]) -> int:
    """Where to begin to look: some way before the first hit, in a very long text."""
    if len(text) <= _FARTHEST:
        return 0
    first = min((place for form in forms if (place := text.find(form)) >= 0), default=0)
    return max(0, first - _FARTHEST // 4)


def mark(text: str, found: Sequence[tuple[int, int]]) -> str:
    """`text` with the spans in 【】."""
    pieces: list[str] = []
    done = 0
    for start, finish in found:
        pieces += [text[done:start], OPEN, text[start:finish], CLOSE]
        done = finish
    return "".join([*pieces, text[done:]])


def _window(text: str, found: Sequence[tuple[int, int]], length: int) -> tuple[int, int]:
    """First and last-but-one index of the piece to show."""
    if len(text) <= length:
        return 0, len(text)
    first, last = _densest(found, length) if found else (0, 0)
    spare = max(0, length - (last - first))
    start = _after_sign(text, max(0, first - spare // 2), first)
    return start, _at_sign(text, last, min(len(text), max(start + length, last)))


def _densest(found: Sequence[tuple[int, int]], length: int) -> tuple[int, int]:
    """The stretch from one hit to another within `length` that shows the most of hits."""
    best, most = found[0], 0
    last, shown = 0, 0
    for index, (start, finish) in enumerate(found):
        while last < len(found) and (last == index or found[last][1] - start <= length):
            shown += found[last][1] - found[last][0]
            last += 1
        if shown > most:
            best, most = (start, found[last - 1][1]), shown
        shown -= finish - start
    return best


def _after_sign(text: str, earliest: int, latest: int) -> int:
    """The first beginning of a clause in a stretch, else where the stretch begins."""
    if earliest == 0:
        return 0
    match = _CLAUSE.search(text, earliest, latest)
    return match.end() if match else earliest


def _at_sign(text: str, earliest: int, latest: int) -> int:
    """The last end of a clause in a stretch, else where the stretch ends."""
    if latest == len(text):
        return latest
    ends = [match.end() for match in _CLAUSE.finditer(text, earliest, latest)]
    return ends[-1] if ends else latest
