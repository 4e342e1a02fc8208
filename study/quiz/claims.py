"""What a question calls wrong, in words that can be looked for."""

from collections.abc import Iterator

from study.questions.question import Kind
from study.questions.substitution import BLANK, in_context
from study.quiz.posed import Question


def false_claims(question: Question) -> Iterator[str]:
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
