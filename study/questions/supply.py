"""What the library has to make wrong choices from: its enumerations and formulations."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from study.phrases.glossary import Formulation
from study.phrases.key_phrase import KeyPhrase
from study.questions.enumeration import items_of
from study.search.folding import fold

_REFORM = 1979


@dataclass(frozen=True, slots=True)
class Owned:
    """A key phrase of the library. `year` is that of its material (0 for unknown), `material` its
    number, None where everybody may read it."""

    phrase: KeyPhrase
    year: int
    material: int | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """An enumeration of the library, its items verbatim in their order.

    `name` is the formulation that they make up, `field` what the glossary says it is about ('' for
    none).
    """

    items: tuple[str, ...]
    name: str
    field: str
    year: int
    material: int | None = None


@dataclass(frozen=True, slots=True)
class Supply:
    """The enumerations of the library, and its glossary.

    `material` and `year` are those of the material that questions are made from. `members` has
    under the search form of a formulation those of all its items, whichever year or material lists
    them; `fellows` under that of an item those of all items it is ever listed with, `times` how
    often it is listed. `orders` has under a set of items the orders in which materials list it, one
    each time. `formulations` is the glossary under its names in search form.
    """

    material: int
    year: int
    lists: Sequence[Listing]
    members: Mapping[str, frozenset[str]]
    fellows: Mapping[str, frozenset[str]]
    times: Mapping[str, int]
    orders: Mapping[frozenset[str], Sequence[tuple[str, ...]]]
    formulations: Mapping[str, Formulation]

    @property
    def is_in_force(self) -> bool:
        """Whether what the material says may be put as right without saying when it was said: much
        from before 1979 was taken back (党的十一届三中全会; 关于建国以来党的若干历史问题的决议)."""
        return not 0 < self.year < _REFORM

    def is_listed_later(self, items: Sequence[str]) -> bool:
        """Whether a material from after that time lists these items."""
        forms = set(map(fold, items))
        return any(
            one.year >= _REFORM and not one.field and forms <= set(map(fold, one.items))
            for one in self.lists
        )

    def may_show(self, one: Listing) -> bool:
        """Whether everybody who may read the material may read that too."""
        return one.material in (None, self.material)


def supply(
    owned: Iterable[Owned], glossary: Iterable[Formulation], *, material: int = 0, year: int = 0
) -> Supply:
    """Prepare the enumerations among the key phrases of a library for looking up.

    For the questions of another material `dataclasses.replace` its number and year.
    """
    formulations = tuple(glossary)
    found = [_listing(one, items) for one in owned if (items := items_of(one.phrase))]
    lists = [*found, *(told for one in formulations for told in _told(one))]
    forms = [tuple(map(fold, one.items)) for one in lists]
    return Supply(
        material,
        year,
        lists,
        _members(lists, formulations),
        _fellows(forms),
        Counter(item for items in forms for item in items),
        _orders(forms[: len(found)]),
        {fold(name): one for one in formulations for name in one.names},
    )


def _listing(one: Owned, items: tuple[str, ...]) -> Listing:
    name = "" if fold(items[0]) in fold(one.phrase.text) else one.phrase.text
    return Listing(items, name, "", one.year, one.material)


def _told(one: Formulation) -> Iterable[Listing]:
    for wording in one.wordings:
        if wording.items:
            yield Listing(wording.items, one.name, one.field, int(wording.since[:4]))


def _members(
    lists: Iterable[Listing], formulations: Iterable[Formulation]
) -> dict[str, frozenset[str]]:
    members: dict[str, set[str]] = {}
    for one in lists:
        if one.name:
            members.setdefault(fold(one.name), set()).update(map(fold, one.items))
    for one in formulations:
        together = {item for name in one.names for item in members.get(fold(name), ())}
        members |= {fold(name): together for name in one.names}
    return {name: frozenset(items) for name, items in members.items()}


def _fellows(lists: Iterable[tuple[str, ...]]) -> dict[str, frozenset[str]]:
    fellows: dict[str, set[str]] = {}
    for items in lists:
        for item in items:
            fellows.setdefault(item, set()).update(items)
    return {item: frozenset(others) for item, others in fellows.items()}


def _orders(lists: Iterable[tuple[str, ...]]) -> dict[frozenset[str], list[tuple[str, ...]]]:
    orders: dict[frozenset[str], list[tuple[str, ...]]] = {}
    for items in lists:
        orders.setdefault(frozenset(items), []).append(items)
    return orders
