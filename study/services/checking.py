"""Checking a quotation: which parts stand where, and how they differ from their sources."""

import asyncio
from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass

from study.quotations.comparison import Comparison, Outcome
from study.quotations.pieces import MOST, SIZES, pieces
from study.quotations.quotation import quotation
from study.quotations.stretch import Stretch, stretches
from study.quotations.verdict import Verdict
from study.search.expression import all_pairs
from study.search.place import TITLE
from study.services.daily import Reader
from study.storage import passages, search
from study.storage.database import Database
from study.storage.search import HIGHEST, Shelf

_VERBATIM = 200
"""Paragraphs in which the whole quotation is looked for, the newest."""
_NEAREST = 40
"""Paragraphs that one search by pieces gives."""
_REACH = 1
"""Paragraphs taken in before and behind each: a few characters of one may be quoted too."""
_TEXTS = 6
"""Unexplained parts that are looked for by themselves."""


async def check(database: Database, reader: Reader, text: str, asked: str = "") -> Verdict:
    """What is right and what is not in a quotation, by what `reader` may read.

    `asked` is the year or title that it is said to be from, '' when nothing is said. Raises
    TooShort and TooLong of `study.quotations`.
    """
    quoted = quotation(text)
    comparison = Comparison(quoted)
    await _take_in(comparison, await _verbatim(database, reader, quoted.folded))
    search_by = _Search(database, reader, comparison, asked)
    outcome = await search_by.pieces_of([quoted.folded], SIZES[0])
    for size in SIZES[1:]:
        if not outcome.unexplained:
            break
        outcome = await search_by.pieces_of(outcome.unexplained, size)
        if outcome.verdict.is_found:
            break
    return outcome.verdict


@dataclass(frozen=True, slots=True)
class _Search:
    """What a round of searching needs beside the pieces."""

    database: Database
    reader: Reader
    comparison: Comparison
    asked: str

    async def pieces_of(self, texts: Sequence[str], size: int) -> Outcome:
        """The outcome with what pieces of `texts` find too."""
        texts = texts[:_TEXTS]
        for text in texts:
            for asked in {"", self.asked}:
                found = await self._alike(pieces(text, size, MOST // len(texts)), asked)
                await _take_in(self.comparison, found)
        return await _in_slices(self.comparison.outcome(self.asked))

    async def _alike(self, found: Sequence[str], asked: str) -> list[Stretch]:
        """The paragraphs that have most of the pieces, with their neighbours."""
        everything = self.reader.everything
        expressions = [all_pairs(piece) for piece in found]
        hits = await passages.with_pieces(
            self.database, expressions, everything=everything, asked=asked, limit=_NEAREST
        )
        return await passages.paragraphs_around(self.database, hits, _REACH)


async def _verbatim(database: Database, reader: Reader, folded: str) -> list[Stretch]:
    """The newest paragraphs that may have the whole quotation."""
    found = await search.candidates(
        database, all_pairs(folded), Shelf(reader.everything), below=HIGHEST, limit=_VERBATIM
    )
    return [
        Stretch(one.material, one.title, one.spoken_on, one.paragraph, (one.text,))
        for one in found
        if one.paragraph != TITLE
    ]


async def _take_in(comparison: Comparison, paragraphs: Iterable[Stretch]) -> None:
    for stretch in stretches(paragraphs):
        comparison.take_in(stretch)
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
