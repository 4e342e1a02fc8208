"""The XML parts of a workbook, read as a stream: a sheet as a tree takes a hundred megabytes."""

import posixpath
import zipfile
import zlib
from typing import NoReturn, Protocol
from xml.parsers import expat

from study.materials.errors import Unreadable, UnreadableFile
from study.materials.formats import package
from study.materials.formats.package import Package

_CHUNK = 64 * 1024


class Listener(Protocol):
    """Hears of the elements of a part as they come, by their names without prefix."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        ...

    def end(self, name: str) -> None:
        """An element is over."""
        ...

    def text(self, text: str) -> None:
        """Text, perhaps not all of it that stands together."""
        ...


def stream(opened: Package, path: str, listener: Listener) -> None:
    """Let `listener` hear the part at `path`; nothing, if there is no such part.

    Raises UnreadableFile (DAMAGED) as `package.part` does: also for a document type, without which
    there are no entities to expand and no files to look up.
    """
    entry = opened.names.get(posixpath.normpath(path).strip("/").lower())
    if entry is None:
        return
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, found: listener.start(_local(name), found)
    parser.EndElementHandler = lambda name: listener.end(_local(name))
    parser.CharacterDataHandler = listener.text
    parser.StartDoctypeDeclHandler = _refuse
    try:
        with opened.archive.open(entry) as file:
            while chunk := file.read(_CHUNK):
                parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except (zipfile.BadZipFile, zlib.error, expat.ExpatError, ValueError, EOFError) as error:
        raise UnreadableFile(Unreadable.DAMAGED) from error


def targets(opened: Package, path: str) -> dict[str, str]:
    """The paths of the parts that the part at `path` refers to, by the ids it has for them."""
    folder, file = posixpath.split(path)
    relations = package.part(opened, posixpath.join(folder, "_rels", f"{file}.rels"))
    return {
        one.get("Id", ""): posixpath.join("/", folder, one.get("Target", ""))
        for one in (() if relations is None else relations)
    }


def _local(name: str) -> str:
    """A name without its prefix: workbooks may have any, and two namespaces."""
    return name.rpartition(":")[2] if ":" in name else name


def _refuse(*_: object) -> NoReturn:
    raise UnreadableFile(Unreadable.DAMAGED)
