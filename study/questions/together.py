"""合力题: the items of an enumeration, named one by one by the whole group."""

from study.questions import stems
from study.questions.enumeration import Enumeration
from study.questions.naming import named
from study.questions.question import Choice, Kind
from study.questions.supply import Supply
from study.questions.unverified import Unverified

_LEAST = 3
_TYPED = range(2, 9)
"""Characters of an item that is typed in a chat."""


def drafts(one: Enumeration, supply: Supply) -> list[Unverified]:
    """The question, where there are several short items that can be told apart when typed."""
    if len(one.items) < _LEAST or any(len(item) not in _TYPED for item in one.items):
        return []
    if named("、".join(one.items), one.items) != tuple(range(len(one.items))):
        return []
    choices = tuple(Choice(item, is_right=True) for item in one.items)
    made = one.asked(Kind.TOGETHER, stems.all_of(one), choices)
    return [Unverified(made)]
