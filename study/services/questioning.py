"""Making the questions of a material: by all rules, borne out by the library, stored at once."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from study.materials.paragraph import Paragraph
from study.phrases.glossary import Formulation
from study.phrases.key_phrase import KeyPhrase
from study.questions import enumerated, truth
from study.questions.likely import Candidate, stock
from study.questions.offers import of_glossary, of_phrase
from study.questions.passages import passages
from study.questions.question import Made
from study.questions.supply import Owned, Supply, supply
from study.services.clozing import drafts, offered, rated_blanks, with_three
from study.services.verifying import verified
from study.storage import distractors, glossary, questions, search
from study.storage.database import Database
from study.storage.distractors import Source

VERSION = 1
"""Of the rules: questions of another version are made anew."""
_NEAR = 60
"""Materials whose key phrases give wrong choices."""
_NEAREST = 3
"""Those of them whose sentences do."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What questions of a material are made from: its text and key phrases, the key phrases of
    other materials with their sources, the sentences of the nearest ones, and the glossary."""

    source: Source
    paragraphs: Sequence[Paragraph]
    phrases: Sequence[KeyPhrase]
    others: Sequence[Owned]
    near: Sequence[tuple[Source, Sequence[Paragraph]]]
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
    made = await questions_of(database, ground, random)
    async with database.transaction() as transaction:
        await questions.retire(transaction, material)
        for one in made:
            await questions.put(transaction, _new(one, material, random.random()))
        await distractors.set_questioned(transaction, material, VERSION)
    return len(made)


async def questions_of(database: Database, ground: Ground, random: Random) -> list[Made]:
    """All questions of a material that hold."""
    found = await rated_blanks(
        database, passages(ground.paragraphs), ground.phrases, ground.glossary
    )
    pieces = _supply(ground)
    characters = sum(len(one.text) for one in ground.paragraphs)
    shelf = stock(_candidates(ground))
    clozes = await drafts(database, found, characters, shelf, ground.source)
    others = [
        *truth.drafts(ground.paragraphs, ground.phrases, pieces),
        *enumerated.drafts(ground.paragraphs, ground.phrases, pieces),
    ]
    made = await verified(database, [*clozes, *others])
    return await with_three(database, made, random)


async def ground_of(database: Database, material: int) -> Ground | None:
    """What there is to make questions of a material from, None where it is not published."""
    source = await distractors.source(database, material)
    if source is None:
        return None
    near = await distractors.near(database, source, _NEAR)
    own = [one.phrase for one in await distractors.phrases_of(database, [material])]
    numbers = [one.number for one in near]
    items = {item for phrase in own for item in phrase.items}
    entries = await search.entries(database, [material, *numbers[:_NEAREST]])
    return Ground(
        source=source,
        paragraphs=entries[0].paragraphs,
        phrases=own,
        others=[
            *await distractors.phrases_of(database, numbers),
            *await distractors.lists_with(database, items, beside=[material, *numbers]),
        ],
        near=[(one, entry.paragraphs) for one, entry in zip(near, entries[1:], strict=False)],
        glossary=await glossary.formulations(database),
    )


def _candidates(ground: Ground) -> Iterable[Candidate]:
    """Everything that may serve as a wrong choice; the material's own words first."""
    year = ground.source.year
    yield from offered(passages(ground.paragraphs), year, None)
    for phrase in ground.phrases:
        yield from of_phrase(phrase, year, None)
    for one in ground.others:
        if one.material is None or not ground.source.is_free:
            yield from of_phrase(one.phrase, one.year, one.material)
    for source, paragraphs in ground.near:
        yield from offered(passages(paragraphs), source.year, _owner(source))
    yield from of_glossary(ground.glossary)


def _supply(ground: Ground) -> Supply:
    """The same for questions about enumerations."""
    own = ground.source
    owned = [Owned(phrase, own.year) for phrase in ground.phrases]
    return supply([*owned, *ground.others], ground.glossary, material=own.number, year=own.year)


def _owner(source: Source) -> int | None:
    """The number of a material whose words are not public."""
    return None if source.is_free else source.number


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
