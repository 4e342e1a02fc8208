"""The one item of an enumeration that is not told, to be typed, or chosen among strangers."""

from study.questions import stems
from study.questions.enumeration import Enumeration, affixes
from study.questions.lot import lot
from study.questions.question import Choice, Kind
from study.questions.rating import NAMED_AGAIN
from study.questions.strangers import Stranger, doubt, strangers
from study.questions.supply import Supply
from study.questions.unverified import Unverified

_TYPED = range(2, 9)
"""Characters of an item that is typed in a chat."""
_WRONG, _OFFERED = 3, 8
_MANY = 4
"""Items of which two are asked for."""
_LEAST = 2
"""Characters of an item without what all end with, and of that."""


def drafts(one: Enumeration, supply: Supply) -> list[Unverified]:
    """The questions, each about another item: one to choose, one to type, two of many that others
    list too."""
    first = lot(f"{one.quote}{supply.material}")
    asked = [(first + step) % len(one.items) for step in range(3)]
    is_known = len(one.items) >= _MANY and one.score >= NAMED_AGAIN
    typed = asked[:2] if is_known else asked[:1]
    return [
        *(draft for at in typed for draft in _typed(one, at)),
        *_chosen(one, asked[2], strangers(one, supply), supply),
    ]


def _stem(one: Enumeration, at: int) -> str:
    return stems.missing(one, [*one.items[:at], *one.items[at + 1 :]])


def _typed(one: Enumeration, at: int) -> list[Unverified]:
    item = one.items[at]
    if len(item) not in _TYPED:
        return []
    short = item.removesuffix(affixes(one.items)[1])
    is_known = min(len(short), len(item) - len(short)) >= _LEAST
    accepted = dict.fromkeys((item, short if is_known else item))
    choices = tuple(Choice(each, is_right=True) for each in accepted)
    return [Unverified(one.asked(Kind.TYPED, _stem(one, at), choices))]


def _chosen(one: Enumeration, at: int, found: list[Stranger], supply: Supply) -> list[Unverified]:
    """The question with strangers, where there are enough."""
    tried = found[:_OFFERED]
    is_built_alike = any(affixes(one.items))
    if len(tried) < _WRONG or not (one.name or is_built_alike):
        return []
    wrong = (Choice(each.text, is_right=False, material=each.material) for each in tried)
    choices = (Choice(one.items[at], is_right=True), *wrong)
    doubts = tuple(
        doubt(index, one, each.text, supply) for index, each in enumerate(tried, start=1)
    )
    return [Unverified(one.asked(Kind.CHOICE, _stem(one, at), choices), doubts, least=_WRONG)]
