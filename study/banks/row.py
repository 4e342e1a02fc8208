"""A question as it stands in a file, before anybody has judged whether it can be asked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file: `number` counts from 1 in `unit` (行, 题), in the sheet or
    chapter `part` ('' where the file has only one)."""

    part: str
    number: int
    unit: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """An option with the letter or number it is called by."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """The parts of a question, verbatim; '' for one that is not there.

    `answers` has one value for each column that gives an answer, `kind` are the words in which the
    file names the kind of question, `members` those in which it says whether only members get it.
    `unreadable` names a cell whose text a file does not keep.
    """

    place: Place
    stem: str
    options: tuple[Labelled, ...]
    answers: tuple[str, ...]
    kind: str = ""
    explanation: str = ""
    members: str = ""
    unreadable: str = ""
