"""Word documents with questions: numbered in running text, or in tables."""

from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element

from study.banks import numbered, tables
from study.banks.tables import Read, Table
from study.materials.errors import Unreadable, UnreadableFile
from study.materials.formats import numbering, package, runs, styles
from study.materials.formats.paragraphs import Document, paragraph
from study.materials.formats.wordxml import W


def read(data: bytes, named: Mapping[str, str]) -> Read:
    """The questions of a document: of its tables that have a head, and of all other text.

    Raises UnreadableFile (DAMAGED, ENCRYPTED, TOO_DEMANDING) and UnknownColumn.
    """
    document, body = _opened(data)
    lines: list[str] = []
    found: list[Read] = []
    count = 0
    for block in _blocks(body):
        if block.tag == f"{W}p":
            lines += _lines(document, block)
            continue
        count += 1
        cells = _cells(document, block)
        table = tables.read(Table(f"第{count}个表格", tuple(enumerate(cells, 1))), named)
        if table.columns:
            found.append(table)
        else:
            lines += [line for row in cells for cell in row for line in cell.split("\n")]
    text = tuple(numbered.rows(enumerate(lines, 1), "段"))
    rows = tuple(row for one in found for row in one.rows)
    columns = tuple(dict.fromkeys(column for one in found for column in one.columns))
    return Read((*text, *rows), columns, ())


def _opened(data: bytes) -> tuple[Document, Element]:
    opened = package.open_package(data)
    main = package.related(opened, "").get("officeDocument", "/word/document.xml")
    root = package.part(opened, main)
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise UnreadableFile(Unreadable.DAMAGED)
    beside = package.related(opened, main)
    document = Document(
        styles.load(package.part(opened, beside.get("styles", "?"))),
        numbering.Counters(numbering.load(package.part(opened, beside.get("numbering", "?")))),
    )
    return document, body


def _blocks(parent: Element) -> Iterator[Element]:
    """Paragraphs and tables, looked for also inside content controls and accepted changes."""
    for child in parent:
        if runs.alternative(child):
            choice = runs.chosen(child)
            yield from () if choice is None else _blocks(choice)
        elif child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag not in runs.LEFT_OUT:
            yield from _blocks(child)


def _lines(document: Document, element: Element) -> Iterable[str]:
    found, boxes = paragraph(document, element)
    yield from (line.text for line in found)
    for box in boxes:
        for block in _blocks(box):
            yield from _lines(document, block) if block.tag == f"{W}p" else ()


def _cells(document: Document, table: Element) -> list[tuple[str, ...]]:
    """The cells of a table, row by row, as text; of a table in a cell the text too."""
    return [
        tuple(
            "\n".join(
                line for block in cell.iter(f"{W}p") for line in _lines(document, block)
            ).strip()
            for cell in row
            if cell.tag == f"{W}tc"
        )
        for row in table
        if row.tag == f"{W}tr"
    ]
