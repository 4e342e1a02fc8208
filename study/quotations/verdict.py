"""What a check says: which parts of a quotation stand where, and how they differ."""

from dataclasses import dataclass
from enum import StrEnum

from study.materials.sentences import Span
from study.quotations.asked import ANYTHING, Asked


class Kind(StrEnum):
    """How a quotation or a part of it stands to its source."""

    SAME = "same"
    WORDING = "wording"
    """Some characters are others."""
    MISSING = "missing"
    """An item of an enumeration or a clause was left out."""
    EXTRA = "extra"
    """There is an item or a clause too many."""
    LEFT_OUT = "left out"
    """A longer stretch is gone that is no item or clause by itself."""
    ADDED = "added"
    """There is a longer stretch too many that is no item or clause by itself."""
    ORDER = "order"
    """Items or clauses changed places."""
    NUMERALS = "numerals"
    """Only numbers are written otherwise: 2020 for 二〇二〇."""
    OTHER_YEAR = "other year"
    """So it is worded in a material of another year."""
    STITCHED = "stitched"
    """Put together from several places; each part has a kind of its own."""
    UNSURE = "unsure"
    """Something near stands in the library; whether it is meant cannot be told."""
    NOT_FOUND = "not found"


class Form(StrEnum):
    """In what a part differs from its source without being another text."""

    EXACT = "exact"
    SIGNS = "signs"
    """In punctuation and blanks."""
    LETTERS = "letters"
    """In traditional characters, width or case; perhaps in signs too."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: paragraphs `first` to `last` of a material."""

    material: int
    title: str
    spoken_on: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Source:
    """Verbatim text of a material, whole clauses of it, with its place; a line for a paragraph."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """`quoted` of the quotation stands for `sourced` of the source's text; one of them may be
    empty. `elsewhere` has the quotation's wording, in a material of another year."""

    kind: Kind
    quoted: Span
    sourced: Span
    elsewhere: Source | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the quotation.

    `source` is None for what was not found. `similarity` (0 to 1) is the share of `quoted` that
    the source bears out. `rivals` are other sources that are equally near and worded otherwise:
    which one was meant cannot be told. `also` are all other places with the same text, oldest
    first. `elsewhere`: so it stands in that material, while another year was asked for, whose
    wording is `source`. `newer` is a similar passage of a later year that is worded otherwise.
    """

    kind: Kind
    quoted: Span
    form: Form = Form.EXACT
    source: Source | None = None
    similarity: float = 0.0
    differences: tuple[Difference, ...] = ()
    rivals: tuple[Source, ...] = ()
    also: tuple[Place, ...] = ()
    elsewhere: Source | None = None
    newer: Source | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The parts of the quotation in order; together they are all of it.

    `text` is what was taken as the quotation. It was said to be from `asked`; of that the library
    has nothing that the reader may read, unless `asked_found`.
    """

    parts: tuple[Part, ...]
    text: str = ""
    asked: Asked = ANYTHING
    asked_found: bool = True

    @property
    def kind(self) -> Kind:
        """The kind of the only part; of several parts, that they were put together."""
        return self.parts[0].kind if len(self.parts) == 1 else Kind.STITCHED

    @property
    def is_from_elsewhere(self) -> bool:
        """Whether all sources are other ones than was said, of which the library has some."""
        sources = [part.source.place for part in self.parts if part.source]
        is_other = not any(self.asked.means(one.title, one.spoken_on) for one in sources)
        return self.asked.is_said and self.asked_found and bool(sources) and is_other

    @property
    def is_found(self) -> bool:
        """Whether a source is named for any part of it."""
        return any(part.kind not in (Kind.NOT_FOUND, Kind.UNSURE) for part in self.parts)
