"""What the items of an enumeration are called together, to be typed or chosen."""

import re
from collections.abc import Iterator
from dataclasses import replace

from study.phrases.glossary import Formulation
from study.phrases.numerals import counts
from study.phrases.vocabulary import GRAMMAR
from study.questions import stems
from study.questions.enumeration import Enumeration, affixes
from study.questions.question import Choice, Kind, Made
from study.questions.supply import Supply
from study.questions.unverified import Doubt, Unverified
from study.search.folding import fold

_WRONG, _OFFERED = 3, 8
_UNEVEN = 2
"""By how many characters names of one kind may differ."""
_LONGEST = 8
"""Characters of a name that is typed."""
_NUMBERED = re.compile("([一二两三四五六七八九十]+)[个大项座位种]?")


def drafts(one: Enumeration, supply: Supply) -> list[Unverified]:
    """Both questions, where the paragraph has the name and the name has the number."""
    is_said = bool(one.name) and one.name in one.naming and len(one.name) <= _LONGEST
    if not is_said or len(one.items) not in counts(one.name):
        return []
    known = supply.formulations.get(fold(one.name))
    accepted = dict.fromkeys((one.name, *(known.names if known else ())))
    choices = tuple(Choice(name, is_right=True) for name in accepted)
    made = replace(one.asked(Kind.TYPED, stems.called(one), choices), answer=(one.name,))
    typed = replace(made, quote=one.naming)
    return [Unverified(typed), *_chosen(one, typed, supply)]


def _chosen(one: Enumeration, typed: Made, supply: Supply) -> list[Unverified]:
    """The question with other names, where the items do not tell which it is."""
    numbered = _NUMBERED.match(one.name)
    if not numbered or numbered[1] != one.count:
        return []
    if _meaning(one.name) & set("".join(affixes(one.items))):
        return []
    tried = list(dict.fromkeys(_others(one, supply)))[:_OFFERED]
    if len(tried) < _WRONG:
        return []
    choices = (
        Choice(one.name, is_right=True),
        *(Choice(name, is_right=False) for name in tried),
    )
    doubts = tuple(
        Doubt(index, forbidden=_said_of(name, one)) for index, name in enumerate(tried, start=1)
    )
    made = replace(typed, kind=Kind.CHOICE, choices=choices)
    return [Unverified(made, doubts, least=_WRONG)]


def _others(one: Enumeration, supply: Supply) -> Iterator[str]:
    """The names of the glossary that could be that of as many items and are as long, of the time of
    the material or older; those of its field first, none like it."""
    own = supply.formulations.get(fold(one.name))
    known = sorted(
        supply.formulations.values(), key=lambda each: not own or each.field != own.field
    )
    for other in known:
        since = int(other.wordings[0].since[:4])
        is_timely = not supply.year or since <= supply.year
        if is_timely and _could_be(other.name, one) and not _has(other, one, supply):
            yield other.name


def _could_be(name: str, one: Enumeration) -> bool:
    """Whether a name looks like that of the items: with their number, about as long as theirs, and
    with nothing else in common with it."""
    numbered = _NUMBERED.match(name)
    is_distinct = not _meaning(name) & _meaning(one.name)
    is_as_long = abs(len(name) - len(one.name)) < _UNEVEN
    return bool(numbered) and numbered[1] == one.count and is_distinct and is_as_long


def _has(other: Formulation, one: Enumeration, supply: Supply) -> bool:
    """Whether another formulation has one of the items, or may have: none of its are known."""
    members = supply.members[fold(other.name)]
    return not members or bool(members & set(map(fold, one.items)))


def _meaning(name: str) -> set[str]:
    """The characters of a name without its number."""
    return set(_NUMBERED.sub("", name)) - GRAMMAR


def _said_of(name: str, one: Enumeration) -> tuple[str, ...]:
    """What would stand where the items have that name."""
    run = "".join(one.items)
    return (name + run, run + name, f"{run}的{name}", f"{name}即{run}")
