"""How a question is put to a chat: which options, and in which order."""

import re
from random import Random

from study.questions.question import Kind
from study.quiz.posed import Option, Posed, Question

WRONG = 3
"""Wrong options of a question with one right one."""
_LIKELIEST = 4
"""Of the wrong options of a made question, which stand in the order of how likely they are."""
LEAST = 2
"""Options of any question."""
_TOLD_BY_PLACE = re.compile(
    r"以上|上述|都(?:是|不是|对|不对|正确|错)|全部|[A-DＡ-Ｄ][和、与及]?[A-DＡ-Ｄ]"
)
"""Options that speak of the others or of their letters: 以上都是, A和B."""


def pose(question: Question, random: Random) -> Posed | None:
    """The question with its options in the order of their letters, None when the reader may see too
    few of them to choose from."""
    match question.kind:
        case Kind.TYPED | Kind.TOGETHER:
            return Posed(question, ())
        case Kind.TRUTH:
            return Posed(question, question.choices)
        case Kind.CHOICE | Kind.SEVERAL:
            return _with_wrong_ones(question, random)
        case Kind.ORDER:
            return Posed(question, _out_of_order(question.choices, random))


def _with_wrong_ones(question: Question, random: Random) -> Posed | None:
    wrong = [one for one in question.choices if not one.is_right]
    if question.material is not None and question.kind is Kind.CHOICE:
        if len(wrong) < WRONG:
            return None
        wrong = random.sample(wrong[:_LIKELIEST], WRONG)
    # In questions that people made all options may be right.
    if not question.right or len(question.right) + len(wrong) < LEAST:
        return None
    shown = [*question.right, *wrong]
    if any(_TOLD_BY_PLACE.search(one.text) for one in shown):
        return Posed(question, tuple(sorted(shown, key=lambda one: one.position)))
    return Posed(question, tuple(random.sample(shown, len(shown))))


def _out_of_order(items: tuple[Option, ...], random: Random) -> tuple[Option, ...]:
    """The items shuffled, never as they should stand."""
    shuffled = tuple(random.sample(items, len(items)))
    return shuffled if shuffled != items else (*items[1:], items[0])
