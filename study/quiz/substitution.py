"""What a question would say if a wrong choice were right."""

import re
from collections.abc import Iterator

from study.quiz.posed import Question
from study.quiz.question import Kind

BLANK = "____"
LEAST_CONTEXT = 4
"""Characters beside a piece by which one knows its place."""
MOST_CLAUSES = 4
_SIGN = r"[，。；：！？、,;:!?…—（）()《》\n]"


def substituted(question: Question) -> Iterator[str]:
    """What would stand in the library if something that is shown as wrong were right.

    For a cloze the words around the blank with each wrong choice in its place, for a changed
    statement the statement. Only for questions that were made from a material.
    """
    if question.material is None:
        return
    if question.kind is Kind.CHOICE and BLANK in question.stem:
        before, _, after = question.stem.partition(BLANK)
        for choice in question.choices:
            if not choice.is_right:
                yield in_context(before, choice.text, after)
    elif question.kind is Kind.TRUTH and question.stem not in question.quote:
        yield question.stem


def in_context(before: str, text: str, after: str) -> str:
    """`text` with the rest of its clause; where that is less than a few characters, as for an item
    of an enumeration, with the neighbouring clauses too."""
    left, right = _reversed_clauses(before), _clauses(after)
    reach = 1
    while len("".join(left[:reach] + right[:reach])) < LEAST_CONTEXT and reach <= MOST_CLAUSES:
        reach += 1
    return "".join(reversed(left[:reach])) + text + "".join(right[:reach])


def _clauses(text: str) -> list[str]:
    """A text after each of its signs: each piece begins with the sign before it."""
    return re.split(rf"(?={_SIGN})", text)


def _reversed_clauses(text: str) -> list[str]:
    """The same from the end: each piece ends with the sign behind it."""
    return re.split(rf"(?<={_SIGN})", text)[::-1]
