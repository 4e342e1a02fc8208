"""How much a blank is worth asking for: what it is, and what the library says of its place."""

from collections.abc import Collection
from dataclasses import dataclass
from math import log2

from study.materials.worth import Merit
from study.phrases.vocabulary import is_concrete
from study.questions.target import Sort, Target

_BASE = {
    Sort.NUMERAL: 1.0,
    Sort.QUOTED: 0.8,
    Sort.ITEM: 0.6,
    Sort.PHRASE: 0.5,
    Sort.NAME: 0.4,
    Sort.SUBJECT: 0.9,
    Sort.ROLE: 0.8,
    Sort.VERDICT: 0.3,
    Sort.OBJECT: 0.2,
    Sort.NUMBER: 0.7,
}
_SEVERAL, _OFTEN, _EVERYWHERE = 3, 16, 150
_FRAGMENT, _DUTY = 0.85, 0.1
_OUT, _COMMON, _SHORT = 2.0, 0.5, 0.5
"""What is lost by a fragment, by what everybody says everywhere, by two characters alone."""
REFORM = 1979
_RECURRING = 2
_SAYING = 4
"""Characters from which what a frame holds says something: not 意义, 作用."""
_NAMED = (Sort.NUMERAL, Sort.QUOTED)
"""Sorts that are formulations by their form, wherever they stand."""
BY_HEART = (*_NAMED, Sort.ITEM)
"""Sorts that are known word for word where the glossary has them."""
_FORMULATIONS = (*_NAMED, Sort.ITEM, Sort.PHRASE, Sort.NAME, Sort.SUBJECT)


@dataclass(frozen=True, slots=True)
class Evidence:
    """In how many paragraphs of the library stand: the clause of the blank as the source has it
    (`said`), a longer stretch (`told`), and what is beside the blank, whatever is in it
    (`around`, None where next to nothing is beside it). `clinging` is the share of its places at
    which the target has the same neighbour as here: a fragment nearly always has. `times` counts
    the target itself. In how many materials stand the clause (`sayers`), and the target with the
    neighbours of one side (`users`)."""

    said: int
    told: int
    around: int | None
    clinging: float
    times: int
    sayers: int = 1
    users: int = 1


def certainty(evidence: Evidence) -> float:
    """How surely the words beside the blank lead to what is in it, from 0 to 1."""
    if evidence.around is None:
        return 0.0
    return min(1.0, evidence.said / (evidence.around + 1))


def is_asked(target: Target, evidence: Evidence, curated: Collection[str], year: int) -> bool:
    """Whether a blank is a formulation that a teacher would ask for, whatever else there is.

    It recurs with its neighbours in other materials; the glossary has it and others use it so; or
    it is an item of a named enumeration.
    """
    if target.text in curated and target.sort in BY_HEART and evidence.users >= _RECURRING:
        return True
    if not may_be_asked(target, curated, year):
        return False
    if target.head and evidence.said > 1:
        return True
    return evidence.sayers >= _RECURRING


def may_be_asked(target: Target, curated: Collection[str], year: int) -> bool:
    """Whether a blank says enough, and is no formulation that was taken back: of what was said
    before 1979 only those that the glossary has."""
    if 0 < year < REFORM and target.text not in curated:
        return False
    is_bland = len(target.text) < _SAYING or is_concrete(target.text)
    return target.sort not in (Sort.VERDICT, Sort.OBJECT) or not is_bland


def worth(
    target: Target, passage: Merit, evidence: Evidence, curated: Collection[str]
) -> tuple[float, tuple[str, ...]]:
    """The worth of a blank and in Chinese what it rests on; `curated` are the names and items of
    the glossary."""
    reasons = [target.reason]
    score = _BASE[target.sort] + 1.2 * (certainty(evidence) - 0.3)
    score += 0.15 * log2(max(1, min(evidence.said, 2 * _OFTEN)))
    score += _DUTY * min(passage.duties, 4) - 0.3 * passage.results
    if evidence.told == 1 and target.text not in curated:
        score -= _loss(target, evidence)
    if evidence.times >= _EVERYWHERE:
        score -= _COMMON
    if evidence.told > 1:
        score += 0.5 * log2(min(evidence.told, _OFTEN))
        reasons.append(f"库里有{evidence.told}段这样说")
    if target.text in curated:
        score += 0.6
        reasons.append("词典里有")
    if target.sort is Sort.PHRASE and evidence.clinging >= _FRAGMENT:
        score -= _OUT
    if len(target.text) == 2 and not target.head:
        score -= _SHORT
    if target.head:
        score += 0.4
        reasons.append(f"属于“{target.head}”")
    return round(score, 3), tuple(reasons)


def _loss(target: Target, evidence: Evidence) -> float:
    """What a blank loses because its sentence stands nowhere else: less where the target does, and
    least where it is a formulation by its form."""
    if target.sort in _NAMED and evidence.times > 1:
        return 0.2
    if evidence.times < _SEVERAL:
        return 1.0
    return 0.3 if target.sort in _FORMULATIONS else 0.7
