"""What a file says, before anybody has judged which of it is the speech."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a source.

    `heading` is the level the *format* itself gives (Markdown `#` = 1, Word "Title" = 1,
    "Heading 1" = 2 …), None where the format says nothing.
    `whole` is True where the format knows that a paragraph ends here (docx, Markdown) and
    False where a line end may be only a visual break (txt, pdf).
    """

    text: str
    heading: int | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """The lines of a file, in reading order, blank lines kept as empty ones.

    `charset` is the Python codec name a text file was decoded with, None for other formats.
    `properties` holds what the file says about itself (`title`, `date`, `author`), if anything.
    """

    lines: tuple[Line, ...]
    charset: str | None = None
    properties: Mapping[str, str] = field(default_factory=dict[str, str])
