"""Checking a quotation: which parts stand where, and how they differ from their sources."""

import asyncio
from collections.abc import Generator, Sequence
from dataclasses import dataclass

from study.quotations.comparison import Comparison, Outcome
from study.quotations.pieces import MOST, SIZES, pieces, some_pairs
from study.quotations.quotation import quotation
from study.quotations.stretch import Range, ranges, stretches
from study.quotations.verdict import Verdict
from study.services.reader import Reader
from study.storage import passages
from study.storage.database import Database

_VERBATIM = 200
"""Paragraphs in which the whole quotation is looked for, the newest."""
_NEAREST = 40
"""Paragraphs that one search by pieces gives."""
_FEW = 8
"""Pieces of a quotation that was found as it is: other wordings of it are only mentioned."""
_REACH = 1
"""Paragraphs taken in before and behind: a few characters of them may be quoted too."""
_WITH_NEIGHBOURS = 10
"""Paragraphs, the nearest, for which this is done when a quotation is one line."""
_GAP = 100
"""For so many characters of a quotation one paragraph of it may go unfound between others."""
_TEXTS = 6
"""Unexplained parts that are looked for by themselves."""


async def check(database: Database, reader: Reader, text: str, asked: str = "") -> Verdict:
    """What is right and what is not in a quotation, by what `reader` may read.

    `asked` is the year or title that it is said to be from, '' when nothing is said. Raises
    TooShort and TooLong of `study.quotations`.
    """
    quoted = quotation(text)
    search = _Search(
        database, reader, Comparison(quoted), asked, "\n" in text.strip(), len(text) // _GAP
    )
    await search.verbatim(quoted.folded)
    outcome = await search.alike([quoted.folded], SIZES[0])
    for size in SIZES[1:]:
        if not outcome.unexplained:
            break
        outcome = await search.alike(outcome.unexplained, size)
        if outcome.verdict.is_found:
            break
    return outcome.verdict


@dataclass(frozen=True, slots=True)
class _Search:
    """Rounds of looking for a quotation, what they find gathered in `comparison`.

    `has_lines` says that the quotation was sent in several lines: it is of several paragraphs.
    `gap` paragraphs between two that were found may be part of it though no piece is in them.
    """

    database: Database
    reader: Reader
    comparison: Comparison
    asked: str
    has_lines: bool
    gap: int

    async def verbatim(self, folded: str) -> None:
        """Find the newest paragraphs that may have the whole quotation."""
        for asked in dict.fromkeys(["", self.asked]):
            await self._take_in([folded], asked, limit=_VERBATIM, reach=0)

    async def alike(self, texts: Sequence[str], size: int) -> Outcome:
        """The outcome with what has most pieces of each of `texts`."""
        texts = texts[:_TEXTS]
        for text in texts:
            most = _FEW if self.comparison.is_whole else MOST // len(texts)
            for asked in dict.fromkeys(["", self.asked]):
                found = pieces(text, size, most)
                await self._take_in(found, asked, limit=_NEAREST, reach=_REACH)
        return await _in_slices(self.comparison.outcome(self.asked))

    async def _take_in(self, found: Sequence[str], asked: str, *, limit: int, reach: int) -> None:
        hits = await passages.with_pieces(
            self.database,
            [some_pairs(piece) for piece in found],
            everything=self.reader.everything,
            asked=asked,
            limit=limit,
        )
        near = len(hits) if self.has_lines else _WITH_NEIGHBOURS
        reaches = [reach if index < near else 0 for index in range(len(hits))]
        wanted = [
            Range(hit.material, hit.paragraph - reach, hit.paragraph + reach)
            for hit, reach in zip(hits, reaches, strict=True)
        ]
        paragraphs = await passages.paragraphs(self.database, ranges(wanted, self.gap))
        for stretch in stretches(paragraphs):
            self.comparison.take_in(stretch)
            await asyncio.sleep(0)


async def _in_slices(steps: Generator[None, None, Outcome]) -> Outcome:
    """The result of steps, others let on between them."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            outcome: Outcome = end.value
            return outcome
        await asyncio.sleep(0)
