"""Small files of every format, made in memory for the tests."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_CORPUS = Path(__file__).parents[3].parent / "shared" / "corpus"


def fixtures(folder: str) -> Path:
    """A folder of real files; the test is skipped where they are not at hand."""
    path = _CORPUS / "fixtures" / folder
    if not path.is_dir():
        pytest.skip(f"no real files to read: {path} is absent")
    return path


def zipped(parts: Mapping[str, str | bytes], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", packed) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx_of(document: str | bytes, /, **parts: str) -> bytes:
    """A package whose main part is `document`; more parts by their relation (styles="…")."""
    return zipped(_package(document, parts))


def unpacked_docx_of(document: str) -> bytes:
    """The same without compression, so that its size gives no warning."""
    return zipped(_package(document, {}), zipfile.ZIP_STORED)


def _package(document: str | bytes, parts: Mapping[str, str]) -> dict[str, str | bytes]:
    related = "".join(_relation(kind, f"{kind}.xml") for kind in parts)
    top = _relation("officeDocument", "word/document.xml") + _relation(
        "metadata/core-properties", "docProps/core.xml"
    )
    return {
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">{top}</Relationships>',
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{_RELATIONS}">{related}</Relationships>'
        ),
        "word/document.xml": document,
        **{f"word/{kind}.xml": content for kind, content in parts.items()},
    }


def _relation(kind: str, target: str) -> str:
    return f'<Relationship Id="r{kind}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def body(content: str) -> str:
    return f"<w:document {_NAMESPACES}><w:body>{content}</w:body></w:document>"


def part(name: str, content: str) -> str:
    return f"<w:{name} {_NAMESPACES}>{content}</w:{name}>"


def p(content: str, settings: str = "") -> str:
    """A paragraph: plain text, or the XML of its runs."""
    runs = content if content.startswith("<") else f"<w:r><w:t>{content}</w:t></w:r>"
    return f"<w:p><w:pPr>{settings}</w:pPr>{runs}</w:p>"


def pdf_of(pages: Iterable[Iterable[str]], info: str = "", size: int = 20) -> bytes:
    """A PDF whose pages show these lines in a Chinese font that is not embedded."""
    pages = [list(page) for page in pages]
    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H"
        "/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>]>>",
        f"<<{info}>>",
    ]
    for i, page in enumerate(pages):
        objects.append(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]"
            f"/Resources<</Font<</F1 3 0 R>>>>/Contents {6 + 2 * i} 0 R>>"
        )
        shown = "".join(
            f"1 0 0 1 40 {760 - (size + 10) * row} Tm <{line.encode('utf-16-be').hex()}> Tj\n"
            for row, line in enumerate(page)
        )
        stream = f"BT /F1 {size} Tf\n{shown}ET"
        objects.append(f"<</Length {len(stream)}>>\nstream\n{stream}\nendstream")
    return _assembled(objects)


def _assembled(objects: list[str]) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    tail = (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R/Info 4 0 R>>"
    )
    return data + f"{tail}\nstartxref\n{len(data)}\n%%EOF\n".encode()
