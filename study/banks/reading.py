"""From a file to its questions, whatever the format."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from study.banks import document, nested, separated, tables, workbook
from study.banks.bank import Bank, Recognised
from study.banks.errors import NoQuestions, TooManyQuestions
from study.banks.item import Item
from study.banks.problem import Fault, Problem
from study.banks.row import Row
from study.banks.tables import MOST, Read, Table
from study.banks.tidy import plain
from study.banks.understanding import understood


def parse(kind: str, data: bytes, named: Mapping[str, str]) -> Bank:
    """The questions of a file of this kind (xlsx, csv, json, docx), what cannot be asked explained.

    `named` says by which columns some meanings go, as in `heads.layout`. Raises UnreadableFile,
    NoQuestions, TooManyQuestions and UnknownColumn.
    """
    read = _read(kind, data, named)
    if not read.rows:
        raise NoQuestions(tuple(filter(None, read.heads)))
    if len(read.rows) > MOST:
        raise TooManyQuestions(MOST)
    return _judged(read.rows, read.columns)


def _read(kind: str, data: bytes, named: Mapping[str, str]) -> Read:
    match kind:
        case "xlsx":
            return _together(workbook.read(data), named)
        case "csv":
            return _together(separated.read(data), named)
        case "json":
            return nested.read(data, named)
        case _:
            return document.read(data, named)


def _together(found: Iterable[Table], named: Mapping[str, str]) -> Read:
    """The questions of all tables."""
    read = [tables.read(table, named) for table in found]
    rows = tuple(row for one in read for row in one.rows)
    columns = tuple(dict.fromkeys(column for one in read for column in one.columns))
    heads = next((one.heads for one in read if one.heads), ())
    return Read(rows, columns, heads)


def _judged(rows: tuple[Row, ...], columns: tuple[Recognised, ...]) -> Bank:
    found = [understood(row) for row in rows]
    judged = _without_contradictions(found)
    items = tuple(one for one in judged if isinstance(one, Item))
    return Bank(items, tuple(one for one in judged if isinstance(one, Problem)), columns)


def _without_contradictions(found: Sequence[Item | Problem]) -> list[Item | Problem]:
    """What the file asks more than once with different answers becomes a problem: nobody knows
    which of them is right."""
    stems = Counter(plain(one.stem) for one in found if isinstance(one, Item))
    answers: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    again = [one for one in found if isinstance(one, Item) and stems[plain(one.stem)] > 1]
    for one in again:
        answers.setdefault(_asked(one), set()).add(_answer(one))
    wrong = {one.place for one in again if len(answers[_asked(one)]) > 1}
    return [
        Problem(one.place, Fault.CONTRADICTS, one.stem)
        if isinstance(one, Item) and one.place in wrong
        else one
        for one in found
    ]


def _asked(one: Item) -> tuple[str, ...]:
    """What is asked: the stem and what one may choose from."""
    return (one.kind, plain(one.stem), *sorted(plain(choice.text) for choice in one.choices))


def _answer(one: Item) -> tuple[str, ...]:
    return tuple(sorted(plain(text) for text in one.answer))
