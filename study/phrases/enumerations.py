"""Formulations with a number or in quotation marks, and the items that they stand for.

The items stand directly before the head (经济建设、政治建设……“五位一体”), after it behind a sign
or a word that opens a list (即, 就是, ：, ——, （), or, when the head names what they have in common
(四个自信: 道路自信、理论自信……), anywhere in its sentence. Where the head has a number it must be
the number of the items.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from study.materials.sentences import is_balanced
from study.phrases.coordination import Run, shared_prefix, shared_suffix
from study.phrases.key_phrase import KeyPhrase, Kind
from study.phrases.numerals import NUMERALS, counts
from study.phrases.worded import Worded

_OPENER = re.compile(
    r"[”」]?[^，。；：！？、“”（）《》]{0,8}?"
    r"(?:[，,]?(?:即|就是|也就是|是指|指的是|包括|分别是|主要是)[：:]?|：|——|—|[（(]即?[：:]?)“?"
)
_END = re.compile(r"[。；！？）)”\n]|——")
_AND = "和(?!谐|平)|以及"
_JOINTS = ("；", "，", "、", "、|，", f"、|{_AND}", f"、|，|{_AND}")
"""What items are joined by: the first that gives the number of the head."""
_ORDINAL = re.compile(r"[一二三四五六七八九十]是|第[一二三四五六七八九十]")
_BETWEEN = re.compile(r"(?:的|这|等|为内容的|为主要内容的|为重点的|“)*")
_NOUN = re.compile(rf"[{NUMERALS}]+个(?P<noun>[\u4e00-\u9fff]{{2}})")
_REACH = 200
"""Characters between a head and its items at most, and of the list."""
_LEAST, _LONGEST, _LEADING = 2, 40, 4
"""Characters of an item; and how much longer the first may be, which a context could lead to."""


def enumerations(
    paragraph: Worded, heads: Sequence[KeyPhrase], found: Sequence[Run]
) -> Iterator[KeyPhrase]:
    """What `heads`, formulations of `paragraph`, stand for; `found` are its runs of items."""
    starts = [run.start for run in found]
    for head in heads:
        near = found[
            bisect_left(starts, head.start - _REACH) : bisect_left(starts, head.start + _REACH)
        ]
        items = _after(paragraph.text, head) or _beside(paragraph.text, head, near)
        if items:
            reason = f"原文列出“{head.text}”的{len(items)}项"
            yield KeyPhrase(
                head.paragraph, head.start, head.text, Kind.ENUMERATION, reason, items=items
            )


def _after(text: str, head: KeyPhrase) -> tuple[str, ...]:
    """The items that a sign or a word behind the head opens."""
    opener = _OPENER.match(text, head.start + len(head.text))
    if not opener:
        return ()
    end = _END.search(text, opener.end(), opener.end() + _REACH)
    body = text[opener.end() : end.start() if end else opener.end() + _REACH]
    if _ORDINAL.match(body):
        return ()
    numbers = counts(head.text)
    lists = [tuple(re.split(joint, body)) for joint in _JOINTS if numbers or "，" not in body]
    fitting = (items for items in lists if len(items) in (numbers or range(3, 9)))
    return next((items for items in fitting if _are_items(items)), ())


def _are_items(items: tuple[str, ...]) -> bool:
    """Whether they are distinct, whole and of a length that can be learnt."""
    sizes = [len(item) for item in items]
    return (
        len(set(items)) == len(items) >= 2
        and min(sizes) >= _LEAST
        and max(sizes) <= _LONGEST
        and sizes[0] <= max(sizes[1:]) + _LEADING
        and all(map(is_balanced, items))
    )


def _are_parallel(items: tuple[str, ...]) -> bool:
    """Whether items belong together; two may stand side by side by chance: “两个确立”的决定性意义、
    自觉做到“两个维护”."""
    if len(items) > 2:
        return True
    same_length = len(set(map(len, items))) == 1
    return same_length or bool(shared_suffix(items) or shared_prefix(items))


def _beside(text: str, head: KeyPhrase, near: Sequence[Run]) -> tuple[str, ...]:
    """The run that ends where the head begins, or whose items have the head's noun in common and
    that stands in the same sentence."""
    noun, numbers = _NOUN.fullmatch(head.text), counts(head.text)
    for run in near:
        if len(run.items) not in numbers:
            continue
        stands_before = run.finish <= head.start
        if stands_before and _BETWEEN.fullmatch(text, run.finish, head.start):
            if _are_parallel(run.items):
                return run.items
            continue
        first, last = sorted((run.start, head.start))
        if (
            noun
            and shared_suffix(run.items).endswith(noun["noun"])
            and "。" not in text[first:last]
        ):
            return run.items
    return ()
