"""One difference between a quotation and its source, and what two of them are together."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from study.quotations.text import ENUMERATION_SIGNS, ITEM_SIGNS, Text
from study.quotations.verdict import Kind
from study.search.numbers import readings

_LEAST = 2
"""Characters of an item between two signs."""
_LEAST_AT_AN_END = 4
"""The same of the first or last item of an enumeration, which has a sign on one side only: fewer
may be the rest of a word."""
_LONG = 15
"""So many characters gone or too many are more than another wording."""
_LEAST_MOVED = 3
"""Characters that are the same text in another place, and not the same word again."""


class Change(NamedTuple):
    """`quoted[a:b]` stands for `sourced[c:d]`, both in search form."""

    kind: Kind
    a: int
    b: int
    c: int
    d: int


def named(quoted: Text, sourced: Text, change: Change) -> Change:
    """A difference in wording as what it is: an item or a longer stretch that is gone or too many,
    or the same number in other characters."""
    change = _as_item(quoted, sourced, change)
    if change.kind != Kind.WORDING:
        return change
    size, there = change.b - change.a, change.d - change.c
    if _is_same_number(quoted.folded[change.a : change.b], sourced.folded[change.c : change.d]):
        return change._replace(kind=Kind.NUMERALS)
    if there - size >= _LONG:
        return change._replace(kind=Kind.LEFT_OUT)
    return change._replace(kind=Kind.ADDED) if size - there >= _LONG else change


def _is_same_number(one: str, other: str) -> bool:
    """Whether one is written in digits and the other in Chinese numerals, or both with two kinds
    of Chinese zeros."""
    one, other = one.replace("〇", "零"), other.replace("〇", "零")
    digits, words = (one, other) if one.isascii() else (other, one)
    return one == other or (digits.isascii() and digits.isdecimal() and words in readings(digits))


def _as_item(quoted: Text, sourced: Text, change: Change) -> Change:
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
    if all(text.is_divided(side, ITEM_SIGNS) for side in (start, finish)):
        return finish - start >= _LEAST
    return finish - start >= _LEAST_AT_AN_END and any(
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
