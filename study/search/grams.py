"""What the index holds of a paragraph: every character and every pair of neighbours.

Two neighbours are enough to find any longer string by: it stands only where all its pairs stand.
Words of a segmenter are not: a third of the literal strings of a text crosses their borders.
"""

from operator import add

from study.search.folding import fold

VERSION = 1
"""Of what `fold` and this module make of a text. An index of another version is made anew."""

_SIGNS = ".%‰-+"
_TOKENS = str.maketrans(_SIGNS, "．％‰－＋")
"""The index's tokenizer cuts at ASCII signs; their full-width twins are letters to it."""


HEADING_MARK = "§"
"""Stands beside the grams of a heading; no search form has it."""


def pairs(folded: str) -> list[str]:
    """The pairs of neighbours of a search form in order; the character itself where it is one.

    >>> pairs("四个自信")
    ['四个', '个自', '自信']
    """
    text = folded.translate(_TOKENS)
    return list(map(add, text, text[1:])) or list(text)


def indexed(text: str) -> str:
    """A paragraph as it is given to the index: its characters and pairs.

    >>> indexed("四个“自信”")
    '四 个 自 信 四个 个自 自信'
    """
    folded = fold(text)
    if any(sign in folded for sign in _SIGNS):
        folded = folded.translate(_TOKENS)
    return " ".join([*folded, *map(add, folded, folded[1:])])
