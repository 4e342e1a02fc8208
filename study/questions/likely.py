"""What could stand in a blank for somebody who does not know: known words that fit its slot."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from study.phrases.coordination import shared_prefix, shared_suffix
from study.questions.offers import Term
from study.questions.shape import Shape, is_alike, shape
from study.questions.slots import Shelf, Slot, beside, plain, slot, standing
from study.questions.target import Sort, Target

_MOST = 16
_SEVERAL = 3
"""Materials, or items of a run, from which more tell nothing more."""
_SAME_HEAD = 2
"""Characters at the end of a term that tell what it is: 体制, 建设."""
_LABELS = (Sort.NUMERAL, Sort.QUOTED)
_ISM = "主义"
"""An end that says nothing of what has it: 社会主义, 集体主义, 官僚主义."""
_VALUED = tuple(
    f"{what}{_ISM}" for what in ("爱国", "集体", "社会", "共产", "国际", "英雄", "人道", "乐观")
)
"""What is held to; the other -isms are fought, and nobody takes one kind for the other."""
_WORDS = ("文化", "变化", "深化", "感性", "个性")
"""Words whose last character is no ending: 企业文化 is none of 工业化, 城镇化."""
_LOOSE = 0.7
_TIGHT, _CURATED, _SAME_END, _NEAR_LENGTH, _COMMON = 2.0, 0.5, 0.7, 0.5, 0.5
"""What counts for a wrong choice: the same neighbours in one place, the glossary, each of the last
two characters, a like length, each material that has it there."""
_RAGGED = re.compile(
    r"^(?:[的地得了着过和与及等是在对为把将被并而其这该各性化式们]|有关|相关|根据|通过|按照|起[^来点步]|进一步|不断|所[有在])"
    r"|[的地得了着过和与及等是在对为把将被并而]$|以及|[我你他她它]|一切|一些|任何|同志"
)
"""What no term begins or ends with, or has in it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A wrong choice; `material` is the number of the only material that has it where its words
    are not public."""

    text: str
    material: int | None = None


@dataclass(frozen=True, slots=True)
class Stock:
    """What wrong choices are taken from: the terms of a library, also by their last character, the
    texts that show where they stand, and the numbers in articles of laws."""

    terms: dict[str, Term]
    shelf: Shelf
    numbers: Sequence[str] = ()
    by_end: dict[str, list[str]] = field(default_factory=dict[str, list[str]])


def stock(terms: dict[str, Term], shelf: Shelf, numbers: Sequence[str] = ()) -> Stock:
    """The same made ready."""
    by_end: dict[str, list[str]] = {}
    for text in terms:
        by_end.setdefault(text[-1], []).append(text)
    return Stock(terms, shelf, numbers, by_end)


def likely(target: Target, passage: str, stock: Stock) -> list[Candidate]:
    """The wrong choices that stand in slots like the target's, the best first."""
    before, after = passage[: target.start], passage[target.finish :]
    rest = plain(before + "\n" + after)
    if target.sort is Sort.NUMBER:
        return [
            Candidate(text)
            for text in stock.numbers
            if _is_other_number(target.text, text) and text not in rest
        ]
    frame = _frame(target)
    fits: dict[str, float] = {}
    for worth, texts in _places(target, slot(before, after), stock):
        for text, times in texts.items():
            if text in fits or _may_stand(target, frame, text, stock):
                fit = _fit(target, text, stock) + worth + _COMMON * min(times, _SEVERAL)
                fits[text] = max(fit, fits.get(text, fit))
    best = sorted(fits, key=lambda text: (-fits[text], text))
    kept = _distinct(target, rest, plain(after), best)
    return [Candidate(text, stock.shelf.owner(text)) for text in kept]


@dataclass(frozen=True, slots=True)
class _Frame:
    """What every option must have: the shape of the target, and the beginning and the end that it
    has in common with the other items of its run."""

    shape: Shape
    prefix: str
    suffix: str


def _frame(target: Target) -> _Frame:
    items = (target.text, *target.siblings) if target.siblings else ()
    prefix, suffix = (shared_prefix(items), shared_suffix(items)) if items else ("", "")
    here = shape(target.text)
    acts = [shape(item).is_act for item in target.siblings]
    # 发展经济、改善民生: what begins with an ambiguous word is what the others are.
    here = replace(here, is_act=here.is_act or sum(acts) > len(acts) / 2)
    return _Frame(here, prefix[:2], suffix[-2:])


def _places(target: Target, here: Slot, stock: Stock) -> Iterator[tuple[float, Mapping[str, int]]]:
    """What stands where the target could and in how many materials, and how much its place is like
    the target's."""
    size = len(target.text)
    sizes = range(max(2, size - _reach(size)), size + _reach(size) + 1)
    for item in target.siblings[:_SEVERAL]:
        yield _TIGHT, beside(item, stock.shelf, sizes)
    if not target.siblings and not (here.left.endswith("的") and not here.right):
        tight, loose = standing(here, stock.shelf, sizes)
        yield _TIGHT, tight
        yield _LOOSE, loose
    yield 0.0, dict.fromkeys(_akin(target, stock, sizes), 0)


def _akin(target: Target, stock: Stock, sizes: range) -> list[str]:
    """What is called the same by its end, or begins like the other items of its run: 义务教育,
    学前教育; 有理想, 有本领. A label is called by any name."""
    if target.sort in _LABELS:
        found = [text for text, term in stock.terms.items() if term.is_label]
    elif target.siblings and shared_prefix((target.text, *target.siblings)):
        found = [text for text in stock.terms if text[0] == target.text[0]]
    elif target.text.endswith(_ISM) and not target.siblings:
        return []
    else:
        head = target.text[-1 if target.siblings else -_SAME_HEAD :]
        found = [text for text in stock.by_end.get(head[-1], ()) if text.endswith(head)]
    return [text for text in found if len(text) in sizes]


def _reach(size: int) -> int:
    """By how many characters an option may differ from one of `size`."""
    return 0 if size <= 2 else 1 if size <= 5 else 2


def _may_stand(target: Target, frame: _Frame, text: str, stock: Stock) -> bool:
    """Whether a text is a term of the target's kind, build and field."""
    term = stock.terms.get(text)
    if term is None or not term.is_known or _RAGGED.search(text):
        return False
    if not (text.startswith(frame.prefix) and text.endswith(frame.suffix)):
        return False
    if text.endswith(_WORDS) != target.text.endswith(_WORDS):
        return False
    if not _is_like(frame.shape, shape(text), target.sort):
        return False
    if not term.is_curated and stock.shelf.is_piece(text):
        return False
    if target.sort in _LABELS:
        return term.is_label and _is_family(target.text, text, stock)
    return _is_of_its_field(target, text, frame, stock)


def _is_of_its_field(target: Target, text: str, frame: _Frame, stock: Stock) -> bool:
    """Whether a text is told of the same things as the target, and as another item of its run.

    Of an item that begins like the others it is enough that the glossary has it.
    """
    if (text in _VALUED) != (target.text in _VALUED):
        return False
    term, related = stock.terms[text], stock.shelf.are_related
    if frame.prefix and len(text) == len(target.text) and _are_curated(target.text, text, stock):
        return Sort.ITEM in term.sorts
    return related(target.text, text) and (
        not target.siblings or any(related(item, text) for item in target.siblings)
    )


def _are_curated(one: str, other: str, stock: Stock) -> bool:
    return all(text in stock.terms and stock.terms[text].is_curated for text in (one, other))


def _is_like(here: Shape, there: Shape, sort: Sort) -> bool:
    """Whether both are built alike; the number of a formulation must not be all that differs."""
    if sort is Sort.NUMERAL:
        return bool(there.skeleton) and here.skeleton != there.skeleton
    return (here.is_act, here.is_joined, here.has_particle, bool(here.skeleton)) == (
        there.is_act,
        there.is_joined,
        there.has_particle,
        bool(there.skeleton),
    )


def _is_family(label: str, other: str, stock: Stock) -> bool:
    """Whether the glossary has two labels and they are told of the same things."""
    return _are_curated(label, other, stock) and stock.shelf.are_related(label, other)


def _is_other_number(one: str, other: str) -> bool:
    return one != other and shape(one).skeleton == shape(other).skeleton


def _fit(target: Target, text: str, stock: Stock) -> float:
    """How well a text looks in the target's place, beside those that stand there too."""
    fit = _CURATED * stock.terms[text].is_curated
    fit += _SAME_END * min(len(shared_suffix((target.text, text))), 2)
    return fit - _NEAR_LENGTH * abs(len(target.text) - len(text))


def _distinct(target: Target, rest: str, after: str, found: Iterable[str]) -> list[str]:
    """The best that are not told in the rest of the passage, nor nearly the same as the target or
    as one before."""
    kept = [target.text]
    for text in found:
        if any(is_alike(text, other) for other in kept) or _is_told(target.text, text, rest, after):
            continue
        kept.append(text)
        if len(kept) > _MOST:
            break
    return kept[1:]


def _is_told(right: str, text: str, rest: str, after: str) -> bool:
    """Whether a wrong choice stands in the rest of the passage, or its head word does and the
    right one's does not: it would be out at once. Nor may it end with what stands behind it."""
    if text in rest or after.startswith(text[-2:]):
        return True
    ends = {text[:2], text[-2:]} - {right[:2], right[-2:]}
    return any(end in rest for end in ends)
