"""Neighbouring paragraphs of one material, in which a quotation may stand."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from study.quotations.asked import Asked


@dataclass(frozen=True, slots=True)
class Stretch:
    """The paragraphs `first` and following of a material, verbatim. Dates as in
    `study.materials.dates`."""

    material: int
    title: str
    spoken_on: str
    first: int
    paragraphs: tuple[str, ...]

    @property
    def year(self) -> str:
        """The year it was spoken in, '' when the source does not say."""
        return self.spoken_on[:4]

    def is_meant(self, asked: Asked) -> bool:
        """Whether somebody who asks so means this material."""
        return asked.means(self.title, self.spoken_on)


class Range(NamedTuple):
    """Paragraphs `first` to `last` of a material; there need not be as many."""

    material: int
    first: int
    last: int


def ranges(found: Iterable[Range], gap: int) -> list[Range]:
    """The ranges in order, those of a material that lie no more than `gap` apart as one."""
    joined: list[Range] = []
    for one in sorted(found):
        before = joined[-1] if joined else None
        if before and before.material == one.material and one.first - before.last <= gap + 1:
            joined[-1] = before._replace(last=max(before.last, one.last))
        else:
            joined.append(one)
    return joined


def stretches(paragraphs: Iterable[Stretch]) -> list[Stretch]:
    """Stretches of one paragraph each, in any order and repeatedly, as the longest that they
    are parts of."""
    single = {(one.material, one.first): one for one in paragraphs}
    ordered = [single[key] for key in sorted(single)]
    neighbours = groupby(
        enumerate(ordered), lambda pair: (pair[1].material, pair[1].first - pair[0])
    )
    return [_joined([one for _, one in group]) for _, group in neighbours]


def _joined(run: list[Stretch]) -> Stretch:
    return replace(run[0], paragraphs=tuple(one.paragraphs[0] for one in run))
