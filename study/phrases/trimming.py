"""Where a formulation begins after the verbs and adverbs that take it."""

from itertools import pairwise

from study.phrases.vocabulary import BINDING_WORDS, BREAKING_WORDS, LEAD_WORDS, TAKING_WORDS
from study.phrases.worded import Worded

_TAKERS = frozenset(
    word for word in (LEAD_WORDS | TAKING_WORDS | BREAKING_WORDS) - BINDING_WORDS if len(word) > 1
)


def trimmed(paragraph: Worded, start: int, finish: int) -> int:
    """The place in `start` … `finish` where the first word stands that does not only lead to what
    follows: 坚持实施|科教兴国战略."""
    borders = paragraph.borders_within(start, finish)
    for place, following in pairwise(borders):
        if paragraph.text[place:following] not in _TAKERS:
            return place
    return start
