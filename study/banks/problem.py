"""Why a question of a file is not taken in. What a person reads about it stands in `texts.py`."""

from dataclasses import dataclass
from enum import StrEnum

from study.banks.row import Place


class Fault(StrEnum):
    """What is wrong with a question."""

    NO_STEM = "no stem"
    LONG_STEM = "long stem"
    NO_ANSWER = "no answer"
    NO_OPTIONS = "no options"
    ONE_OPTION = "one option"
    MANY_OPTIONS = "many options"
    LONG_OPTION = "long option"
    SAME_OPTIONS = "same options"
    NO_SUCH_OPTION = "no such option"
    UNKNOWN_ANSWER = "unknown answer"
    ONLY_A_NUMBER = "only a number"
    ANSWERS_DIFFER = "answers differ"
    SEVERAL_ANSWERS = "several answers"
    NOT_ALL_IN_ORDER = "not all in order"
    NOT_TRUE_OR_FALSE = "not true or false"
    SEVERAL_BLANKS = "several blanks"
    NEEDS_A_PERSON = "needs a person"
    CONTRADICTS = "contradicts"
    ANSWERED_OTHERWISE = "answered otherwise"
    UNREADABLE_CELL = "unreadable cell"
    NO_QUESTION = "no question"
    UNKNOWN_KEYS = "unknown keys"


@dataclass(frozen=True, slots=True)
class Problem:
    """A question that is not taken in; `detail` are the words of the file that show why, or a
    number."""

    place: Place
    fault: Fault
    detail: str = ""


class Broken(Exception):
    """Raised while a row is understood."""

    def __init__(self, fault: Fault, detail: str = "") -> None:
        super().__init__(fault, detail)
        self.fault, self.detail = fault, detail
