"""How well a person answers in each topic."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from study.memory.record import Score

_FEWEST = 5
"""Answers below which a share says nothing."""
_BANK = "题库"
_OTHER = "其他"


@dataclass(frozen=True, slots=True)
class Answered:
    """Answers to questions alike: their phrase in search form ('' for none), a tag and the year of
    their material ('' for none), and whether they come from a bank."""

    folded: str
    tag: str
    year: str
    is_from_bank: bool
    score: Score


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic and the score of its answers."""

    name: str
    score: Score


def topics(answered: Iterable[Answered], fields: Mapping[str, str]) -> list[Topic]:
    """The topics with enough answers, those with the most first.

    `fields` are the glossary's fields of phrases; a question without one counts for the tag or the
    year of its material.
    """
    scores: dict[str, Score] = {}
    for one in answered:
        name = fields.get(one.folded) or _topic(one)
        scores[name] = scores.get(name, Score(0, 0)) + one.score
    found = [Topic(name, score) for name, score in scores.items() if score.answers >= _FEWEST]
    return sorted(found, key=lambda one: (-one.score.answers, one.name))


def _topic(one: Answered) -> str:
    if one.tag:
        return one.tag
    if one.is_from_bank:
        return _BANK
    return f"{one.year}年资料" if one.year else _OTHER
