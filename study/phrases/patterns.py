"""Patterns that the rules share."""

from collections.abc import Iterable


def any_of(pieces: Iterable[str]) -> str:
    """A pattern for one of `pieces`, words or patterns, the longest first.

    >>> any_of(["自信", "毫不动摇"])
    '(?:毫不动摇|自信)'
    """
    return f"(?:{'|'.join(sorted(pieces, key=len, reverse=True))})"
