"""A question of the library as it goes into a file."""

import hashlib
from collections.abc import Sequence

from study.banks.options import LETTERS
from study.banks.understanding import MOST_OPTIONS
from study.materials.citation import cited
from study.questions.question import Kind
from study.quiz.posed import Option, Question

_WRONG = 3
"""Wrong options of a made question: it may keep more than are shown at once."""


def options(question: Question) -> tuple[Option, ...]:
    """What stands below the stem: all options of a bank's question in their order, of a made one
    the right ones and some wrong ones, mixed but always in the same way."""
    if question.kind in (Kind.TRUTH, Kind.TYPED):
        return ()
    if question.kind in (Kind.ORDER, Kind.TOGETHER):
        return question.choices[:MOST_OPTIONS]
    if question.material is None:
        return question.choices
    wrong = [one for one in question.choices if not one.is_right]
    most = _WRONG if question.kind is Kind.CHOICE else MOST_OPTIONS - len(question.right)
    return tuple(sorted([*question.right, *wrong[:most]], key=_mixed))


def on_card(question: Question) -> tuple[Option, ...]:
    """The same where they must not be the answer by their order: items to be put in order are
    mixed, items to be named are not shown."""
    if question.kind is Kind.TOGETHER:
        return ()
    shown = options(question)
    return tuple(sorted(shown, key=_mixed)) if question.kind is Kind.ORDER else shown


def letters(shown: Sequence[Option]) -> str:
    """The letters of the right ones among the options that are shown."""
    lettered = zip(LETTERS, shown, strict=False)
    return "".join(letter for letter, one in lettered if one.is_right)


def answer(question: Question, shown: Sequence[Option]) -> str:
    """The right answer: 对 or 错, letters, or what may be typed."""
    return letters(shown) or "；".join(one.text for one in question.right)


def source(question: Question) -> str:
    """Where a question is from."""
    if question.material is None:
        return f"题库：{question.bank}"
    return cited(question.title, question.spoken_on, question.material, question.paragraph or 0)


def _mixed(one: Option) -> bytes:
    return hashlib.sha256(one.text.encode()).digest()
