"""The items of an enumeration in the order in which they always stand."""

from dataclasses import replace
from itertools import permutations

from study.questions import stems
from study.questions.enumeration import Enumeration, bare
from study.questions.question import Choice, Kind
from study.questions.supply import Supply
from study.questions.unverified import Doubt, Unverified
from study.search.folding import fold

_ITEMS = range(3, 6)
_JOINTS = ("", "和")
_WINDOW = 3
_OFTEN = 3
"""Lists by which an order that nobody curated is known for fixed."""
_TELLING = 2
"""Characters by which an item is known without what all have in common."""
_LESS = 0.9
"""Of the score: to know the items is worth more."""


def drafts(one: Enumeration, supply: Supply) -> list[Unverified]:
    """The question, where the order is worth knowing: of a curated formulation, or of what several
    materials list alike and none otherwise."""
    orders = supply.orders.get(frozenset(map(fold, one.items)), ())
    is_known = fold(one.name) in supply.formulations or len(orders) >= _OFTEN
    is_fixed = len(set(orders)) < 2 and not one.then
    if len(one.items) not in _ITEMS or not is_fixed or not is_known:
        return []
    choices = tuple(Choice(item, is_right=True) for item in one.items)
    made = one.asked(Kind.ORDER, stems.in_order(one), choices)
    made = replace(made, score=round(_LESS * one.score, 2))
    return [Unverified(made, (Doubt(None, (*_otherwise(one.items), *_otherwise(_cores(one)))),))]


def _cores(one: Enumeration) -> tuple[str, ...]:
    """The items without what they have in common, where they can be looked for so: 农业, 工业, 国防
    of 现代农业, 现代工业, 现代国防."""
    cores = tuple(bare(one.items))
    return cores if all(len(core) >= _TELLING for core in cores) else one.items


def _otherwise(items: tuple[str, ...]) -> tuple[str, ...]:
    """What would stand in a list of the items in another order: three of them in a row, not as they
    should be. Every other order of all has such a place."""
    return tuple(
        items[first] + items[second] + joint + items[third]
        for first, second, third in permutations(range(len(items)), _WINDOW)
        if not first < second < third
        for joint in _JOINTS
    )
