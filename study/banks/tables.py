"""Rows of questions from a table with a head."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from study.banks import options
from study.banks.bank import Recognised
from study.banks.errors import TooManyQuestions
from study.banks.heads import Layout, Part, is_enough, is_letter, layout, recognised
from study.banks.problem import Problem
from study.banks.row import Labelled, Place, Row
from study.banks.tidy import tidy

MOST = 20_000
"""Questions of one file."""
WIDEST = 60
"""Columns of a table of questions; what stands further right is not looked at."""
_HEAD_WITHIN = 20
"""Rows from the top in which the head is looked for: titles and notes stand above it."""
UNREADABLE = "\ufffe"
"""A cell whose text the file does not keep, with what it keeps behind this sign; it can stand in no
text, Unicode has no such character."""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet or a table: its name ('' where there is only one), and its rows that are not empty,
    each with its number in the file."""

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Read:
    """The rows of a table, the columns that were recognised, and the heads that were found; between
    the rows those entries of a file that are none."""

    rows: tuple[Row | Problem, ...]
    columns: tuple[Recognised, ...]
    heads: tuple[str, ...]


def check_size(rows: int) -> None:
    """Raise TooManyQuestions for a table with more rows than questions and their head can take."""
    if rows > MOST + _HEAD_WITHIN:
        raise TooManyQuestions(MOST)


def read(table: Table, named: Mapping[str, str]) -> Read:
    """The questions of a table, none where no head is found; `named` as in `heads.layout`.

    A table without any head can be read where `named` says enough. Raises UnknownColumn.
    """
    for place, (_, cells) in enumerate(table.rows[:_HEAD_WITHIN]):
        heads = tuple(map(tidy, cells))
        if is_enough(layout(heads, {})) or _are_named(heads, named):
            found = layout(heads, named)
            rows = tuple(_rows(table.name, table.rows[place + 1 :], found, cells))
            return Read(rows, recognised(found, heads), heads)
    first = tuple(map(tidy, table.rows[0][1])) if table.rows else ()
    if named and table.rows:
        found = layout((), named)
        if is_enough(found):
            return Read(tuple(_rows(table.name, table.rows, found, ())), recognised(found, ()), ())
    return Read((), (), first)


def _are_named(heads: Sequence[str], named: Mapping[str, str]) -> bool:
    """Whether these are the heads that were named; columns may be named by letters too."""
    words = [column for column in named.values() if not is_letter(column)]
    return bool(words) and all(word in heads for word in words) and is_enough(layout(heads, named))


def _rows(
    part: str,
    rows: Iterable[tuple[int, tuple[str, ...]]],
    found: Layout,
    head: Sequence[str],
) -> Iterator[Row]:
    for number, cells in rows:
        if cells != head and any(place < len(cells) and cells[place].strip() for place in found):
            yield _row(Place(part, number, "行"), cells, found)


def _row(place: Place, cells: Sequence[str], found: Layout) -> Row:
    said: dict[Part, list[str]] = {part: [] for part in Part}
    single: list[Labelled] = []
    for column in sorted(found):
        text, meaning = (cells[column] if column < len(cells) else ""), found[column]
        if meaning.label:
            words = tidy(options.without_label(text, meaning.label))
            single.append(Labelled(meaning.label, words))
        else:
            said[meaning.part].append(text)
    packed = options.unpacked("\n".join(said[Part.OPTIONS]))
    broken = [cells[column] for column in found if column < len(cells)]
    return Row(
        place,
        stem="".join(said[Part.STEM]),
        options=tuple(single) or packed,
        answers=tuple(said[Part.ANSWER]),
        kind="".join(said[Part.KIND]),
        explanation="".join(said[Part.EXPLANATION]),
        members="".join(said[Part.MEMBERS]),
        unreadable=next((cell[1:] for cell in broken if cell.startswith(UNREADABLE)), ""),
    )
