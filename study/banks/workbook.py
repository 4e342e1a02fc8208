"""Excel workbooks (xlsx): the cells of every sheet, as text.

Read here rather than by openpyxl, which takes twice the time, or by calamine, which lays out every
cell between the first and the last and dies of a lone one at the far end; neither tells 20% from
0.2.
"""

from collections.abc import Iterator

from study.banks.cells import Sheet, Strings
from study.banks.numbers import styles
from study.banks.parts import stream, targets
from study.banks.tables import Table, check_size
from study.materials.errors import Unreadable, UnreadableFile
from study.materials.formats import package
from study.materials.formats.package import Package


def read(data: bytes) -> tuple[Table, ...]:
    """The sheets of a workbook, in their order.

    Raises UnreadableFile (DAMAGED, ENCRYPTED, TOO_DEMANDING) and TooManyQuestions.
    """
    opened = package.open_package(data)
    book = package.related(opened, "").get("officeDocument", "/xl/workbook.xml")
    beside = package.related(opened, book)
    strings = Strings()
    stream(opened, beside.get("sharedStrings", "?"), strings)
    formats = styles(package.part(opened, beside.get("styles", "?")))
    tables: list[Table] = []
    for name, path in _sheets(opened, book):
        sheet = Sheet(strings.found, formats)
        stream(opened, path, sheet)
        tables.append(Table(name, tuple(sheet.rows)))
        check_size(sum(len(table.rows) for table in tables))
    return tuple(tables) if len(tables) > 1 else tuple(Table("", one.rows) for one in tables)


def _sheets(opened: Package, book: str) -> Iterator[tuple[str, str]]:
    """Name and path of every sheet."""
    root = package.part(opened, book)
    if root is None:
        raise UnreadableFile(Unreadable.DAMAGED)
    paths = targets(opened, book)
    for sheet in root.iter():
        if sheet.tag.rpartition("}")[2] == "sheet":
            relation = next((value for key, value in sheet.items() if key.endswith("}id")), "")
            yield sheet.get("name", ""), paths.get(relation, "?")
