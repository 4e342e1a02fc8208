"""What could pass for an item of an enumeration and is none: for wrong choices, and for changes.

Items of other enumerations of the library, nothing invented: of lists of the same build and, where
the items have nothing in common, about the same matter. Not so like an item that both could be
right. What the glossary lists is known; of others nothing will do that is ever listed with an item.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from operator import itemgetter

from study.phrases.coordination import shared_prefix, shared_suffix
from study.phrases.vocabulary import GRAMMAR
from study.questions.enumeration import Enumeration, affixes, bare
from study.questions.shape import shape
from study.questions.supply import Listing, Supply
from study.questions.unverified import Doubt
from study.search.folding import fold

_WORDS = re.compile(r"[\u4e00-\u9fff]{2,}")
_RAGGED = re.compile(
    r"^[的和与及等是在为把对将被并而指即]|[的和与及等是在为了着]$|等|各[种类项]|多种|[一二三四五六七八九十]{2}"
)
_VALUED = tuple(
    f"{what}主义" for what in ("爱国", "集体", "社会", "共产", "国际", "英雄", "人道", "乐观")
)
"""What is held to; the other -isms are fought, and nobody takes one kind for the other."""
_OFTEN = 4
"""Lists from which an item is well known."""
_ERA = 6
"""Years that are one time."""
_Rank = tuple[bool, int, int, int, str]
_JOINTS = ("", "和")


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
    rated: dict[str, tuple[_Rank, Stranger]] = {}
    for listing in _lists_like(one, supply):
        for stranger in _of_build(listing, one):
            form = fold(stranger.text)
            if form in taken or form in quote or not _is_apt(stranger.text, one):
                continue
            rank = _rank(stranger, listing, one, supply)
            rated[form] = min(
                rated.get(form, (rank, stranger)), (rank, stranger), key=itemgetter(0)
            )
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


def _of_build(listing: Listing, one: Enumeration) -> Iterator[Stranger]:
    """The items of a list that have about the length of its items and are verbs as they are, or not
    as they are not."""
    shortest, longest = min(map(len, one.items)), max(map(len, one.items))
    is_act = shape(one.items[-1]).is_act
    for item in listing.items:
        if shortest <= len(item) <= longest and shape(item).is_act == is_act:
            yield Stranger(item, listing.year, listing.material)


def _lists_like(one: Enumeration, supply: Supply) -> list[Listing]:
    """The lists whose items have the same beginning and end in common; where its own have nothing
    in common, those of its field in the glossary that have nothing either, and only for items of
    about one length."""
    prefix, suffix = affixes(one.items)
    shown = filter(supply.may_show, supply.lists)
    if prefix or suffix:
        return [
            listing
            for listing in shown
            if shared_prefix(listing.items).startswith(prefix)
            and shared_suffix(listing.items).endswith(suffix)
        ]
    known = supply.formulations.get(fold(one.name))
    if not known or max(map(len, one.items)) - min(map(len, one.items)) > 1:
        return []
    return [
        listing
        for listing in shown
        if listing.field == known.field and affixes(listing.items) == ("", "")
    ]


def _eras(year: int, supply: Supply) -> int:
    return abs(year - supply.year) // _ERA if year and supply.year else 1


def _is_apt(text: str, one: Enumeration) -> bool:
    """Whether it is whole, has so little in common with each item that both cannot be right, and
    where there is nothing that all share, at least a character with one of them."""
    if not _WORDS.fullmatch(text) or _RAGGED.search(text):
        return False
    if text.endswith(_VALUED) != one.items[0].endswith(_VALUED):
        return False
    *others, own = bare((*one.items, text))
    shared = [len((set(own) & set(other)) - GRAMMAR) for other in others]
    is_distinct = all(own not in other and other not in own for other in others)
    is_related = any(affixes(one.items)) or any(shared)
    return is_distinct and is_related and max(shared) * 2 < len(own)


def _rank(stranger: Stranger, listing: Listing, one: Enumeration, supply: Supply) -> _Rank:
    """Smaller is better: of the usual length; from a list that shares an item with this one, or
    with what is listed with its items; well known, since otherwise the rarest would always be the
    stranger; of about the same time; then by lot."""
    usual = Counter(map(len, one.items)).most_common(1)[0][0]
    own, listed = {*map(fold, one.items)}, {*map(fold, listing.items)}
    fellows = {other for item in own for other in supply.fellows.get(item, ())}
    apart = 0 if own & listed else 1 if fellows & listed else 2
    lot = sha256(f"{stranger.text}{one.items[0]}".encode()).hexdigest()
    return (
        len(stranger.text) != usual,
        apart,
        -min(supply.times[fold(stranger.text)], _OFTEN),
        _eras(stranger.year, supply),
        lot,
    )
