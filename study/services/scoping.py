"""What a quiz may draw from, by what somebody asks it to be about.

- `NotThere`: something that was named does not exist, or not for this reader
  - `NoSuchMaterial`: no material has this number
  - `NoSuchTitle`: no material has these words in its title
  - `NoSuchTag`: no material has this tag
"""

import re
from collections.abc import Sequence

from study.materials.citation import number_of
from study.quiz.scope import Request, Scope
from study.search.folding import fold
from study.search.query import Query, Term
from study.services.closed import refuse_closed
from study.services.finding import titled
from study.services.reader import Reader
from study.storage import materials
from study.storage.database import Database

_DATED = re.compile(r"((?:19|20)\d\d)年?(?:的)?(\D.+)")
"""2019年政府工作报告: a year, and what may be a title."""


class NotThere(Exception):
    """Something that was named does not exist; `name` is how it was named."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NoSuchMaterial(NotThere):
    """No material has this number."""


class NoSuchTitle(NotThere):
    """No material has these words in its title."""


class NoSuchTag(NotThere):
    """No material has this tag."""


async def scope_of(database: Database, reader: Reader, request: Request) -> Scope:
    """The scope that a request means: materials by number or by title, all of them; with tags only
    those that have them all. Raises NotThere and MembersOnly.

    A word that is a title from its beginning to its end names materials too, and so do words
    behind a year (2019年政府工作报告) that stand in a title of that year.
    """
    words, titles, years = list[str](), list(request.titles), request.years
    for word in request.words:
        title, year = await _title_in(database, reader, word)
        titles += [title] if title else []
        words += [] if title else [word]
        years = years or year
    found = await _named(database, reader, request.numbers, titles)
    for tag in request.tags:
        with_tag = await materials.tagged(database, tag, window=reader.window)
        if not with_tag:
            raise NoSuchTag(tag)
        found = [one for one in found if one in set(with_tag)] if found is not None else with_tag
    if found is None:
        return Scope(tuple(words), None, years)
    ordered = await materials.newest_first(database, found, years)
    called = await _called(database, request, titles, ordered)
    return Scope(tuple(words), tuple(ordered), years, called)


async def newest_readable(database: Database, reader: Reader) -> int | None:
    """The number of the newest material that a reader may read and that has questions, None when
    there is none."""
    return await materials.newest_with_questions(database, window=reader.window)


async def _title_in(
    database: Database, reader: Reader, word: str
) -> tuple[str, tuple[int, int] | None]:
    """The title that a word names, and its year; '' when it names none."""
    known = await _titled(database, reader, word)
    if any(fold(title) == fold(word) for title in known.values()):
        return word, None
    match = _DATED.fullmatch(word)
    if match is None:
        return "", None
    if known:
        return word, None
    years = int(match[1]), int(match[1])
    numbers = await _titled(database, reader, match[2])
    is_title = bool(await materials.newest_first(database, list(numbers), years))
    return (match[2], years) if is_title else ("", None)


async def _titled(database: Database, reader: Reader, words: str) -> dict[int, str]:
    query = Query((Term(words, (fold(words),)),))
    return await titled(database, query, window=reader.window)


async def _named(
    database: Database,
    reader: Reader,
    numbers: Sequence[int],
    titles: Sequence[str],
) -> list[int] | None:
    """All materials that are named, None when none is."""
    found = list(numbers)
    for number in numbers:
        if not await materials.readable(database, number, window=reader.window):
            await refuse_closed(database, reader, number)
            raise NoSuchMaterial(number_of(number))
    for title in titles:
        known = await _titled(database, reader, title)
        if not known:
            raise NoSuchTitle(title)
        found += known
    return found if numbers or titles else None


async def _called(
    database: Database, request: Request, titles: Sequence[str], ordered: Sequence[int]
) -> tuple[str, ...]:
    """How the materials are named: a single one of a title by its whole title."""
    named = [number_of(number) for number in request.numbers]
    if len(titles) == 1 and len(ordered) == 1 and not request.numbers:
        named += [f"《{title}》" for title in await materials.titles_of(database, ordered)]
    else:
        named += [f"《{title}》" for title in titles]
    return (*named, *(f"#{tag}" for tag in request.tags))
