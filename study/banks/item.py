"""A question of a bank that can be asked."""

from dataclasses import dataclass

from study.banks.row import Place
from study.questions.question import Choice, Kind


@dataclass(frozen=True, slots=True)
class Item:
    """A question as it will be asked; see `study.questions.question.Made`.

    `explanation` is what the bank says about the answer ('' for nothing), `written` the stem as it
    stands in the file, `for_members` whether the file keeps it for members.
    """

    place: Place
    kind: Kind
    stem: str
    choices: tuple[Choice, ...]
    answer: tuple[str, ...]
    explanation: str
    written: str
    for_members: bool
