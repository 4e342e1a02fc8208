"""Which format a file is in: its name says so, and its first bytes must not say otherwise."""

import re

from study.materials.errors import Unreadable, UnreadableFile

TEXT, MARKDOWN, WORD, PDF = "txt", "md", "docx", "pdf"
_ENDINGS = {"txt": TEXT, "md": MARKDOWN, "markdown": MARKDOWN, "docx": WORD, "pdf": PDF}
_LONGEST_ENDING = 12
_LOCK_FILE = re.compile(r"~\$|\.~")  # Word and WPS; LibreOffice.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BEGINNINGS = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"%PDF-", PDF),
    (b"{\\rtf", "rtf"),
)
# Readers of PDF look for its header in the first kilobyte.
_PDF_HEADER = 1024


def kind_of(name: str) -> str:
    """The format a file of this name should be in.

    Raises UnreadableFile (LOCK_FILE, OLD_WORD, UNSUPPORTED).
    """
    file = re.split(r"[/\\]", name)[-1]
    _, dot, ending = file.rpartition(".")
    ending = ending.strip().lower() if dot else ""
    shown = "".join(filter(str.isprintable, ending))[:_LONGEST_ENDING]
    if _LOCK_FILE.match(file):
        raise UnreadableFile(Unreadable.LOCK_FILE, shown)
    if ending in _ENDINGS:
        return _ENDINGS[ending]
    raise UnreadableFile(Unreadable.OLD_WORD if ending == "doc" else Unreadable.UNSUPPORTED, shown)


def check_content(kind: str, data: bytes) -> None:
    """Compare the beginning of `data` with the beginnings files of this kind have.

    Raises UnreadableFile: ENCRYPTED and OLD_WORD for what Word wraps in an OLE file,
    UNSUPPORTED for another format under a wrong name, DAMAGED for none at all.
    """
    if data.startswith(_OLE):
        # The names of the streams inside are in UTF-16.
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        raise UnreadableFile(Unreadable.ENCRYPTED if encrypted else Unreadable.OLD_WORD, kind)
    if kind == PDF and b"%PDF-" in data[:_PDF_HEADER]:
        return
    real = next((name for start, name in _BEGINNINGS if data.startswith(start)), "")
    if kind == WORD and real == "zip":
        return
    if real:
        # A .docx renamed to .txt is better told as what it was.
        real = WORD if real == "zip" and b"word/" in data else real
        raise UnreadableFile(Unreadable.UNSUPPORTED, f"内容是 {real} 的 {kind}")
    if kind in (WORD, PDF):
        raise UnreadableFile(Unreadable.DAMAGED, kind)
