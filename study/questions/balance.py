"""Three wrong choices among those that hold, so that nothing but knowing tells the right one.

Somebody who knows nothing may pick the longest option, the one that shares most characters with
the stem, or the one he has met most often. For each of these the right one takes a place among
the four that is drawn by lot: then no such habit pays.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random

WRONG = 3
_WEIGHTS = (0.6, 2.0, 2.0)
"""Of the places by length, by likeness to the stem and by frequency."""
_LATER, _LENGTH = 0.12, 0.5
"""What it costs to take one that stands later, or of another length."""
_MOST = 16
"""Choices that are looked at: of sixteen there are 560 triples."""
_ODDS = (0, 1, 1, 1)
"""Of the right one's places. Often nothing else can have the first: it is never aimed at."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """An option, and in how many paragraphs of the library it stands."""

    text: str
    times: int


def balanced(
    right: Weighed, wrong: Sequence[Weighed], stem: str, random: Random
) -> tuple[int, ...]:
    """The indices of three of `wrong`, the better ones of which stand first; none when there are
    fewer."""
    if len(wrong) < WRONG:
        return ()
    places = random.choices(range(WRONG + 1), _ODDS, k=len(_WEIGHTS))
    against = [_against(one, right, stem) for one in wrong[:_MOST]]
    triples = combinations(range(len(against)), WRONG)
    return min(triples, key=lambda triple: (_cost(triple, against, places), triple))


def gives_away(right: Weighed, wrong: Iterable[Weighed], stem: str) -> bool:
    """Whether who picks the option met most often, or the one most like the stem, finds `right`."""
    others = list(wrong)
    likeness = shared(right.text, stem)
    return right.times >= max(one.times for one in others) or likeness > max(
        shared(one.text, stem) for one in others
    )


def shared(text: str, stem: str) -> int:
    """How many of an option's characters stand in the stem."""
    return sum(character in stem for character in set(text))


def _against(one: Weighed, right: Weighed, stem: str) -> tuple[float, ...]:
    """Of an option beside the right one: 1 where it is longer, more like the stem, more frequent,
    0 where it is the same, -1 where it is less; and what its length gives away."""
    longer = len(one.text) - len(right.text)
    differences = (
        longer,
        shared(one.text, stem) - shared(right.text, stem),
        one.times - right.times,
    )
    signs = ((each > 0) - (each < 0) for each in differences)
    return (*signs, _LENGTH * (abs(longer) > 1))


def _cost(triple: tuple[int, ...], against: Sequence[Sequence[float]], places: list[int]) -> float:
    """How far the right one is from its places, and how much is given up for it."""
    one, two, three = (against[at] for at in triple)
    cost = _LATER * sum(triple) + one[-1] + two[-1] + three[-1]
    for feature, weight in enumerate(_WEIGHTS):
        signs = (one[feature], two[feature], three[feature])
        more = signs.count(1)
        # Of equal ones any may be picked: then the right one stands in the middle of them.
        cost += weight * max(0, places[feature] - more - signs.count(0), more - places[feature])
    return cost
