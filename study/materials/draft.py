"""A source as the library would take it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePath

from study.materials.cleaning import clean
from study.materials.dates import find_date
from study.materials.errors import NotASpeech
from study.materials.excerpts import Excerpt, excerpts
from study.materials.front import Front
from study.materials.layout import Cut
from study.materials.likeness import Identity, identity
from study.materials.outline import outline
from study.materials.paragraph import Paragraph
from study.materials.source import Source

_LEAST_PROSE = 20
"""Characters of body text that a material has at least."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything the library keeps of one source, worked out and not yet stored.

    `titled_by_file` is True when the text names no title and the file's name had to serve.
    """

    name: str
    front: Front
    titled_by_file: bool
    paragraphs: list[Paragraph]
    excerpts: list[Excerpt]
    cuts: list[Cut]
    identity: Identity

    @property
    def characters(self) -> int:
        """Characters of all paragraphs."""
        return sum(len(paragraph.text) for paragraph in self.paragraphs)

    @property
    def sections(self) -> int:
        """How many headings there are."""
        return sum(paragraph.level > 0 for paragraph in self.paragraphs)


def draft(name: str, source: Source, noise: Iterable[str] = ()) -> Draft:
    """Work out a material from `source`; `name` is its file name.

    Raises NotASpeech when next to no prose is left after cleaning.
    """
    cleaned = clean(source, noise)
    paragraphs = outline(cleaned.rows)
    if sum(len(part.text) for part in paragraphs if part.level == 0) < _LEAST_PROSE:
        raise NotASpeech
    return Draft(
        name=name,
        front=_completed(cleaned.front, source, name),
        titled_by_file=not (cleaned.front.title or source.properties.get("title")),
        paragraphs=paragraphs,
        excerpts=excerpts(paragraphs),
        cuts=cleaned.cuts,
        identity=identity(paragraph.text for paragraph in paragraphs),
    )


def _completed(front: Front, source: Source, name: str) -> Front:
    """What the text does not say, from what the file says about itself, then from its name."""
    stem = PurePath(name).stem
    said = source.properties
    return replace(
        front,
        title=front.title or said.get("title", "") or stem,
        speaker=front.speaker or said.get("author", ""),
        spoken_on=front.spoken_on or find_date(said.get("date", "")) or _date_in_name(stem),
    )


def _date_in_name(stem: str) -> str:
    return find_date(stem) or (stem if stem.isdecimal() and "1900" <= stem <= "2100" else "")
