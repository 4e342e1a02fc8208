"""Making the questions of a material: by all rules, borne out by the library, stored at once."""

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from study.materials.paragraph import Paragraph
from study.phrases.glossary import Formulation
from study.phrases.key_phrase import KeyPhrase
from study.questions import enumerated, truth
from study.questions.cloze import Rated
from study.questions.frames import numbers
from study.questions.likely import Stock, stock
from study.questions.offers import terms
from study.questions.passages import passages
from study.questions.question import Made
from study.questions.slots import Text, shelf
from study.questions.supply import Owned, Supply, supply
from study.questions.unverified import Unverified
from study.services.clozing import asked, drafts, rated_blanks
from study.services.verifying import verified
from study.storage import distractors, glossary, questions, search
from study.storage.database import Database
from study.storage.distractors import Source

VERSION = 1
"""Of the rules: questions of another version are made anew."""
_ERA = 15
"""Years that are one time: words of another give themselves away."""
_NEAR = 100
"""Materials whose words give wrong choices."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What questions of a material are made from: its text and key phrases, the key phrases of
    other materials with their sources, the texts of the near ones, and the glossary."""

    source: Source
    paragraphs: Sequence[Paragraph]
    phrases: Sequence[KeyPhrase]
    others: Sequence[Owned]
    near: Sequence[tuple[Source, str]]
    glossary: Sequence[Formulation]


async def unquestioned(database: Database) -> list[int]:
    """The numbers of published materials whose questions are not made, or by older rules."""
    return await distractors.unquestioned(database, VERSION)


async def make_questions(database: Database, material: int, random: Random) -> int:
    """Make and store the questions of a published material; return how many it has now.

    Those it had before are retired, unless they are made again. Only the storing holds up others
    that write.
    """
    ground = await ground_of(database, material)
    if ground is None:
        return 0
    made = await questions_of(database, ground)
    async with database.transaction() as transaction:
        await questions.retire(transaction, material)
        for one in made:
            await questions.put(transaction, _new(one, material, random.random()))
        await distractors.set_questioned(transaction, material, VERSION)
    return len(made)


async def questions_of(database: Database, ground: Ground) -> list[Made]:
    """All questions of a material that hold."""
    found = await rated_blanks(
        database, passages(ground.paragraphs), ground.phrases, ground.glossary, ground.source
    )
    pieces = _supply(ground)
    clozes = await asked(database, await asyncio.to_thread(_clozes, found, ground))
    others = [
        *truth.drafts(ground.paragraphs, ground.phrases, pieces),
        *enumerated.drafts(ground.paragraphs, ground.phrases, pieces),
    ]
    return [*clozes, *await verified(database, others)]


async def ground_of(database: Database, material: int) -> Ground | None:
    """What there is to make questions of a material from, None where it is not published."""
    source = await distractors.source(database, material)
    if source is None:
        return None
    near = await distractors.near(database, source, _NEAR)
    own = [one.phrase for one in await distractors.phrases_of(database, [material])]
    close = [one.number for one in near]
    items = {item for phrase in own for item in phrase.items}
    [entry] = await search.entries(database, [material])
    texts = await distractors.texts(database, close)
    return Ground(
        source=source,
        paragraphs=entry.paragraphs,
        phrases=own,
        others=[
            *await distractors.phrases_of(database, close),
            *await distractors.lists_with(database, items, beside=[material, *close]),
        ],
        near=[(one, texts[one.number]) for one in near if one.number in texts],
        glossary=await glossary.formulations(database),
    )


def _clozes(found: Sequence[Rated], ground: Ground) -> list[Unverified]:
    return drafts(found, _stock(ground))


def _stock(ground: Ground) -> Stock:
    """Everything that may serve as a wrong choice."""
    year, words = ground.source.year, "\n".join(one.text for one in ground.paragraphs)
    others = [
        one.phrase
        for one in ground.others
        if _is_of_its_time(one.year, year) and not (one.material and ground.source.is_free)
    ]
    near = [
        Text(one.title, None if one.is_free else one.number, text)
        for one, text in ground.near
        if _is_of_its_time(one.year, year)
    ]
    return stock(
        terms([*ground.phrases, *others], ground.glossary),
        shelf([Text(ground.source.title, None, words), *near]),
        list(dict.fromkeys(one.text for one in numbers(words))),
    )


def _is_of_its_time(year: int, own: int) -> bool:
    return not (year and own) or abs(year - own) <= _ERA


def _supply(ground: Ground) -> Supply:
    """The same for questions about enumerations."""
    own = ground.source
    owned = [Owned(phrase, own.year) for phrase in ground.phrases]
    return supply([*owned, *ground.others], ground.glossary, material=own.number, year=own.year)


def _new(one: Made, material: int, draw: float) -> questions.New:
    told = "\n".join((one.kind, one.stem, *one.answer, str(material)))
    return questions.New(
        kind=one.kind,
        stem=one.stem,
        choices=one.choices,
        answer=one.answer,
        quote=one.quote,
        phrase=one.phrase,
        score=one.score,
        reasons=one.reasons,
        digest=hashlib.sha256(told.encode()).hexdigest(),
        draw=draw,
        material=material,
        paragraph=one.paragraph,
    )
