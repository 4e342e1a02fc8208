"""What questions claim to be right, by which those that contradict each other are found."""

from collections.abc import Mapping, Sequence

from study.questions.identity import asked
from study.questions.question import Choice, Kind
from study.quiz.posed import Option
from study.search.folding import fold

Claimed = Mapping[tuple[str, ...], frozenset[str]]
"""Of each thing that a question asks, what it says is right."""


def claimed(kind: Kind, stem: str, choices: Sequence[Choice | Option]) -> Claimed:
    """What a question claims. Two that claim different things of the same contradict each other.

    What may be chosen is right or wrong by itself: the same stem can stand above other options, and
    the same answer be worded in another way. What is typed, named or put in order is right as a
    whole.
    """
    about = (kind, asked(stem))
    right = [_form(one.text) for one in choices if one.is_right]
    match kind:
        case Kind.TYPED:
            return {about: frozenset(right)}
        case Kind.TOGETHER:
            return {about: frozenset({"\n".join(sorted(right))})}
        case Kind.ORDER:
            return {(*about, *sorted(right)): frozenset({"\n".join(right)})}
        case _:
            found: dict[tuple[str, ...], frozenset[str]] = {}
            for one in choices:  # Two that only a sign tells apart claim nothing together.
                key = (*about, _form(one.text))
                found[key] = found.get(key, frozenset()) | {str(one.is_right)}
            return found


class Claims:
    """What some questions claim, and who claims it."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, ...], dict[frozenset[str], str]] = {}

    def add(self, claims: Claimed, who: str) -> None:
        """Note what `who` claims."""
        for key, right in claims.items():
            self._found.setdefault(key, {}).setdefault(right, who)

    def against(self, claims: Claimed) -> str | None:
        """Who claims something else, None where nobody does."""
        for key, right in claims.items():
            for other, who in self._found.get(key, {}).items():
                if right.isdisjoint(other):
                    return who
        return None


def _form(text: str) -> str:
    return fold(text) or text
