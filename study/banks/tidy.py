"""Text of a cell as a person would see it on a page."""

import html
import re
import unicodedata

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffc]"
)
_BLANKS = re.compile(r"\s+")
_SIGNS = re.compile(r"[\W_]+")


def tidy(text: str) -> str:
    """`text` without markup of web pages and invisible characters, every run of white space one
    blank."""
    if "&" in text:
        text = html.unescape(html.unescape(text))  # Exported from a page, then from a table.
    if "<" in text:
        text = _TAG.sub(" ", text)
    if not text.isprintable() or "  " in text:  # Most cells are clean as they are.
        text = _BLANKS.sub(" ", _INVISIBLE.sub("", text))
    return text.strip()


def plain(text: str) -> str:
    """What two ways to write the same words have in common: no signs, blanks, width or case.

    >>> plain("“Ａ 一分部署，九分落实”。")
    'a一分部署九分落实'
    """
    narrow = unicodedata.normalize("NFKC", text).casefold()
    return _SIGNS.sub("", narrow) or narrow.strip()
