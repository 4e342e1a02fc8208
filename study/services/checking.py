"""Checking a quotation: which parts stand where, and how they differ from their sources."""

import asyncio
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace

from study.quotations.asked import ANYTHING, Asked
from study.quotations.comparison import Comparison, Outcome
from study.quotations.framing import framed
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


async def check(database: Database, reader: Reader, text: str, asked: Asked = ANYTHING) -> Verdict:
    """What is right and what is not in a quotation, by what `reader` may read.

    It is said to be from `asked`. What stands around the quotation is left out, unless the library
    has that with it. Raises TooShort and TooLong of `study.quotations`.
    """
    search = await _begun(database, reader, text, asked)
    inner = framed(text)
    if inner.text != text and not search.comparison.is_whole:
        text, asked = inner.text, asked if asked.is_said else inner.asked
        search = await _begun(database, reader, text, asked)
    verdict = await _searched(search)
    return replace(
        verdict,
        text=text,
        asked=search.asked if search.asked.is_said else asked,
        asked_found=search.asked.is_said or not asked.is_said,
    )


async def _begun(database: Database, reader: Reader, text: str, asked: Asked) -> "_Search":
    """A search for a text that has looked for it as it is, in what the library has of `asked`."""
    quoted = quotation(text)
    choices = dict.fromkeys(one for one in (asked, asked.years) if one.is_said)
    found = ANYTHING
    for one in choices:
        if await passages.has(database, one, window=reader.window):
            found = one
            break
    search = _Search(
        database,
        reader,
        quoted.folded,
        Comparison(quoted),
        found,
        "\n" in text.strip(),
        len(text) // _GAP,
    )
    await search.verbatim()
    return search


async def _searched(search: "_Search") -> Verdict:
    """The verdict of the round that explains the most."""
    outcome = await search.alike([search.folded], SIZES[0])
    for size in SIZES[1:]:
        if not outcome.unexplained:
            break
        outcome = await search.alike(outcome.unexplained, size)
        if outcome.verdict.is_found:
            break
    return outcome.verdict


@dataclass(frozen=True, slots=True)
class _Search:
    """Rounds of looking for a quotation, what they find gathered in `comparison`; `folded` is its
    search form.

    `has_lines` says that the quotation was sent in several lines: it is of several paragraphs.
    `gap` paragraphs between two that were found may be part of it though no piece is in them.
    """

    database: Database
    reader: Reader
    folded: str
    comparison: Comparison
    asked: Asked
    has_lines: bool
    gap: int

    async def verbatim(self) -> None:
        """Find the newest paragraphs that may have the whole quotation."""
        for asked in dict.fromkeys([ANYTHING, self.asked]):
            await self._take_in([self.folded], asked, limit=_VERBATIM, reach=0)

    async def alike(self, texts: Sequence[str], size: int) -> Outcome:
        """The outcome with what has most pieces of each of `texts`."""
        texts = texts[:_TEXTS]
        for text in texts:
            most = _FEW if self.comparison.is_whole else MOST // len(texts)
            for asked in dict.fromkeys([ANYTHING, self.asked]):
                found = pieces(text, size, most)
                await self._take_in(found, asked, limit=_NEAREST, reach=_REACH)
        return await _in_slices(self.comparison.outcome(self.asked))

    async def _take_in(self, found: Sequence[str], asked: Asked, *, limit: int, reach: int) -> None:
        hits = await passages.with_pieces(
            self.database,
            [some_pairs(piece) for piece in found],
            window=self.reader.window,
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
