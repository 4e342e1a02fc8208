"""A paragraph of a material."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, verbatim. `number` counts from 1, headings too; `level` is 0 for body text,
    1 (largest) … 4 for headings."""

    number: int
    level: int
    text: str
