"""The signs that official Chinese documents number their parts with.

GB/T 9704 (公文格式) orders them 一、 （一） 1. （1）; laws use 编 章 节 条.
"""

import re

_NUMERAL = "〇零一二三四五六七八九十百千"
_MARKS = (
    (
        1,
        re.compile(
            rf"第[{_NUMERAL}\d]+[编章]\s*|[{_NUMERAL}]{{1,3}}\s*、(?![{_NUMERAL}]{{1,2}}[、是])\s*"
        ),
    ),
    (2, re.compile(rf"第[{_NUMERAL}\d]+节\s*|[（(][{_NUMERAL}]{{1,3}}[）)]\s*")),
    (3, re.compile(r"[\d０-９]{1,2}\s*[.．、](?![\d０-９])\s*|\d{1,2}(?:\.\d{1,2}){1,3}\s+")),
    (4, re.compile(r"[（(][\d０-９]{1,2}[）)]\s*|[①-⑳]\s*")),
)
_ARTICLE = re.compile(rf"第[{_NUMERAL}\d]+条(?:之[{_NUMERAL}]+)?[\s　]*")
_ORDINAL = re.compile(
    rf"第?[{_NUMERAL}]{{1,2}}(?:是|要|则|者|方面|来)|第[{_NUMERAL}]{{1,2}}[，,、]|首先|其次|再次|再者|最后[，,]"
)


_FIRST = frozenset("第（(" + _NUMERAL + "0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
"""Every mark begins with one of these: most lines need no further look."""


def heading_mark(text: str) -> int:
    """The level (1 …) of the numbering that `text` begins with, 0 for none."""
    if text[:1] not in _FIRST:
        return 0
    for level, pattern in _MARKS:
        if pattern.match(text):
            return level
    return 0


def mark_length(text: str) -> int:
    """How many characters the numbering at the start of `text` takes."""
    if text[:1] not in _FIRST:
        return 0
    for pattern in (*(pattern for _, pattern in _MARKS), _ARTICLE):
        if match := pattern.match(text):
            return match.end()
    return 0


def is_article(text: str) -> bool:
    """Whether `text` begins as an article of a law: 第三条."""
    return text.startswith("第") and bool(_ARTICLE.match(text))


def begins_with_ordinal(text: str) -> bool:
    """Whether `text` begins as one point of several: 一是, 第二, 其次."""
    return bool(_ORDINAL.match(text))
