"""How a formulation was worded over time: what the library has, beside what the glossary says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from study.phrases.glossary import Wording
from study.search.folding import fold


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where a wording stands; `items` verbatim in the source's order."""

    items: tuple[str, ...]
    material: int
    title: str
    spoken_on: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Version:
    """One wording: its items as the glossary or the first source has them, what the glossary
    says of it (None for a wording it does not know), and where the library has it, oldest first.
    """

    items: tuple[str, ...]
    known: Wording | None
    occurrences: tuple[Occurrence, ...]

    @property
    def materials(self) -> int:
        """How many materials have it."""
        return len({one.material for one in self.occurrences})

    @property
    def dated(self) -> tuple[Occurrence, ...]:
        """The occurrences whose date is known, or all where none is."""
        return tuple(one for one in self.occurrences if one.spoken_on) or self.occurrences

    @property
    def since(self) -> str:
        """The first date of it that anybody vouches for, '' for none."""
        first = self.dated[0].spoken_on if self.occurrences else ""
        return min(filter(None, [first, self.known.since if self.known else ""]), default="")


def versions(known: Sequence[Wording], found: Iterable[Occurrence]) -> list[Version]:
    """The wordings of a formulation from old to new: two are one when their items and the order
    of these are the same."""
    groups: dict[tuple[str, ...], list[Occurrence]] = {}
    for one in sorted(found, key=lambda one: (one.spoken_on, one.material, one.paragraph)):
        groups.setdefault(_key(one.items), []).append(one)
    merged = [
        Version(wording.items, wording, tuple(groups.pop(_key(wording.items), ())))
        for wording in known
    ]
    merged += [Version(group[0].items, None, tuple(group)) for group in groups.values()]
    return sorted(merged, key=lambda version: version.since)


def is_version(items: Sequence[str], known: Iterable[Wording]) -> bool:
    """Whether items found under a name are those of the formulation in some wording: at least
    half of them are among those that the glossary tells. Where it tells none, any are."""
    told = {fold(item) for wording in known for item in wording.items}
    shared = sum(fold(item) in told for item in items)
    return not told or 2 * shared >= len(items)


def runs(items: Sequence[str]) -> list[str]:
    """The search forms in which items may stand one after the other: signs between them are
    folded away, the last may follow 和, 与, 及 or 以及."""
    if len(items) < 2:
        return [fold(item) for item in items]
    first, last = fold("".join(items[:-1])), fold(items[-1])
    return [first + joint + last for joint in ("", "和", "与", "及", "以及")]


def _key(items: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(fold, items))


def joined(items: Sequence[str]) -> str:
    """Items as one reads them: ； between those that are long or have 、 in them."""
    is_plain = all(len(item) <= 20 and "、" not in item for item in items)
    return ("、" if is_plain else "；").join(items)
