"""Runs of parallel items: 道路自信、理论自信、制度自信、文化自信.

A run is joined by 、, its last item also by 和; or by ， where all items have one length. The
first item is freed of the verbs before it (坚定道路自信) and the last of what follows it
(文化自信的要求): both are cut where they are most like their neighbour.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import eq

from study.phrases.clauses import Clause
from study.phrases.vocabulary import ACTS, LEAD_WORDS
from study.phrases.worded import Worded

_JOINT = re.compile(r"(?:以及|和|与|及)(?P<rest>其他|其它)?(?!谐|平)")
_FOLLOWING = re.compile(r"等|的|和|以及|之类")
_OPEN = re.compile(r"等|之类|一类|为主|[^、]{0,4}(?:方面|领域|部门|行业|地区|单位)")
_PARTICLES = "的地得了着和与及"
_VERBS = frozenset(word for word in LEAD_WORDS if len(word) > 1)
_ADJECTIVES = ("型", "性", "式")
_LONGEST = 20
"""Characters of an item; a first or last one is looked for in twice as many."""
_SHORT = 8
"""Characters of an item that ， joins."""
_MOST = 12
"""Items of a run at most: more are a register."""
_CONTEXT = 12


@dataclass(frozen=True, slots=True)
class Run:
    """Items of a paragraph, verbatim, from `start` to `finish`; `before` and `after` are what
    stands beside them."""

    start: int
    finish: int
    items: tuple[str, ...]
    before: str
    after: str

    @property
    def is_open(self) -> bool:
        """Whether the items are only examples: 等."""
        return bool(_OPEN.match(self.after))


def runs(paragraph: Worded, clauses: Iterable[Clause]) -> list[Run]:
    """The runs of two items or more that 、 joins in the clauses of `paragraph`, in order."""
    found = (_run(paragraph, *clause) for clause in clauses if "、" in clause[1])
    return [run for run in found if run]


def comma_runs(paragraph: Worded, clauses: Sequence[Clause]) -> list[Run]:
    """The runs of three items or more, all of one length, that ， joins in `paragraph`.

    The first may be the end of a longer clause: 要做到学思想，强党性，重实践.
    """
    if "，" not in paragraph.text:
        return []
    found = (
        _as_run(paragraph, clauses[first - 1] if first else None, clauses[first:last])
        for first, last in _alike(paragraph.text, clauses)
        if last - first <= _MOST
    )
    return [run for run in found if run]


def _alike(text: str, clauses: Sequence[Clause]) -> Iterator[tuple[int, int]]:
    """Where clauses of one length follow each other: the index of the first and behind the last."""
    first = 0
    for index, (one, other) in enumerate(pairwise(clauses), 1):
        if len(one[1]) != len(other[1]) or not _goes_on(text, one, other):
            if index - first > 1:
                yield first, index
            first = index
    if len(clauses) - first > 1:
        yield first, len(clauses)


def _goes_on(text: str, one: Clause, other: Clause) -> bool:
    """Whether `other`, a short one, follows `one` behind ，."""
    return len(other[1]) <= _SHORT and text[one[0] + len(one[1]) : other[0]] == "，"


def _as_run(paragraph: Worded, before: Clause | None, clauses: Sequence[Clause]) -> Run | None:
    """The clauses as a run, led by the end of the clause `before` where that is like them."""
    text, (start, model) = paragraph.text, clauses[0]
    items = [clause for _, clause in clauses]
    if before and _goes_on(text, before, clauses[0]):
        place = start - 1 - len(model)
        whole = place > before[0] and paragraph.borders_within(place, place)
        if whole and "、" not in text[place : start - 1]:
            items.insert(0, text[place : start - 1])
            start = place
    if len(items) < 3:
        return None
    finish = clauses[-1][0] + len(model)
    return Run(start, finish, tuple(items), "", text[finish : finish + _CONTEXT])


def shared_prefix(items: Sequence[str]) -> str:
    """What all items begin with: what the first and the last of them in order do."""
    one, other = min(items), max(items)
    for at, character in enumerate(one):
        if other[at : at + 1] != character:
            return one[:at]
    return one


def shared_suffix(items: Sequence[str]) -> str:
    """What all items end with."""
    return shared_prefix([item[::-1] for item in items])[::-1]


def shared_places(items: tuple[str, ...]) -> str:
    """The characters that items of one length have in one place."""
    places = zip(*items, strict=True)
    return "".join([place[0] for place in places if place.count(place[0]) == len(items)])


def _run(paragraph: Worded, begin: int, clause: str) -> Run | None:
    """The run in a clause that begins at `begin`."""
    text, parts, end = paragraph.text, clause.split("、"), begin + len(clause)
    if not all(parts) or len(parts) > _MOST or max(map(len, parts[1:-1]), default=0) > _LONGEST:
        return None
    first_end, last_start = begin + len(parts[0]), end - len(parts[-1])
    start = max(begin, first_end - 2 * _LONGEST)
    pieces, finish = _closing(paragraph, last_start, min(end, last_start + 2 * _LONGEST), parts[-2])
    others = (*parts[1:-1], *pieces)
    begin = _opening(paragraph, start, first_end, others[0])
    items = (text[begin:first_end], *others)
    if not all(items) or len(items[0]) > 3 + max(map(len, others)) or "等" in text[begin:finish]:
        return None
    return Run(begin, finish, items, text[start:begin], text[finish : finish + _CONTEXT])


def _opening(paragraph: Worded, start: int, finish: int, model: str) -> int:
    """Where the first item begins that ends at `finish`; `model` is the item after it."""
    text = paragraph.text
    borders = paragraph.borders_within(start, finish - 1)
    same = max(start, finish - len(model))
    whole = same in borders and text[same] not in _PARTICLES
    if whole and _is_like(text[same:finish], model):
        led = _led(text, borders, finish)
        return led if text[led:same].endswith(_ADJECTIVES) else same
    begins = [at for at in borders if text[at] == model[0]]
    if begins and model[0] not in _PARTICLES:
        return begins[0]
    if _is_framed(text[same:finish], model):
        return same
    if _is_led(model):
        return next((at for at in borders if text[at] not in _PARTICLES), start)
    led = _led(text, borders, finish)
    return max(led, same) if whole else led


def _is_led(item: str) -> bool:
    """Whether it begins with a verb of two characters or more."""
    return item[:2] in _VERBS or item[:3] in _VERBS or item[:4] in _VERBS


def _led(text: str, borders: list[int], finish: int) -> int:
    """The first border after the words that lead to the item."""
    for start, end in pairwise((*borders, finish)):
        if end == finish or text[start:end] not in LEAD_WORDS:
            return start
    return finish


def _closing(paragraph: Worded, start: int, finish: int, model: str) -> tuple[list[str], int]:
    """The last item or, where 和 joins them, the last two, and where they end."""
    text = paragraph.text
    joint = _JOINT.search(text, start + 1, finish)
    if joint and (joint["rest"] or _is_like(text[start : joint.start()], model)):
        one, end = text[start : joint.start()], _ending(paragraph, joint.end(), finish, model)
        other = text[joint.end() : end]
        closes = end == finish or text[end - 1] == model[-1]
        if not joint["rest"] and closes and _is_like(other, model):
            return [one, other], end
        return [one], joint.start()
    end = _ending(paragraph, start, finish, model)
    return [text[start:end]], end


def _ending(paragraph: Worded, start: int, finish: int, model: str) -> int:
    """Where the item ends that begins at `start`; `model` is the item before it."""
    text = paragraph.text
    borders = paragraph.borders_within(start + 1, finish) or [finish]
    same = start + len(model)
    whole = same in borders
    if whole and text[same - 1] == model[-1]:
        return same
    if same <= finish and _is_framed(text[start:same], model):
        return same
    for size in (3, 2):
        if len(model) > size and (end := _end(text, start, borders, model[-size:])):
            return end
    if whole:
        return same
    if end := _end(text, start, borders, model[-1]):
        return end
    found = _FOLLOWING.search(text, start + 1, finish)
    return found.start() if found else finish


def _end(text: str, start: int, borders: list[int], ending: str) -> int:
    """The first border before which `ending` stands, behind something else; 0 for none."""
    place = text.find(ending, start + 1, borders[-1])
    while place >= 0 and place + len(ending) not in borders:
        place = text.find(ending, place + 1, borders[-1])
    return place + len(ending) if place >= 0 else 0


def _is_framed(one: str, other: str) -> bool:
    """Whether two slogans have so much of a frame that it is believed across word borders: two
    characters of four, or a verb before two."""
    if len(one) == len(other) == 3:
        return one[0] in ACTS and other[0] in ACTS
    return len(one) == len(other) == 4 and sum(map(eq, one, other)) >= 2


def _is_like(one: str, other: str) -> bool:
    """Whether two items share an end, a beginning, or the length in characters."""
    if not one or not other:
        return False
    return one[-1] == other[-1] or one[0] == other[0] or len(one) == len(other)
