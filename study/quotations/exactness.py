"""Differences marked exactly: none twice, and numbers as a whole."""

from collections.abc import Sequence

from study.quotations.change import Change
from study.quotations.verdict import Kind

_OF_NUMBERS = frozenset("0123456789.")


def apart(found: Sequence[Change]) -> list[Change]:
    """The differences without what another one covers already on either side; what is told as
    more than wording keeps its place."""
    kept: list[Change] = []
    for change in sorted(found, key=lambda one: (one.kind == Kind.WORDING, one.a, one.c)):
        for one in kept:
            a, b = _outside(change.a, change.b, one.a, one.b)
            c, d = _outside(change.c, change.d, one.c, one.d)
            change = Change(change.kind, a, b, c, d)
        if change.a < change.b or change.c < change.d:
            kept.append(change)
    return kept


def with_whole_numbers(quoted: str, sourced: str, found: Sequence[Change]) -> list[Change]:
    """Differences within a number, in the order of both texts, as one of the whole number: 68
    for 86, 5.6 for 6.5."""
    joined: list[Change] = []
    for change in found:
        wide = _widened(quoted, sourced, change) if change.kind == Kind.WORDING else change
        last = joined[-1] if joined else None
        if last and last.kind == wide.kind == Kind.WORDING and wide.a < last.b and wide.c < last.d:
            wide = Change(wide.kind, last.a, max(wide.b, last.b), last.c, max(wide.d, last.d))
            joined.pop()
        joined.append(wide)
    return joined


def _widened(quoted: str, sourced: str, change: Change) -> Change:
    kind, a, b, c, d = change
    own, other = quoted[a:b], sourced[c:d]
    if _has_number(own[:1], other[:1]):
        while min(a, c) > 0 and quoted[a - 1] == sourced[c - 1] and quoted[a - 1] in _OF_NUMBERS:
            a, c = a - 1, c - 1
    if _has_number(own[-1:], other[-1:]):
        while quoted[b : b + 1] == sourced[d : d + 1] and _has_number(quoted[b : b + 1]):
            b, d = b + 1, d + 1
    return Change(kind, a, b, c, d)


def _has_number(*characters: str) -> bool:
    return any(character in _OF_NUMBERS for character in characters)


def _outside(start: int, finish: int, other: int, end: int) -> tuple[int, int]:
    """What is left of a range without another one."""
    if end <= start or finish <= other:
        return start, finish
    return (min(end, finish), finish) if other <= start else (start, other)
