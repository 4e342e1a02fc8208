"""The stem of a question without what a page puts around it: numbers, kinds, points."""

import re
from dataclasses import dataclass

from study.banks.kinds import WORDS
from study.banks.options import normal
from study.banks.tidy import tidy
from study.questions.substitution import BLANK

_NUMERAL = "一二三四五六七八九十"
_KIND = rf"[^（）()【】\[\]。]{{0,8}}?(?:{WORDS.pattern})题?[^（）()【】\[\]]{{0,12}}"
_BEFORE = (
    re.compile(
        rf"[{_NUMERAL}]{{1,3}}\s*[、.．]\s*(?P<kind>(?:{WORDS.pattern})题?)"
        r"\s*(?:[（(][^（）()]{0,40}[）)]|[:：]|(?=\s))\s*(?=\S)"
    ),
    re.compile(rf"[【\[（(]\s*(?P<kind>{_KIND})\s*[】\]）)]\s*(?=\S)"),
    re.compile(rf"(?P<kind>(?:{WORDS.pattern})题?)\s*[:：]\s*(?=\S)"),
    re.compile(r"[【\[（(]\s*\d{1,3}(?:\.\d)?\s*分\s*[】\]）)]\s*(?=\S)"),
    re.compile(r"(?:第\s*\d{1,4}\s*题|题\s*\d{1,4})\s*[.．、:：]?\s*(?=\S)"),
    re.compile(r"\d{1,4}\s*(?:[、．:：)）]|\.(?!\d)|\.(?=(?:1[89]|20)\d\d年))\s*(?=\S)"),
    re.compile(
        r"[（(【\[]\s*\d{1,4}\s*[）)】\]](?!.*[（(]\s*\d{1,2}\s*[）)])\s*[.．、:：]?\s*(?=\S)"
    ),
)
_AFTER = re.compile(
    rf"\s*[（(【\[]\s*(?:(?P<kind>{_KIND})|[难中易]|(?:本题)?\d{{1,3}}(?:\.\d)?\s*分)\s*[）)】\]]\s*\*?\s*$"
)
_EMPTY = re.compile(r"[（(【\[〔]\s*[）)】\]〕]|_[_\s]*_|[＿]+|﹍{2,}|﹎{2,}")
_ANSWERED = re.compile(r"[（(]\s*([A-JＡ-Ｊ](?:[\s、,，.]*[A-JＡ-Ｊ])*|[√×✓✗対对错])\s*[）)]")
_BLANKS = re.compile(rf"{BLANK}(?:\s*{BLANK})+")


@dataclass(frozen=True, slots=True)
class Stem:
    """A stem as it is asked, with `BLANK` where something is left out; `kind` are words beside it
    that name the kind of question, `answer` what was filled in for the reader ('' for nothing)."""

    text: str
    kind: str
    answer: str


def clean(stem: str, answer: str) -> Stem:
    """The stem of a row whose answer is `answer` ('' for none).

    >>> clean("12、【单选】党的宗旨是（ B ）。（2分）", "")
    Stem(text='党的宗旨是____。', kind='单选', answer='B')
    """
    text, kind = _unwrapped(tidy(stem))
    filled = _ANSWERED.findall(text)
    given = normal(filled[0]) if len(filled) == 1 else ""
    if given and (not answer or _letters(given) == _letters(normal(answer))):
        text = _ANSWERED.sub(BLANK, text)
    else:
        given = ""
    text = _BLANKS.sub(BLANK, _EMPTY.sub(BLANK, text))
    return Stem(text, kind, given)


def _unwrapped(text: str) -> tuple[str, str]:
    """`text` without numbers, kinds and points around it, and the words that named a kind."""
    kind = ""
    for _ in range(4):
        match = next(filter(None, (pattern.match(text) for pattern in _BEFORE)), None)
        if match is None:
            break
        text = text[match.end() :]
        kind = kind or match.groupdict().get("kind") or ""
    while match := _AFTER.search(text):
        text = text[: match.start()]
        kind = kind or match["kind"] or ""
    return text.strip(), kind.strip()


def _letters(text: str) -> str:
    return re.sub(r"[\s、,，.]+", "", text)
