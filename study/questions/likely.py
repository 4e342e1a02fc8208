"""What could stand in a blank for somebody who does not know: wrong words of the same kind."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from study.phrases.coordination import shared_prefix, shared_suffix
from study.questions.shape import Shape, is_alike, shape
from study.questions.target import Sort, Target

_MOST = 16
_COMPANY = {
    Sort.NUMERAL: {Sort.NUMERAL: 0.8},
    Sort.QUOTED: {Sort.QUOTED: 0.8, Sort.ITEM: 0.4, Sort.PHRASE: 0.0},
    Sort.ITEM: {Sort.ITEM: 0.8, Sort.PHRASE: 0.4, Sort.QUOTED: 0.2},
    Sort.PHRASE: {Sort.PHRASE: 0.8, Sort.ITEM: 0.4},
    Sort.NAME: {Sort.NAME: 0.8},
    Sort.SUBJECT: {Sort.SUBJECT: 0.6, Sort.PHRASE: 0.8, Sort.ITEM: 0.2},
    Sort.ROLE: {Sort.ROLE: 0.8},
    Sort.VERDICT: {Sort.VERDICT: 0.8, Sort.PHRASE: 0.4},
    Sort.OBJECT: {Sort.PHRASE: 0.8, Sort.ITEM: 0.4},
    Sort.NUMBER: {Sort.NUMBER: 0.8},
}
"""For each sort those that may stand in its place, and how much they look like it."""
_RELATED, _CURATED = 1.6, 0.5
_LEAST_FIT, _UNFIT = 2.4, -10.0
_FREE = (Sort.NUMERAL, Sort.NUMBER, Sort.ROLE)
"""Sorts that are alike enough without a common end or field."""
_BOUND = (Sort.NAME, Sort.OBJECT, Sort.VERDICT)
"""Sorts of which only the end tells what they are."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words of the library that may serve as a wrong choice, verbatim.

    `year` is that of the material (0 for unknown), `material` its number where the words are not
    public; `is_curated` says that the glossary has them.
    """

    text: str
    sort: Sort
    year: int
    material: int | None = None
    is_curated: bool = False


@dataclass(frozen=True, slots=True)
class Stock:
    """Candidates by their sort, length and last character; '' for all."""

    by_form: dict[tuple[Sort, int, str], list[Candidate]]


def stock(candidates: Iterable[Candidate]) -> Stock:
    """Candidates made ready, each text of a sort once; the first one stays."""
    by_form: dict[tuple[Sort, int, str], list[Candidate]] = {}
    for one in {(each.text, each.sort): each for each in [*candidates][::-1]}.values():
        for ending in (one.text[-1], ""):
            by_form.setdefault((one.sort, len(one.text), ending), []).append(one)
    return Stock(by_form)


def likely(
    target: Target, passage: str, year: int, shelf: Stock, related: Collection[Candidate]
) -> list[Candidate]:
    """The candidates that are most like the target in shape, sort, field and time, the best first.

    `related` are those of its field: they stand beside the target, or beside what stands beside it.
    """
    rest = passage[: target.start] + passage[target.finish :]
    frame = _frame(target)
    close = {one.text for one in related}
    rated: dict[str, tuple[float, Candidate]] = {}
    for one in chain(_of_its_form(target, shelf), related):
        fit = _fit(target, frame, one, year, is_related=one.text in close)
        if fit >= _LEAST_FIT and fit > rated.get(one.text, (0.0,))[0]:
            rated[one.text] = fit, one
    best = sorted(rated.values(), key=lambda pair: (-pair[0], pair[1].text))
    return list(_distinct(target, rest, (one for _, one in best)))


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
    return _Frame(shape(target.text), prefix[:2], suffix[-2:])


def _of_its_form(target: Target, shelf: Stock) -> Iterator[Candidate]:
    """Those of a sort and length that can stand in the target's place."""
    size, ending = len(target.text), "" if target.sort in _FREE else target.text[-1]
    for sort in _COMPANY[target.sort]:
        for length in range(size - _reach(size), size + _reach(size) + 1):
            yield from shelf.by_form.get((sort, length, ending), ())


def _reach(size: int) -> int:
    """By how many characters an option may differ from one of `size`."""
    return 0 if size <= 2 else 1 if size <= 5 else 2


def _fit(target: Target, frame: _Frame, one: Candidate, year: int, *, is_related: bool) -> float:
    """How well a candidate looks in the target's place; far below 0 when it cannot stand there."""
    company = _COMPANY[target.sort].get(one.sort)
    further = abs(len(target.text) - len(one.text))
    if company is None or further > _reach(len(target.text)) or not _may_follow(frame, one.text):
        return _UNFIT
    if len(target.text) == 2 and one.sort is not target.sort:
        return _UNFIT
    ending = min(_common_end(target.text, one.text), 2)
    if not ending and not (target.sort in _FREE or (is_related and target.sort not in _BOUND)):
        return _UNFIT
    if not _is_like(frame.shape, shape(one.text), target.sort, is_certain=ending == 2):
        return _UNFIT
    fit = company + _RELATED * is_related + 1.3 * ending + 0.9 * (2 - further)
    fit += _CURATED * one.is_curated
    return fit - min(abs(year - one.year), 40) / 8 * bool(year and one.year)


def _may_follow(frame: _Frame, text: str) -> bool:
    return text.startswith(frame.prefix) and text.endswith(frame.suffix)


def _is_like(here: Shape, there: Shape, sort: Sort, *, is_certain: bool) -> bool:
    """Whether both are built alike; the number of a formulation must not be all that differs.

    `is_certain` says that they end alike: then both are acts or both are none.
    """
    if sort is Sort.NUMBER:
        return here.skeleton == there.skeleton
    if sort is Sort.NUMERAL:
        return bool(there.skeleton) and here.skeleton != there.skeleton
    if here.is_act != there.is_act and not is_certain:
        return False
    return (here.is_joined, here.has_particle, bool(here.skeleton)) == (
        there.is_joined,
        there.has_particle,
        bool(there.skeleton),
    )


def _common_end(one: str, other: str) -> int:
    size = 0
    while size < min(len(one), len(other)) and one[-1 - size] == other[-1 - size]:
        size += 1
    return size


def _distinct(target: Target, rest: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The best that are neither told in the rest of the passage nor nearly the same as the target
    or as one before."""
    numeric = target.sort in (Sort.NUMBER, Sort.NUMERAL)
    kept = [target.text]
    for one in found:
        again = one.text in kept if numeric else any(is_alike(one.text, text) for text in kept)
        if not again and one.text not in rest:
            kept.append(one.text)
            yield one
        if len(kept) > _MOST:
            return
