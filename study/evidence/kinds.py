"""What a content is, by its bytes: its name is somebody's word."""

import io
import re
import zipfile

from study.evidence.errors import Empty, Forbidden, TooLarge, UnknownKind
from study.evidence.piece import LARGEST_PIECE
from study.materials.errors import UnreadableFile
from study.materials.formats.charset import decode

PICTURES = ("jpeg", "png", "gif", "webp", "bmp")
_BEGINNINGS = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"BM", "bmp"),
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
)
_OFFICE = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xfe\xed\xfa", b"dex\n")
_SCRIPT = re.compile(
    r"\s*(?:<\?|<!doctype|<!--|<(?:html|head|body|script|svg|iframe|meta)\b|#!|@echo\s|\{\\rtf)"
    r"|(?s:.{0,4096}?)<(?:script|iframe|html|svg)\b",
    re.IGNORECASE,
)
_SCRIPT_ENDINGS = frozenset(
    "htm html xhtml mhtml svg xml js mjs vbs vbe ps1 bat cmd sh py pl rb php jsp asp hta reg url"
    " lnk wsf scr".split()
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 256 * 1024
_MOST_MEMBERS = 10_000


def kind_of(content: bytes, name: str) -> str:
    """The kind of a file: jpeg, png, gif, webp, bmp, pdf, zip, docx, xlsx, pptx, rar, 7z, mp4 or
    txt. Its name can only make a text a script. Raises Empty, TooLarge, Forbidden, UnknownKind."""
    check_size(content)
    kind = next((kind for mark, kind in _BEGINNINGS if content.startswith(mark)), "")
    if kind == "bmp" and int.from_bytes(content[6:10], "little"):
        kind = ""  # Four bytes that are always 0 in a picture: "BM" can begin a text.
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    if content[4:8] == b"ftyp":
        return "mp4"
    if kind == "zip":
        return _packed(content)
    return kind or _text(content, name)


def check_size(content: bytes) -> None:
    """Raises Empty, TooLarge."""
    if not content:
        raise Empty
    if len(content) > LARGEST_PIECE:
        raise TooLarge


def _packed(content: bytes) -> str:
    """zip, or the office format that the names in it tell; nothing is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = [member.filename for member in package.infolist()[:_MOST_MEMBERS]]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise UnknownKind from None
    if "[Content_Types].xml" not in names:
        return "zip"
    found = (kind for folder, kind in _OFFICE if any(name.startswith(folder) for name in names))
    return next(found, "zip")


def _text(content: bytes, name: str) -> str:
    if content.startswith(_PROGRAMS):
        raise Forbidden
    try:
        text, _ = decode(content[:_SAMPLE])
    except UnreadableFile:
        raise UnknownKind from None
    if _SCRIPT.match(text) or name.rpartition(".")[2].strip().casefold() in _SCRIPT_ENDINGS:
        raise Forbidden
    if _CONTROLS.search(text):
        raise UnknownKind
    return "txt"
