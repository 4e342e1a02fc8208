"""What a message means as an answer to the question that a chat is asked; the rest is talk.

In a group people go on talking while a question is open. So a message is an answer only when all
of it is one: letters or numbers of options, an option's words, words that fill the blank, or
anything after 答. Nothing is guessed from a part of a sentence (A股大涨, 1. 首先……).
"""

import re
import unicodedata
from collections.abc import Sequence

from study.questions.naming import named
from study.questions.question import Kind
from study.quiz.judging import says
from study.quiz.posed import Option, Posed
from study.search.folding import fold

Given = tuple[int, ...] | str
"""The numbers of choices, in the order in which they were named, or words for a blank."""

LONGEST = 200
"""Characters of an answer; longer messages are talk."""

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f\u20e3"))
_BEFORE = re.compile(r"^(?:我?选择?|(?:正确)?答案?[是为]?)\s*[:,]?\s*")
_AROUND = " 。.!,、;~()[]【】「」“”\"'"
_BETWEEN = re.compile(r"[\s、,;/和→>-]+")
_ANSWERING = re.compile(r"^(?:(?:正确)?答案?\s*[:,]\s*|答\s+|(?:正确)?答案(?:\s+|[是为]))")
"""What makes words an answer even where they are wrong."""
_ASKING = re.compile(r"(?:[?吗呢吧]|什么|多少|哪.{0,2}|啥)[。!]*$")
_SIGNS = ("abcdefghij", "123456789")
"""Letters and numbers of options, in their order."""
# The options of a statement are not listed: A is 对 wherever that stands.
_TRUE = "对 √ ✓ ✔ ✅ 正确 对的 是对的 是正确的 a 1".split()
_FALSE = "错 × x ✕ ✖ ✗ ✘ ❌ 错误 错的 不对 不正确 是错的 是错误的 b 2".split()
_TRUTHS: dict[str, str] = {**dict.fromkeys(_TRUE, "对"), **dict.fromkeys(_FALSE, "错")}


def answer(text: str, posed: Posed, *, alone: bool) -> Given | None:
    """What a message answers, None when it is talk.

    `alone` says that nobody but the bot reads along: then all words are meant for the blank.

    >>> answer("选Ａ。", posed, alone=False)  # posed shows choice 7 as A
    (7,)
    """
    if len(text) > LONGEST:
        return None
    plain = _plain(text)
    match posed.question.kind:
        case Kind.TYPED:
            return _words(plain, posed, alone)
        case Kind.TOGETHER:
            return _items(plain, posed)
        case Kind.TRUTH:
            return _truth(plain, posed.options)
        case Kind.CHOICE:
            return _one(plain, posed.options)
        case Kind.SEVERAL:
            return _some(plain, posed.options)
        case Kind.ORDER:
            given = _some(plain, posed.options)
            return given if given and len(given) == len(posed.options) else None


def is_sign(text: str) -> bool:
    """Whether a message is nothing but letters or numbers of options, or 对 or 错: then only the
    moment tells which question it answers."""
    bare = _bare(_plain(text)).lower()
    signs = set("".join(_BETWEEN.split(bare)))
    return bare in _TRUTHS or (bool(signs) and any(signs <= set(each) for each in _SIGNS))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_INVISIBLE).strip()


def _bare(plain: str) -> str:
    """选A。 → A"""
    return _BEFORE.sub("", plain, count=1).strip(_AROUND)


def _one(plain: str, options: Sequence[Option]) -> Given | None:
    given = _some(plain.removesuffix("吧").removesuffix("项"), options)
    return given if given and len(given) == 1 else None


def _some(plain: str, options: Sequence[Option]) -> Given | None:
    """Options by their words, else by letters or numbers: each once."""
    bare = _bare(plain)
    named = (
        _by_words([plain], options)
        or _by_words([bare], options)
        or _by_places(bare, options)
        or _by_words(_BETWEEN.split(bare), options)
    )
    return named if len(set(named)) == len(named) and named else None


def _by_words(parts: Sequence[str], options: Sequence[Option]) -> tuple[int, ...]:
    numbers = {fold(option.text): option.number for option in options}
    found = [numbers.get(fold(part)) for part in parts if part]
    return tuple(number for number in found if number is not None) if None not in found else ()


def _by_places(bare: str, options: Sequence[Option]) -> tuple[int, ...]:
    """BA and 21 are the second and the first option; with anything beyond the options, none."""
    parts = _BETWEEN.split(bare)
    signs = "".join(parts).lower() if all(parts) else ""
    for alphabet in _SIGNS:
        if signs and set(signs) <= set(alphabet[: len(options)]):
            return tuple(options[alphabet.index(sign)].number for sign in signs)
    return ()


def _truth(plain: str, options: Sequence[Option]) -> Given | None:
    word = _TRUTHS.get(plain.strip(_AROUND).lower()) or _TRUTHS.get(_bare(plain).lower())
    numbers = [one.number for one in options if _TRUTHS.get(one.text, one.text) == word]
    return (numbers[0],) if word and numbers else None


def _words(plain: str, posed: Posed, alone: bool) -> Given | None:
    """Words for a blank: in a group the right ones, or what is said to be an answer."""
    rest = _ANSWERING.sub("", plain, count=1)
    for said in (plain, rest, _BEFORE.sub("", plain, count=1)):
        if says(said, posed.question):
            return said
    is_meant = alone or (rest != plain and not _ASKING.search(rest))
    return rest if is_meant and fold(rest) else None


def _items(plain: str, posed: Posed) -> Given | None:
    items = posed.question.right
    places = named(_BEFORE.sub("", plain, count=1), [item.text for item in items])
    return tuple(items[place].number for place in places) or None
