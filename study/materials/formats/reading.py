"""From a file to its lines, whatever the format."""

import stat
from pathlib import Path

from study.materials.errors import Unreadable, UnreadableFile
from study.materials.formats import bounded, kinds, language, text
from study.materials.source import Source

_LARGEST = 20 * 1024 * 1024
# Markdown this short is parsed in two seconds at the very worst, and faster than a process starts.
_SMALL = 64 * 1024


def read(path: Path) -> Source:
    """The lines of a txt, md, docx or pdf file of at most 20 MB.

    Raises UnreadableFile, and nothing else, for whatever keeps the file from being read as
    Chinese text. Docx, pdf and long md files take up to five seconds, in a process of their own.
    """
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):  # Reading a pipe or a device could wait for ever.
            name = "文件夹" if stat.S_ISDIR(mode) else "特殊文件"
            raise UnreadableFile(Unreadable.UNSUPPORTED, name)
        kinds.kind_of(path.name)  # Files that are not taken anyway need not be read.
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except PermissionError as error:
        raise UnreadableFile(Unreadable.FORBIDDEN) from error
    except (OSError, ValueError) as error:  # ValueError: a name no file can have.
        raise UnreadableFile(Unreadable.ABSENT) from error
    return read_bytes(path.name, data)


def read_bytes(name: str, data: bytes) -> Source:
    """The same for the content of a file called `name`, whose ending tells the format."""
    kind = kinds.kind_of(name)
    if not data:
        raise UnreadableFile(Unreadable.EMPTY, kind)
    if len(data) > _LARGEST:
        raise UnreadableFile(Unreadable.TOO_LARGE, kind)
    kinds.check_content(kind, data)
    try:
        source = _parse(kind, data)
        _check_language(source, scanned=kind in (kinds.WORD, kinds.PDF))
    except UnreadableFile as error:
        raise UnreadableFile(error.reason, kind) from error
    return source


def _parse(kind: str, data: bytes) -> Source:
    if kind == kinds.TEXT:
        return text.read(data)
    if kind == kinds.MARKDOWN and len(data) <= _SMALL:
        from study.materials.formats import markdown  # Not needed in the child process for docx.

        return markdown.read(data)
    return bounded.read(kind, data)


def _check_language(source: Source, *, scanned: bool) -> None:
    """`scanned`: the format can hold pictures in place of text."""
    reason = language.missing("\n".join(line.text for line in source.lines))
    if reason is Unreadable.NO_TEXT and not scanned:
        reason = Unreadable.NOT_CHINESE
    if reason is not None:
        raise UnreadableFile(reason)
