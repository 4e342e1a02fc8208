"""Where given phrases stand in given texts."""

from collections import defaultdict
from collections.abc import Collection, Sequence

Place = tuple[int, int]
"""The index of a text and of a character in it."""
Standing = dict[str, list[Place]]
"""Phrases and their places, ascending."""


def places(texts: Sequence[str], phrases: Collection[str]) -> Standing:
    """Every place of each phrase (of two characters or more) that stands anywhere.

    One pass over the texts: where two characters stand that a phrase begins with, the lengths of
    such phrases are tried. Searching for one phrase after the other would take the square of the
    length of a material.
    """
    lengths = _lengths(phrases)
    firsts = {pair[0] for pair in lengths}
    wanted = frozenset(phrases)
    found: Standing = defaultdict(list)
    for index, text in enumerate(texts):
        for start, first in enumerate(text):
            if first in firsts and (pair := text[start : start + 2]) in lengths:
                for length in lengths[pair]:
                    piece = text[start : start + length]
                    if piece in wanted and len(piece) == length:
                        found[piece].append((index, start))
    return found


def _lengths(phrases: Collection[str]) -> dict[str, set[int]]:
    """How long the phrases are that begin with two characters."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for phrase in phrases:
        if len(phrase) > 1:
            lengths[phrase[:2]].add(len(phrase))
    return lengths
