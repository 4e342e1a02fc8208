"""Runs of parallel items: 道路自信、理论自信、制度自信、文化自信.

A run is joined by 、, its last item also by 和; or by ， where all items have one length. The
first item is freed of the verbs before it (坚定道路自信) and the last of what follows it
(文化自信的要求): both are cut where they are most like their neighbour.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from operator import eq

from study.phrases.vocabulary import ACTS, LEAD_WORDS
from study.phrases.worded import Worded

_CLAUSE = re.compile(r"[^，。；：！？,;:!?“”‘’「」《》（）()…—\s]+")
_JOINT = re.compile(r"(?:以及|和|与|及)(?P<rest>其他|其它)?(?!谐|平)")
_FOLLOWING = re.compile(r"等|的|和|以及|之类")
_OPEN = re.compile(r"等|之类|一类|为主|[^、]{0,4}(?:方面|领域|部门|行业|地区|单位)")
_PARTICLES = "的地得了着和与及"
_ADJECTIVES = ("型", "性", "式")
_VERBS = tuple(word for word in LEAD_WORDS if len(word) > 1)
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


def runs(paragraph: Worded) -> Iterator[Run]:
    """The runs of two items or more that `paragraph` joins by 、, in order."""
    if "、" in paragraph.text:
        for clause in _CLAUSE.finditer(paragraph.text):
            if "、" in clause.group() and (run := _run(paragraph, clause)):
                yield run


def comma_runs(paragraph: Worded) -> Iterator[Run]:
    """The runs of three items or more, all of one length, that `paragraph` joins by ，.

    The first may be the end of a longer clause: 要做到学思想，强党性，重实践.
    """
    text = paragraph.text
    before: re.Match[str] | None = None
    alike: list[re.Match[str]] = []
    for clause in (*_CLAUSE.finditer(text), None):
        if clause and alike and _goes_on(text, alike[-1], clause, len(alike[-1].group())):
            alike.append(clause)
            continue
        if 2 <= len(alike) <= _MOST and (run := _as_run(paragraph, before, alike)):
            yield run
        before, alike = (alike[-1] if alike else None), ([clause] if clause else [])


def _goes_on(text: str, one: re.Match[str], other: re.Match[str], size: int) -> bool:
    """Whether `other` follows `one` behind ， and has `size` characters."""
    joined = text[one.end() : other.start()] == "，"
    return joined and other.end() - other.start() == size <= _SHORT


def _as_run(
    paragraph: Worded, before: re.Match[str] | None, clauses: Sequence[re.Match[str]]
) -> Run | None:
    """The clauses as a run, led by the end of the clause `before` where that is like them."""
    text, start, finish = paragraph.text, clauses[0].start(), clauses[-1].end()
    items = [clause.group() for clause in clauses]
    size = len(items[0])
    if before and _goes_on(text, before, clauses[0], size):
        place = before.end() - size
        whole = place > before.start() and paragraph.borders_within(place, place)
        if whole and "、" not in text[place : before.end()]:
            start, items = place, [text[place : before.end()], *items]
    if len(items) < 3:
        return None
    return Run(start, finish, tuple(items), "", text[finish : finish + _CONTEXT])


def shared_prefix(items: Sequence[str]) -> str:
    """What all items begin with."""
    together = takewhile(lambda place: len(set(place)) == 1, zip(*items, strict=False))
    return "".join(place[0] for place in together)


def shared_suffix(items: Sequence[str]) -> str:
    """What all items end with."""
    return shared_prefix([item[::-1] for item in items])[::-1]


def shared_places(items: tuple[str, ...]) -> str:
    """The characters that items of one length have in one place."""
    return "".join(place[0] for place in zip(*items, strict=True) if len(set(place)) == 1)


def _run(paragraph: Worded, clause: re.Match[str]) -> Run | None:
    text, parts = paragraph.text, clause.group().split("、")
    if not all(parts) or len(parts) > _MOST or max(map(len, parts[1:-1]), default=0) > _LONGEST:
        return None
    first_end, last_start = clause.start() + len(parts[0]), clause.end() - len(parts[-1])
    start = max(clause.start(), first_end - 2 * _LONGEST)
    pieces, finish = _closing(
        paragraph, last_start, min(clause.end(), last_start + 2 * _LONGEST), parts[-2]
    )
    others = (*parts[1:-1], *pieces)
    begin = _opening(paragraph, start, first_end, others[0])
    items = (text[begin:first_end], *others)
    open_within = any("等" in item for item in items)
    if open_within or not all(items) or len(items[0]) > 3 + max(map(len, others)):
        return None
    return Run(begin, finish, items, text[start:begin], text[finish : finish + _CONTEXT])


def _opening(paragraph: Worded, start: int, finish: int, model: str) -> int:
    """Where the first item begins that ends at `finish`; `model` is the item after it."""
    text = paragraph.text
    whole = paragraph.borders_within(start, finish - 1)
    led = _led(text, whole, finish)
    borders = [at for at in whole if text[at] not in _PARTICLES]
    same = max(start, finish - len(model))
    if same in borders and _is_like(text[same:finish], model):
        return led if text[led:same].endswith(_ADJECTIVES) else same
    if begins := [at for at in borders if text[at] == model[0]]:
        return begins[0]
    if _is_framed(text[same:finish], model):
        return same
    if model.startswith(_VERBS):
        return min(borders, default=start)
    return max(led, same) if same in borders else led


def _led(text: str, borders: list[int], finish: int) -> int:
    """The first border after the words that lead to the item."""
    pairs = list(pairwise((*borders, finish)))
    led = (start for start, end in pairs if end == finish or text[start:end] not in LEAD_WORDS)
    return next(led, finish)


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
    if same in borders and text[same - 1] == model[-1]:
        return same
    if same <= finish and _is_framed(text[start:same], model):
        return same
    for size in (3, 2):
        if len(model) > size and (ends := _ends(text, start, borders, model[-size:])):
            return ends[0]
    if same in borders:
        return same
    if ends := _ends(text, start, borders, model[-1]):
        return ends[0]
    found = _FOLLOWING.search(text, start + 1, finish)
    return found.start() if found else finish


def _ends(text: str, start: int, borders: list[int], ending: str) -> list[int]:
    """The borders before which `ending` stands, behind something else."""
    return [at for at in borders if text.endswith(ending, start, at) and at - start > len(ending)]


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
