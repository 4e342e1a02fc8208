"""判断 about what a formulation stands for, or what a part of a sentence lists: all the items, or a
stranger among them.

True and false ones are drawn by lot from those that could be changed, and every one needs a
stranger that holds: nothing tells them apart but knowing the items.
"""

from collections.abc import Sequence

from study.questions import stems
from study.questions.enumeration import GAP, Enumeration
from study.questions.lot import lot
from study.questions.question import Choice, Kind
from study.questions.strangers import doubt, strangers
from study.questions.supply import Supply
from study.questions.unverified import Unverified
from study.search.folding import fold

_TRIED = 4
"""Strangers that are tried one after the other."""
_RIGHT, _WRONG = "对", "错"


def drafts(one: Enumeration, supply: Supply) -> list[Unverified]:
    """The statement, once for each stranger that may be tried. None of a whole sentence, which is
    one as it stands."""
    if fold(one.frame.replace(GAP, "".join(one.items))) == fold(one.quote):
        return []
    draw = lot(f"{one.name}{one.quote}{supply.material}")
    is_true, at = draw % 2 == 0, draw // 2 % len(one.items)
    choices = (Choice(_RIGHT, is_right=is_true), Choice(_WRONG, is_right=not is_true))
    about = f"{Kind.TRUTH} {one.paragraph} {fold(''.join(one.items))}"
    found: list[Unverified] = []
    for stranger in strangers(one, supply)[:_TRIED]:
        changed = (*one.items[:at], stranger.text, *one.items[at + 1 :])
        made = one.asked(Kind.TRUTH, _stem(one, one.items if is_true else changed), choices)
        found.append(Unverified(made, (doubt(None, one, stranger.text, supply),), about=about))
    return found


def _stem(one: Enumeration, items: Sequence[str]) -> str:
    return stems.filled(one, items) if one.frame else stems.claim(one, items)
