"""Which of the questions that could be asked comes next: good ones, and not always the same."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from study.questions.question import Kind

_PHRASE_AGAIN = 0.02
"""How likely a question stays whose formulation was asked about in the same quiz."""
_MATERIAL_AGAIN = 0.4
_KIND_AGAIN = 0.5


@dataclass(frozen=True, slots=True)
class Eligible:
    """A question that may be asked, as far as choosing needs it; `phrase` in search form,
    `identity` as in `study.questions.identity`."""

    number: int
    kind: Kind
    material: int | None
    phrase: str
    score: float
    identity: str


@dataclass(frozen=True, slots=True)
class Played:
    """What a quiz has asked so far: of each question its identity, material, formulation and
    kind."""

    identities: tuple[str, ...] = ()
    materials: tuple[int | None, ...] = ()
    phrases: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()


def in_turn(eligible: Sequence[Eligible], played: Played, random: Random) -> list[Eligible]:
    """All of `eligible` that were not played, in the order in which to try them.

    Drawn by lot, by Efraimidis and Spirakis (2006): a question comes before others with the odds of
    its weight. Kinds that are rare among them are lifted, so that a quiz is not all of one kind.
    """
    fresh = [one for one in eligible if one.identity not in played.identities]
    kinds = Counter(one.kind for one in fresh)
    weights = {one.number: _weight(one, played) / kinds[one.kind] for one in fresh}
    lots = {one.number: random.random() ** (1 / weights[one.number]) for one in fresh}
    return sorted(fresh, key=lambda one: -lots[one.number])


def _weight(one: Eligible, played: Played) -> float:
    weight = max(one.score, 0.01)
    if one.phrase and one.phrase in played.phrases:
        weight *= _PHRASE_AGAIN
    if one.material is not None:
        weight *= _MATERIAL_AGAIN ** played.materials.count(one.material)
    return weight * _KIND_AGAIN ** played.kinds.count(one.kind)
