"""PDF files: the text of every page in reading order, without running headers and footers."""

# pypdfium2 brings no types of its own.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false

import re
import unicodedata

import pypdfium2 as pdfium
from pypdfium2 import raw

from study.materials.errors import Unreadable, UnreadableFile
from study.materials.formats import properties
from study.materials.formats.running import without_running
from study.materials.formats.text import lines
from study.materials.source import Line, Source

_LOCKED = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
# Readers look for the end in the last kilobyte; a little rubbish after it is common.
_TAIL = 4096
_ENDS = (b"startxref", b"%%EOF")
_UNREADABLE_SHARE = 0.2
_MEANINGLESS = re.compile("[\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")
_NO_CHARACTERS = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# Fonts often name a character by its look-alike among the radicals: ⼀ for 一.
_LOOK_ALIKE = re.compile("[\u2e80-\u2fd5\uf900-\ufaff]")


def read(data: bytes) -> Source:
    """The lines of a PDF file, with an empty one between pages.

    Raises UnreadableFile: ENCRYPTED (needs a password), DAMAGED (also where the end of the file
    is missing), NO_TEXT (scans, and fonts that do not tell their characters).
    """
    tail = data.rstrip(b"\0\r\n\t ")[-_TAIL:]
    if not any(end in tail for end in _ENDS):
        raise UnreadableFile(Unreadable.DAMAGED)
    try:
        document = pdfium.PdfDocument(data)
        pages = [lines(_clean(_text(document, i))) for i in range(len(document))]
        about = properties.telling(
            document.get_metadata_value("Title"),
            document.get_metadata_value("Author"),
            document.get_metadata_value("CreationDate"),
        )
    except pdfium.PdfiumError as error:
        locked = error.err_code in _LOCKED
        raise UnreadableFile(Unreadable.ENCRYPTED if locked else Unreadable.DAMAGED) from error
    found = without_running([_trimmed(page) for page in pages])
    if _senseless("".join(line for page in found for line in page)):
        raise UnreadableFile(Unreadable.NO_TEXT)
    joined = [line for page in found for line in (*page, "")]
    return Source(tuple(map(Line, joined[:-1])), properties=about)


def _text(document: pdfium.PdfDocument, index: int) -> str:
    page = document.get_page(index)
    text = page.get_textpage().get_text_bounded()
    page.close()  # With its text: a long document would else be in memory as a whole.
    return text


def _clean(text: str) -> str:
    text = _NO_CHARACTERS.sub("", text)
    return _LOOK_ALIKE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)


def _trimmed(page: list[str]) -> list[str]:
    """Without empty lines at either end."""
    start, end = 0, len(page)
    while start < end and not page[start].strip():
        start += 1
    while end > start and not page[end - 1].strip():
        end -= 1
    return page[start:end]


def _senseless(text: str) -> bool:
    return len(_MEANINGLESS.findall(text)) > _UNREADABLE_SHARE * len(text)
