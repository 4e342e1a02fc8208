"""Word documents (docx): every paragraph as Word shows it, tracked changes accepted."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from study.materials.errors import Unreadable, UnreadableFile
from study.materials.formats import numbering, package, properties, runs, styles
from study.materials.formats.paragraphs import Document, paragraph
from study.materials.formats.text import lines
from study.materials.formats.wordxml import W, value
from study.materials.source import Line, Source

_WRAPPERS = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")
)
_CELL_GAP = "　"
_CORE = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"


def read(data: bytes) -> Source:
    """The paragraphs of a document, without headers, footers, notes, comments and contents.

    Raises UnreadableFile (DAMAGED, ENCRYPTED, TOO_DEMANDING).
    """
    opened = package.open_package(data)
    top = package.related(opened, "")
    main = top.get("officeDocument", "/word/document.xml")
    root = package.part(opened, main)
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise UnreadableFile(Unreadable.DAMAGED)
    beside = package.related(opened, main)
    document = Document(
        styles.load(package.part(opened, beside.get("styles", "?"))),
        numbering.Counters(numbering.load(package.part(opened, beside.get("numbering", "?")))),
    )
    found = [*_blocks(document, body), *_last(document)]
    core = package.part(opened, top.get("core-properties", "?"))
    return Source(tuple(found), properties=_properties(core))


def _properties(core: Element | None) -> Mapping[str, str]:
    if core is None:
        return {}
    title, author = core.findtext(f"{_CORE}title"), core.findtext(f"{_CORE}creator")
    return properties.telling(title, author, core.findtext(f"{_TERMS}created"))


def _last(document: Document) -> Iterator[Line]:
    """What was to be joined to a paragraph that never came."""
    return (Line(line, whole=True) for line in lines(document.carried))


def _blocks(document: Document, parent: Element) -> Iterator[Line]:
    for block in _unwrapped(parent):
        if block.tag == f"{W}p":
            found, boxes = paragraph(document, block)
            yield from found
            for box in boxes:
                yield from _blocks(document, box)
        elif block.tag == f"{W}tbl":
            for row in _unwrapped(block):
                if row.tag == f"{W}tr" and value(row, "trPr/del") is None:
                    yield from _row(document, row)


def _unwrapped(parent: Element) -> Iterator[Element]:
    """The children, looked for also inside content controls and accepted changes."""
    for child in parent:
        if runs.alternative(child):
            choice = runs.chosen(child)
            yield from () if choice is None else _unwrapped(choice)
        elif child.tag not in _WRAPPERS:
            yield child
        elif value(child, "sdtPr/docPartObj/docPartGallery") != "Table of Contents":
            yield from _unwrapped(child)


def _row(document: Document, row: Element) -> Iterator[Line]:
    """A line for the row; but a cell alone in its row is a frame around ordinary paragraphs."""
    cells = [tuple(_blocks(document, cell)) for cell in _unwrapped(row) if cell.tag == f"{W}tc"]
    filled = [cell for cell in cells if any(line.text.strip() for line in cell)]
    if len(filled) == 1:
        yield from filled[0]
    elif filled:
        texts = (" ".join(filter(None, (line.text.strip() for line in cell))) for cell in filled)
        yield Line(_CELL_GAP.join(texts), whole=True)
