"""Which texts come first of those that somebody may have meant."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log10

from study.search.folding import fold
from study.search.resemblance import Comparison
from study.search.sign import Sign
from study.search.term import Term, spelled

_COMMON = 0.08
"""What ten times as many mentions are worth, in the measure of `distance`."""
_PHRASE = 0.12
_FARTHEST = 1.0
_FARTHEST_A_SIGN = 0.34
_PIECE = 0.1
"""Added for a term that was only a piece of what was typed."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A text that may have been meant; the less `cost`, the likelier."""

    cost: float
    text: str


def guess(ways: Sequence[Sequence[Sign]], term: Term, comparison: Comparison) -> Guess | None:
    """`term` as what was meant by all of a query that reads in `ways`; None when it is too far."""
    spelling = spelled(term.text)
    near = [signs for signs in ways if abs(len(signs) - len(spelling)) <= 1]
    far = min((comparison.distance(signs, spelling) for signs in near), default=_FARTHEST + 1)
    if far > min(_FARTHEST, _FARTHEST_A_SIGN * len(spelling)):
        return None
    return Guess(far - _merit(term), term.text)


def guesses_within(signs: Sequence[Sign], term: Term, comparison: Comparison) -> Iterator[Guess]:
    """The query with `term` in the place of each piece that sounds or looks like it."""
    spelling = spelled(term.text)
    for start in range(len(signs) - len(spelling) + 1):
        finish = start + len(spelling)
        far = sum(
            comparison.difference(sign, text)
            for sign, text in zip(signs[start:finish], spelling, strict=True)
        )
        if 0 < far <= min(_FARTHEST, _FARTHEST_A_SIGN * len(spelling)):
            before = "".join(sign.text for sign in signs[:start])
            behind = "".join(sign.text for sign in signs[finish:])
            yield Guess(far + _PIECE - _merit(term), before + term.text + behind)


def in_order(guesses: Sequence[Guess], query: str) -> list[str]:
    """The texts of `guesses`, the likeliest first, each once, without `query` itself."""
    seen = {fold(query)}
    texts: list[str] = []
    for one in sorted(guesses, key=lambda one: (one.cost, one.text)):
        folded = fold(one.text)
        if folded not in seen:
            seen.add(folded)
            texts.append(one.text)
    return texts


def _merit(term: Term) -> float:
    """How much likelier a term is than one met never, as nobody remembers what is rare."""
    return _COMMON * log10(1 + term.times) + _PHRASE * term.is_phrase
