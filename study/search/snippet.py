"""The piece of a paragraph that shows why it was found, with the hits marked."""

import re
from collections.abc import Sequence

from study.search.matching import spans

_CLAUSE = re.compile(r"[，。；！？：,;!?]")
OPEN, CLOSE = "【", "】"
CUT = "…"


def snippet(text: str, forms: Sequence[str], length: int) -> str:
    """About `length` characters of `text` around most of the hits, verbatim, hits in 【】.

    Begins and ends at signs where that costs little; what is left out is shown as ….
    """
    found = spans(text, forms)
    start, finish = _window(text, found, length)
    shown = mark(
        text[start:finish], [(a - start, b - start) for a, b in found if start <= a and b <= finish]
    )
    return (CUT if start else "") + shown + (CUT if finish < len(text) else "")


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
    for index, (start, _) in enumerate(found):
        within = [span for span in found[index:] if span[1] - start <= length] or [found[index]]
        shown = sum(b - a for a, b in within)
        if shown > most:
            best, most = (start, within[-1][1]), shown
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
