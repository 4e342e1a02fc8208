"""From a file to its questions, whatever the format."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from study.banks import document, nested, separated, tables, workbook
from study.banks.bank import Bank, Recognised
from study.banks.claims import Claimed, Claims, claimed
from study.banks.errors import NoQuestions, TooManyQuestions
from study.banks.item import Item
from study.banks.problem import Fault, Problem
from study.banks.row import Row
from study.banks.tables import MOST, Read, Table
from study.banks.understanding import understood
from study.questions.identity import asked


def parse(kind: str, data: bytes, named: Mapping[str, str]) -> Bank:
    """The questions of a file of this kind (xlsx, csv, json, docx), what cannot be asked explained.

    `named` says by which columns some meanings go, as in `heads.layout`. Raises UnreadableFile,
    NoQuestions, TooManyQuestions and UnknownColumn.
    """
    read = _read(kind, data, named)
    if all(_is_foreign(one) for one in read.rows):
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


def _is_foreign(one: Row | Problem) -> bool:
    """Whether an entry is of another kind of file, as its keys tell."""
    return isinstance(one, Problem) and one.fault is Fault.UNKNOWN_KEYS


def _judged(rows: tuple[Row | Problem, ...], columns: tuple[Recognised, ...]) -> Bank:
    found = [understood(one) if isinstance(one, Row) else one for one in rows]
    judged = _without_contradictions(found)
    items = tuple(one for one in judged if isinstance(one, Item))
    return Bank(items, tuple(one for one in judged if isinstance(one, Problem)), columns)


def _without_contradictions(found: Sequence[Item | Problem]) -> list[Item | Problem]:
    """What the file asks more than once with different answers becomes a problem: nobody knows
    which of them is right."""
    stems = Counter(asked(one.stem) for one in found if isinstance(one, Item))
    again = [one for one in found if isinstance(one, Item) and stems[asked(one.stem)] > 1]
    claims = Claims()
    for one in again:
        claims.add(_claimed(one), one.stem)
    wrong = {one.place for one in again if claims.against(_claimed(one)) is not None}
    return [
        Problem(one.place, Fault.CONTRADICTS, one.stem)
        if isinstance(one, Item) and one.place in wrong
        else one
        for one in found
    ]


def _claimed(one: Item) -> Claimed:
    return claimed(one.kind, one.stem, one.choices)
