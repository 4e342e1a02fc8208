"""The zip package around a Word document: checked for bombs, its parts read as safe XML."""

import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from study.materials.errors import Unreadable, UnreadableFile

_LARGEST = 100 * 1024 * 1024
_MOST_ENTRIES = 2_000
_STEEPEST = 200
_STEEPEST_FROM = 1024 * 1024
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True, slots=True)
class Package:
    """An opened package; part names are looked up as Word does, without regard to case."""

    archive: zipfile.ZipFile
    names: Mapping[str, str]


def open_package(data: bytes) -> Package:
    """Open a zip file without unpacking anything yet.

    Raises UnreadableFile: DAMAGED, ENCRYPTED (a password on the zip itself), TOO_DEMANDING for
    more than 100 MB, 2,000 entries or an entry over 1 MB that is packed 200 times smaller.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise UnreadableFile(Unreadable.DAMAGED) from error
    entries = archive.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableFile(Unreadable.ENCRYPTED)
    steep = any(
        entry.file_size > max(_STEEPEST_FROM, _STEEPEST * entry.compress_size) for entry in entries
    )
    if steep or len(entries) > _MOST_ENTRIES or sum(e.file_size for e in entries) > _LARGEST:
        raise UnreadableFile(Unreadable.TOO_DEMANDING)
    return Package(archive, {_key(entry.filename): entry.filename for entry in entries})


def part(package: Package, name: str) -> Element | None:
    """The root of an XML part, None if the package has no such part.

    Raises UnreadableFile (DAMAGED) if it is no well-formed XML or declares a document type: Word
    never writes one, and without it there are no entities to expand and no files to look up.
    """
    entry = package.names.get(_key(name))
    if entry is None:
        return None
    try:
        data = package.archive.read(entry).replace(_STRICT, _TRANSITIONAL)
        parser = ElementTree.XMLParser(target=_Builder())  # noqa: S314 - see _Builder
        parser.feed(data)
        return parser.close()
    except (zipfile.BadZipFile, zlib.error, ElementTree.ParseError, ValueError) as error:
        raise UnreadableFile(Unreadable.DAMAGED) from error


class _Builder(ElementTree.TreeBuilder):
    """Builds the tree, but stops at a document type before anything in it is read."""

    def doctype(self, *_: object) -> None:
        raise UnreadableFile(Unreadable.DAMAGED)


def related(package: Package, name: str) -> dict[str, str]:
    """The parts a part refers to, by the last word of their relation: {"styles": "word/…"}.

    The relations of the package itself are those of the part "".
    """
    folder, file = posixpath.split(name)
    relations = part(package, posixpath.join(folder, "_rels", f"{file}.rels"))
    found: dict[str, str] = {}
    for relation in () if relations is None else relations:
        if relation.get("TargetMode") != "External":
            kind = relation.get("Type", "").rpartition("/")[2]
            found.setdefault(kind, posixpath.join("/", folder, relation.get("Target", "")))
    return found


def _key(name: str) -> str:
    return posixpath.normpath("/" + name.replace("\\", "/")).lstrip("/").lower()
