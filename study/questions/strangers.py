"""What could pass for an item of an enumeration and is none: for wrong choices, and for changes.

Items of other enumerations of the library, nothing invented: of lists of the same build and, where
the items have nothing in common, about the same matter. Not so like an item that both could be
right. What the glossary lists is known; of others nothing will do that is ever listed with an item.
"""

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from operator import itemgetter

from study.questions.enumeration import Enumeration, affixes
from study.questions.parallel import items_like, lists_like
from study.questions.supply import Listing, Supply
from study.questions.unverified import Doubt
from study.search.folding import fold

_OFTEN = 4
"""Lists from which an item is well known."""
_ERA = 6
"""Years that are one time."""
_Rank = tuple[bool, bool, int, int, int, str]
_JOINTS = ("", "和")
_FAR = 2
"""Of lists: nothing in common."""


@dataclass(frozen=True, slots=True)
class Stranger:
    """An item of another enumeration, verbatim; `year` is that of the material that has it (0 for
    unknown), `material` its number, None where everybody may read it."""

    text: str
    year: int
    material: int | None


def strangers(one: Enumeration, supply: Supply) -> list[Stranger]:
    """Those that could pass for one more of its items, the best first, each text once."""
    taken, quote = _belonging(one, supply), fold(one.quote)
    prefix, suffix = affixes(one.items)
    # What begins with one character (有, 讲) may be anything: only near lists will do.
    is_loose = len(prefix) == 1 and not suffix
    rated: dict[str, tuple[_Rank, Stranger]] = {}
    for listing in lists_like(one, supply):
        distance = _distance(listing, one, supply)
        if distance == _FAR and is_loose and not listing.field:
            continue
        for item in items_like(listing, one):
            stranger, form = Stranger(item, listing.year, listing.material), fold(item)
            if form not in taken and form not in quote:
                each = (_rank(stranger, distance, one, supply), stranger)
                rated[form] = min(rated.get(form, each), each, key=itemgetter(0))
    return [stranger for _, stranger in sorted(rated.values(), key=itemgetter(0))]


def doubt(choice: int | None, one: Enumeration, stranger: str, supply: Supply) -> Doubt:
    """What would make a stranger an item, as `study.questions.unverified` has it.

    It may stand in no paragraph with all the items or with the formulation's name and, where the
    glossary does not know these, beside no item.
    """
    apart = [(*one.items, stranger)]
    if one.name:
        apart.append((one.name, stranger))
    return Doubt(choice, () if _is_known(one, supply) else _beside(one, stranger), tuple(apart))


def _is_known(one: Enumeration, supply: Supply) -> bool:
    return fold(one.name) in supply.formulations


def _beside(one: Enumeration, stranger: str) -> tuple[str, ...]:
    """What would stand in a list that has the stranger beside one of the items."""
    return tuple(
        dict.fromkeys(
            first + joint + second
            for item in one.items
            for joint in _JOINTS
            for first, second in ((item, stranger), (stranger, item))
        )
    )


def _belonging(one: Enumeration, supply: Supply) -> set[str]:
    """The search forms of all that is ever an item of the formulation; for one that the glossary
    does not know also of all that is ever listed with an item."""
    taken = {*map(fold, one.items), *supply.members.get(fold(one.name), ())}
    if not _is_known(one, supply):
        for item in map(fold, one.items):
            taken.update(supply.fellows.get(item, ()))
    return taken


def _eras(year: int, supply: Supply) -> int:
    return abs(year - supply.year) // _ERA if year and supply.year else 1


def _distance(listing: Listing, one: Enumeration, supply: Supply) -> int:
    """0 for a list that shares an item with this one, 1 for one that shares something with what is
    listed with its items."""
    own, listed = {*map(fold, one.items)}, {*map(fold, listing.items)}
    if own & listed:
        return 0
    return 1 if any(listed & supply.fellows.get(item, frozenset()) for item in own) else _FAR


def _rank(stranger: Stranger, distance: int, one: Enumeration, supply: Supply) -> _Rank:
    """Smaller is better: of the usual length; not of quite another time, unless all times know the
    formulation; of a near list; well known, since otherwise the rarest would always be the
    stranger; then by lot."""
    sizes = Counter(map(len, one.items))
    usual = max(sorted(sizes), key=lambda size: sizes[size])
    eras = 0 if _is_known(one, supply) else _eras(stranger.year, supply)
    lot = sha256(f"{stranger.text}{one.items[0]}".encode()).hexdigest()
    return (
        len(stranger.text) != usual,
        eras > 1,
        distance,
        -min(supply.times[fold(stranger.text)], _OFTEN),
        eras,
        lot,
    )
