"""A bank on its way from the child process that read it."""

from typing import Any

from study.banks.bank import Bank, Recognised
from study.banks.errors import NoQuestions, TooManyQuestions, UnknownColumn
from study.banks.item import Item
from study.banks.problem import Fault, Problem
from study.banks.row import Place
from study.materials.errors import Unreadable, UnreadableFile
from study.questions.question import Choice, Kind

Json = dict[str, Any]


def of_bank(bank: Bank) -> Json:
    """A bank as JSON."""
    return {
        "items": [
            (_of_place(one.place), one.kind, one.stem, [(c.text, c.is_right) for c in one.choices],
             one.answer, one.explanation, one.written, one.for_members)
            for one in bank.items
        ],
        "problems": [(_of_place(one.place), one.fault, one.detail) for one in bank.problems],
        "columns": [(one.head, one.meaning) for one in bank.columns],
    }  # fmt: skip


def of_error(error: Exception) -> Json:
    """An error of `study.banks.reading.parse` as JSON."""
    match error:
        case UnreadableFile():
            return {"unreadable": error.reason}
        case TooManyQuestions():
            return {"bound": error.bound}
        case UnknownColumn():
            return {"column": error.said}
        case NoQuestions():
            return {"heads": error.heads}
        case _:
            raise error


def bank(said: Json, kind: str) -> Bank:
    """The bank, or the error that it ended in, raised."""
    match said:
        case {"unreadable": reason}:
            raise UnreadableFile(Unreadable(reason), kind)
        case {"bound": bound}:
            raise TooManyQuestions(bound)
        case {"column": column}:
            raise UnknownColumn(column)
        case {"heads": heads}:
            raise NoQuestions(tuple(heads))
        case _:
            return _bank(said)


def _bank(said: Json) -> Bank:
    items = tuple(
        Item(Place(*place), Kind(kind), stem, tuple(Choice(*one) for one in choices),
             tuple(answer), *rest)
        for place, kind, stem, choices, answer, *rest in said["items"]
    )  # fmt: skip
    problems = tuple(
        Problem(Place(*place), Fault(fault), detail) for place, fault, detail in said["problems"]
    )
    return Bank(items, problems, tuple(Recognised(*one) for one in said["columns"]))


def _of_place(place: Place) -> tuple[str, int, str]:
    return place.part, place.number, place.unit
