"""One difference between a quotation and its source, and what two of them are together."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from study.quotations.text import ENUMERATION_SIGNS, Text
from study.quotations.verdict import Kind

_LEAST = 2
"""Characters of an item."""
_LEAST_MOVED = 3
"""Characters that are the same text in another place, and not the same word again."""


class Change(NamedTuple):
    """`quoted[a:b]` stands for `sourced[c:d]`, both in search form."""

    kind: Kind
    a: int
    b: int
    c: int
    d: int


def as_item(quoted: Text, sourced: Text, change: Change) -> Change:
    """A difference in wording as an item that is gone or too many, where it is one.

    The first and last item of an enumeration are one clause with what stands before and behind;
    the sign on their other side tells them.
    """
    if change.kind != Kind.WORDING:
        return change
    if change.a == change.b:
        for c, d in _slid(sourced.folded, change.c, change.d):
            if _is_item(sourced, c, d):
                return change._replace(kind=Kind.MISSING, c=c, d=d)
    elif change.c == change.d:
        for a, b in _slid(quoted.folded, change.a, change.b):
            if _is_item(quoted, a, b):
                return change._replace(kind=Kind.EXTRA, a=a, b=b)
    return change


def paired(quoted: Text, sourced: Text, found: Sequence[Change]) -> list[Change]:
    """The differences; what is gone in one place and too much in another changed places."""
    gone = [change for change in found if change.a == change.b]
    pairs: dict[Change, Change] = {}
    for extra in [change for change in found if change.c == change.d]:
        texts = {quoted.folded[a:b] for a, b in _slid(quoted.folded, extra.a, extra.b)}
        for one in gone:
            if one not in pairs and _is_moved(sourced.folded[one.c : one.d], texts):
                pairs[one] = extra
                break
    moved = [Change(Kind.ORDER, two.a, two.b, one.c, one.d) for one, two in pairs.items()]
    rest = set(found).difference(pairs, pairs.values())
    return [*moved, *rest]


def _is_moved(text: str, texts: set[str]) -> bool:
    return len(text) >= _LEAST_MOVED and text in texts


def _is_item(text: Text, start: int, finish: int) -> bool:
    return finish - start >= _LEAST and any(
        0 < side < len(text.folded) and text.is_divided(side, ENUMERATION_SIGNS)
        for side in (start, finish)
    )


def _slid(folded: str, start: int, finish: int) -> Iterator[tuple[int, int]]:
    """The places where the same could be cut out with the same result: ABA from xABABAy."""
    first, last = start, finish
    yield first, last
    while first > 0 and last > first and folded[first - 1] == folded[last - 1]:
        first, last = first - 1, last - 1
        yield first, last
    first, last = start, finish
    while last < len(folded) and last > first and folded[first] == folded[last]:
        first, last = first + 1, last + 1
        yield first, last
