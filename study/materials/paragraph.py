"""A paragraph of a material."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, verbatim. `number` counts from 1, headings too; `level` is 0 for body text,
    1 (largest) … 4 for headings."""

    number: int
    level: int
    text: str


def sections(paragraphs: Iterable[Paragraph]) -> Iterator[int]:
    """For each paragraph the number of the heading above it, 0 where there is none.

    A heading stands below the nearest one of a higher level.
    """
    above: list[Paragraph] = []
    for paragraph in paragraphs:
        while above and paragraph.level and above[-1].level >= paragraph.level:
            above.pop()
        yield above[-1].number if above else 0
        if paragraph.level:
            above.append(paragraph)
