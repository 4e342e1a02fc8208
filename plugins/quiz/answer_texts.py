"""What people read of the right answer to a question."""

from collections.abc import Sequence

from study.questions.question import Kind
from study.quiz.posed import Option, Question

LETTERS = "ABCDEFGHIJ"


def answer(one: Question, shown: Sequence[Option] = ()) -> str:
    """The right options with the letters under which they were `shown`, the right order, or the
    words themselves; where nothing was shown, without letters."""
    told, right = "、".join(one.answer), one.right
    match one.kind:
        case Kind.CHOICE:
            # Of “哪一项不属于” the answer is a stranger; told are the items that do belong.
            is_stranger = one.material is not None and right[0].text not in one.answer
            items = f"；原文的各项：{told}" if is_stranger else ""
            return f"{_letters(right, shown, '. ')}{right[0].text}{items}"
        case Kind.TRUTH:
            said = right[0].text
            return f"错，原文是“{told}”" if said == "错" and told != said else said
        case Kind.SEVERAL:
            ordered = [option for option in shown if option.is_right] or right
            return _behind(_letters(ordered, shown), "、".join(option.text for option in ordered))
        case Kind.ORDER:
            ordered = sorted(right, key=lambda option: option.position)
            return _behind(_letters(ordered, shown), "→".join(option.text for option in ordered))
        case _:
            return told or right[0].text


def _letters(options: Sequence[Option], shown: Sequence[Option], end: str = "") -> str:
    return "".join(LETTERS[shown.index(one)] for one in options) + end if shown else ""


def _behind(letters: str, words: str) -> str:
    return f"{letters}（{words}）" if letters else words
