"""Whether an answer is right."""

from study.questions.question import Kind
from study.quiz.posed import Posed, Question
from study.search.folding import fold
from study.search.numbers import other_spellings


def is_right(posed: Posed, given: tuple[int, ...] | str) -> bool:
    """Whether choices (their numbers, in the order in which they were named) or words are right.

    Of several that are right all must be named and no other, items to be put in order in the
    order of the source; of an enumeration any item is.
    """
    if isinstance(given, str):
        return says(given, posed.question)
    right = [option for option in posed.options if option.is_right]
    match posed.question.kind:
        case Kind.ORDER:
            ordered = sorted(right, key=lambda option: option.position)
            return given == tuple(option.number for option in ordered)
        case Kind.SEVERAL:
            return set(given) == {option.number for option in right}
        case _:
            return set(given) <= {choice.number for choice in posed.question.right}


def says(text: str, question: Question) -> bool:
    """Whether `text` is one of the wordings that fill a question's blank: width, script, signs and
    的 aside, with numbers as digits or in words.

    >>> says("“14五”规划", question)  # whose blank is 十四五规划
    True
    """
    spoken = _spellings(text)
    return any(spoken & _spellings(choice.text) for choice in question.right)


def _spellings(text: str) -> set[str]:
    folded = fold(text).replace("的", "") or fold(text)
    return {folded, *other_spellings(folded)} - {""}
