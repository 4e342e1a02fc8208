"""What a content is, by its bytes: its name is somebody's word."""

import re
from itertools import islice

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
_OFFICE = ((b"word/", "docx"), (b"xl/", "xlsx"), (b"ppt/", "pptx"))
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
_END = b"PK\x05\x06"
_MEMBER = re.compile(rb"PK\x01\x02.{24}(?P<length>..).{16}", re.DOTALL)
"""One entry of a package's directory, up to its name."""
_LONGEST_NAME = 32
"""Bytes that tell the names of documents."""


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
    """zip, or the office format that the names in it tell; nothing is unpacked, and of a directory
    no more is read than a document has."""
    end = content.rfind(_END)
    if end < 0:
        raise UnknownKind
    start = int.from_bytes(content[end + 16 : end + 20], "little")
    members = islice(_MEMBER.finditer(content, start), _MOST_MEMBERS)
    names = [_name(content, member) for member in members]
    if b"[Content_Types].xml" not in names:
        return "zip"
    found = (kind for folder, kind in _OFFICE if any(name.startswith(folder) for name in names))
    return next(found, "zip")


def _name(content: bytes, member: re.Match[bytes]) -> bytes:
    length = int.from_bytes(member["length"], "little")
    return content[member.end() : member.end() + min(length, _LONGEST_NAME)]


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
