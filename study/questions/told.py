"""The enumerations of a material that the text itself makes something of.

Those to which it gives a name with their number (“四个不摘”); those that it calls a principle or an
idea (……的方针); those that several materials list. They are asked for by their sentence with a gap.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from study.materials.standalone import objection, opening_objection
from study.phrases.glossary import Formulation
from study.phrases.key_phrase import KeyPhrase
from study.phrases.numerals import counts
from study.phrases.vocabulary import LEAD_WORDS, is_concrete
from study.questions import curated
from study.questions.enumeration import GAP, Enumeration, can_be_learnt, items_of, quote
from study.questions.supply import Supply
from study.search.folding import fold

_UNEVEN = 4
"""By how many characters items of one kind may differ."""
_REACH = 250
"""Characters between a formulation and the end of its items."""
_FRAME = range(16, 91)
"""Characters of a sentence with a gap."""
_NAMED_AGAIN, _NAMED, _LISTED = 2.0, 1.6, 1.4
"""Scores: of what the text names or calls something, and others list too; of either."""
_CALLED = re.compile(
    r"(?:的|这一|基本|新|发展|战略|优良|总体)*"
    r"(?:理念|方针|原则|总要求|宗旨|方略|布局|道路|(?<=的)传统|作风|精神|路线|总目标)"
    r"(?![^，。；、]{0,2}[性上下])"
)
_PLAIN = re.compile(r"[\u4e00-\u9fff“”（）]+")
_DANGLING = re.compile(
    r"^(?:是?指|即|对于?|以(?![人法德文学])|按|由|在|包括|其|的)|(?:和|与|及|的|等)$"
)
_COUNTED = re.compile(r"[一二三四五六七八九十百千万]{2,}")
_SPECIFIC = re.compile(rf"的{GAP}|{GAP}(?!和|与|及|以及|之间)[\u4e00-\u9fff]")
"""Where the items qualify something, or something has them as its qualities."""
_PASSING = re.compile(r"今年|去年|明年|目前|当前|近年|上年|本届|去冬|[？?]$")


def told(texts: Mapping[int, str], phrase: KeyPhrase, supply: Supply) -> Enumeration | None:
    """The enumeration of a key phrase, if it is even and worth knowing; `texts` are the paragraphs
    by their numbers."""
    text, items = texts[phrase.paragraph], items_of(phrase)
    place = _place(text, phrase.start, items)
    if not place or not _are_even(items):
        return None
    start, finish = place
    one = Enumeration(phrase.paragraph, items, quote(text, start, finish), "", "", 0.0, ())
    if formulation := supply.formulations.get(fold(phrase.text)):
        return _of_glossary(one, formulation, phrase.reason)
    one = replace(one, name="" if fold(items[0]) in fold(phrase.text) else phrase.text)
    if one.name and len(items) not in counts(one.name):
        return None
    return _framed(_rated(one, phrase.reason, text[finish:], supply), text[start:finish])


def _of_glossary(one: Enumeration, formulation: Formulation, reason: str) -> Enumeration | None:
    """Items of a formulation of the glossary, be it in shorter words."""
    known = [fold(item) for wording in formulation.wordings for item in wording.items]
    if not all(any(fold(item) in other for other in known) for item in one.items):
        return None
    if any(fold(item) in fold(formulation.name) for item in one.items):
        return None
    return replace(one, name=formulation.name, score=curated.SCORE, reasons=(reason,))


def _rated(one: Enumeration, reason: str, after: str, supply: Supply) -> Enumeration:
    """With its score, 0 for what is not worth knowing; `after` is the text behind the items."""
    called = _CALLED.match(after)
    times = len(supply.orders.get(frozenset(map(fold, one.items)), ()))
    again = (f"{times}份资料这样列",) if times > 1 else ()
    if one.name or called:
        what = called.group().removeprefix("的") if called else ""
        why = reason if one.name else f"原文说这{one.count}项是“{what}”"
        return replace(one, score=_NAMED_AGAIN if again else _NAMED, reasons=(why, *again))
    if again and not any(map(is_concrete, one.items)):
        return replace(one, score=_LISTED, reasons=(f"原文列出{one.count}项", *again))
    return one


def _framed(one: Enumeration, run: str) -> Enumeration | None:
    """With the sentence that asks for it; None where a reader would not know what goes there."""
    frame = one.quote.replace(run, GAP, 1)
    if not one.score or GAP not in frame or len(frame) not in _FRAME:
        return None
    if opening_objection(frame) or objection(frame) or _PASSING.search(frame):
        return None
    if any(fold(item) in fold(frame) for item in one.items):
        return None
    is_clear = one.score >= _NAMED or _SPECIFIC.search(frame)
    return replace(one, frame=frame) if is_clear else None


def _place(text: str, near: int, items: tuple[str, ...]) -> tuple[int, int] | None:
    """Where the items begin and end in the text, not far from the index `near`."""
    start = text.find(items[0], max(0, near - _REACH))
    while start >= 0:
        finish = start
        for item in items:
            place = text.find(item, finish, start + _REACH)
            if place < 0:
                break
            finish = place + len(item)
        else:
            return start, finish
        start = text.find(items[0], start + 1)
    return None


def _are_even(items: tuple[str, ...]) -> bool:
    """Whether items are whole and of one kind, as far as their looks tell."""
    sizes = [len(item) for item in items]
    return (
        can_be_learnt(items)
        and max(sizes) - min(sizes) <= _UNEVEN
        and max(sizes) <= 2 * min(sizes)
        and len({fold(item) for item in items}) == len(items)
        and all(_PLAIN.fullmatch(item) and not _DANGLING.search(item) for item in items)
        and not any(_COUNTED.search(item) for item in items)
        and not _is_led(items)
    )


def _is_led(items: tuple[str, ...]) -> bool:
    """Whether the first begins with a verb that takes them all: 推行干部、技术人员、工人."""
    first, *others = items
    return first[:2] in LEAD_WORDS and not any(other[:2] in LEAD_WORDS for other in others)
