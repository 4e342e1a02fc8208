"""How a formulation changed: its wordings in the library and in the glossary, and its mentions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from study.phrases.glossary import Formulation, Wording
from study.phrases.wordings import Occurrence, Version, is_version, runs, versions
from study.search.folding import fold
from study.search.query import Query, Term
from study.services.finding import find, places_of
from study.services.numerals import in_either_script
from study.services.reader import Reader
from study.storage import glossary, materials, phrases
from study.storage.database import Database
from study.storage.search import Place

_MOST = 5_000
"""Paragraphs that are gone through, the newest."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """Where a formulation is named: paragraphs, materials, the first and the last of these. Of
    very many only the newest are counted, then `is_more`."""

    paragraphs: int
    materials: int
    first: Occurrence
    last: Occurrence
    is_more: bool


@dataclass(frozen=True, slots=True)
class History:
    """A formulation over time. `known` is the glossary's entry, None when it has none; `mentions`
    is None when nothing that the reader may read names it."""

    name: str
    known: Formulation | None
    versions: tuple[Version, ...]
    mentions: Mentions | None


@dataclass(frozen=True, slots=True)
class Items:
    """The items of a formulation in its newest wording, and who says so: the glossary (`said`) or
    a material (`stands`)."""

    name: str
    items: tuple[str, ...]
    said: Wording | None
    stands: Occurrence | None


async def items_of(
    database: Database, reader: Reader, forms: Sequence[str], last_year: int | None = None
) -> Items | None:
    """The items of a formulation (search forms of its name) as it was worded last, or until a
    year; None where nobody tells any."""
    for form in forms:
        known = await glossary.find(database, form)
        said = [one for one in known.wordings if one.items] if known else []
        past = [one for one in said if last_year is None or one.since[:4] <= str(last_year)]
        if known and said:
            one = (past or said)[-1]
            return Items(known.name, one.items, one, None)
    found = await phrases.enumerations(database, forms, window=reader.window)
    if not found:
        return None
    one = found[-1]
    stands = Occurrence(one.items, one.material, one.title, one.spoken_on, one.paragraph)
    return Items(one.text, one.items, None, stands)


async def history(database: Database, reader: Reader, name: str) -> History | None:
    """How a formulation was worded over time, None when neither library nor glossary has it."""
    query = await in_either_script(database, reader, Query((Term(name, (fold(name),)),)))
    entries = [await glossary.find(database, form) for form in query.terms[0].forms]
    known = next(filter(None, entries), None)
    names = known.names if known else (name,)
    forms = tuple(dict.fromkeys([*map(fold, names), *query.terms[0].forms]))
    found = [
        *await _enumerated(database, reader, forms),
        *await _listed(database, reader, known),
    ]
    distinct = {
        (one.material, one.paragraph, one.items): one
        for one in found
        if known is None or is_version(one.items, known.wordings)
    }
    wordings = versions(known.wordings if known else (), distinct.values())
    mentions = await _mentions(database, reader, forms)
    if not (known or wordings or mentions):
        return None
    return History(known.name if known else name, known, tuple(wordings), mentions)


async def _enumerated(database: Database, reader: Reader, forms: Sequence[str]) -> list[Occurrence]:
    """The enumerations that the importer found under these names."""
    found = await phrases.enumerations(database, forms, window=reader.window)
    return [
        Occurrence(one.items, one.material, one.title, one.spoken_on, one.paragraph)
        for one in found
    ]


async def _listed(
    database: Database, reader: Reader, known: Formulation | None
) -> list[Occurrence]:
    """Paragraphs that have the items of a glossary wording one after the other, named or not."""
    found: list[Occurrence] = []
    for wording in known.wordings if known else ():
        if len(wording.items) > 1:
            places = await _places(database, reader, runs(wording.items))
            found += [replace(one, items=wording.items) for one in places]
    return found


async def _places(database: Database, reader: Reader, forms: Sequence[str]) -> list[Occurrence]:
    """The paragraphs with one of `forms`, up to a bound."""
    found: list[Occurrence] = []
    async for batch in find(database, _either(forms), window=reader.window):
        found += [
            Occurrence((), one.material, one.title, one.spoken_on, one.paragraph) for one in batch
        ]
        if len(found) >= _MOST:
            break
    return found


async def _mentions(database: Database, reader: Reader, forms: Sequence[str]) -> Mentions | None:
    places = await places_of(database, _either(forms), window=reader.window, most=_MOST + 1)
    ordered = sorted(places, key=lambda one: (one.spoken_on, one.material, one.paragraph))
    dated = [one for one in ordered if one.spoken_on] or ordered
    if not dated:
        return None
    first, last = await _occurrence(database, dated[0]), await _occurrence(database, dated[-1])
    materials = len({one.material for one in places})
    return Mentions(len(places), materials, first, last, is_more=len(places) > _MOST)


async def _occurrence(database: Database, one: Place) -> Occurrence:
    [title] = await materials.titles_of(database, [one.material])
    return Occurrence((), one.material, title, one.spoken_on, one.paragraph)


def _either(forms: Sequence[str]) -> Query:
    return Query((Term(forms[0], tuple(forms)),))
