"""How a formulation changed: its wordings in the library and in the glossary, and its mentions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from study.phrases.glossary import Formulation, Wording
from study.phrases.wordings import Occurrence, Version, runs, versions
from study.search.folding import fold
from study.search.query import Query, Term
from study.services.finding import find
from study.services.reader import Reader
from study.storage import glossary, phrases
from study.storage.database import Database


@dataclass(frozen=True, slots=True)
class Mentions:
    """Where a formulation is named: paragraphs, materials, the first and the last of these."""

    paragraphs: int
    materials: int
    first: Occurrence
    last: Occurrence


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


async def items_of(database: Database, reader: Reader, form: str) -> Items | None:
    """The items of a formulation (search form of a name), None where nobody tells any."""
    known = await glossary.find(database, form)
    said = [wording for wording in known.wordings if wording.items] if known else []
    if known and said:
        return Items(known.name, said[-1].items, said[-1], None)
    found = await phrases.enumerations(database, [form], everything=reader.everything)
    if not found:
        return None
    one = found[-1]
    stands = Occurrence(one.items, one.material, one.title, one.spoken_on, one.paragraph)
    return Items(one.text, one.items, None, stands)


async def history(database: Database, reader: Reader, name: str) -> History | None:
    """How a formulation was worded over time, None when neither library nor glossary has it."""
    known = await glossary.find(database, fold(name))
    names = known.names if known else (name,)
    forms = tuple(dict.fromkeys(fold(one) for one in names))
    found = [
        *await _enumerated(database, reader, forms),
        *await _listed(database, reader, known),
    ]
    distinct = {(one.material, one.paragraph, one.items): one for one in found}
    wordings = versions(known.wordings if known else (), distinct.values())
    mentions = _mentions(await _places(database, reader, forms))
    if not (known or wordings or mentions):
        return None
    return History(known.name if known else name, known, tuple(wordings), mentions)


async def _enumerated(database: Database, reader: Reader, forms: Sequence[str]) -> list[Occurrence]:
    """The enumerations that the importer found under these names."""
    found = await phrases.enumerations(database, forms, everything=reader.everything)
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
    """Every paragraph with one of `forms`, newest first."""
    query = Query((Term(forms[0], tuple(forms)),))
    return [
        Occurrence((), one.material, one.title, one.spoken_on, one.paragraph)
        async for batch in find(database, query, everything=reader.everything)
        for one in batch
        if one.paragraph
    ]


def _mentions(places: Sequence[Occurrence]) -> Mentions | None:
    if not places:
        return None
    dated = [one for one in places if one.spoken_on] or list(places)
    materials = len({one.material for one in places})
    return Mentions(len(places), materials, dated[-1], dated[0])
