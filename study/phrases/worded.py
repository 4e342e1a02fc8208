"""A paragraph and its words."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from study.materials.paragraph import Paragraph


@dataclass(frozen=True, slots=True)
class Worded:
    """The text of paragraph `number`; `borders` are the ends of its words, ascending, from 0."""

    number: int
    text: str
    borders: list[int]

    def borders_within(self, start: int, finish: int) -> list[int]:
        """The word borders in `start` … `finish`, both included."""
        return self.borders[bisect_left(self.borders, start) : bisect_right(self.borders, finish)]


def worded(paragraph: Paragraph, words: Sequence[str]) -> Worded:
    """`paragraph` with `words`, its text cut in order and without loss."""
    borders = list(accumulate(map(len, words), initial=0))
    return Worded(paragraph.number, paragraph.text, borders)
