"""The clozes of a material, with what the library says of each blank."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from random import Random

from study.phrases.glossary import Formulation
from study.phrases.key_phrase import KeyPhrase
from study.questions.balance import Weighed, balanced
from study.questions.cloze import Blank, Rated, blanks, choice_of, chosen, field_of, rated, typed_of
from study.questions.frames import framed, numbers
from study.questions.likely import Candidate, Stock
from study.questions.offers import of_phrase
from study.questions.passages import Passage
from study.questions.question import Kind, Made
from study.questions.substitution import BLANK
from study.questions.targets import known
from study.questions.unverified import Unverified
from study.questions.worth import Evidence
from study.search.expression import all_pairs
from study.search.folding import fold
from study.storage import distractors
from study.storage.database import Database
from study.storage.distractors import Source

_OFTEN, _ANYWHERE, _COMMON = 32, 200, 200
"""Places that are counted at most: of what a clause says, of what stands beside its blank, of an
option."""
_TALK = re.compile(r"[也都就要不能可已还才更很我你他]|依靠|充分|认识|满足|方面|继续|特别|甚至")
"""What no formulation has that a frame holds by chance."""
_FIELD = 40
"""Paragraphs of a field whose key phrases are looked at."""
_SEVERAL = 4
"""Places of a phrase from which its neighbours tell something."""
_BESIDE = 4
_TELLING = 2
"""Characters on one side of a blank that are enough to look for its place by."""


async def rated_blanks(
    database: Database,
    text: Sequence[Passage],
    phrases: Iterable[KeyPhrase],
    glossary: Iterable[Formulation],
) -> list[Rated]:
    """Every blank that the passages of a text could have with its worth, the best first."""
    found = blanks(text, [known(one) for one in phrases])
    curated = {
        text
        for one in glossary
        for texts in (one.names, *(wording.items for wording in one.wordings))
        for text in texts
    }
    return rated(found, await _evidence(database, found), curated)


async def drafts(
    database: Database, found: Sequence[Rated], characters: int, shelf: Stock, source: Source
) -> list[Unverified]:
    """Questions about the best blanks, each in the forms that it can have."""
    of_passage: dict[Passage, list[Rated]] = {}
    for one in found:
        of_passage.setdefault(one.blank.passage, []).append(one)
    made: list[Unverified] = []
    for one in chosen(found, characters):
        related = await _related(database, one, of_passage[one.blank.passage], source)
        forms = [choice_of(one, shelf, related, source.year), typed_of(one)]
        made += filter(None, forms)
    return made


async def _related(
    database: Database, one: Rated, beside: Iterable[Rated], source: Source
) -> list[Candidate]:
    """The wrong choices of a blank's own field."""
    keys = [all_pairs(form) for text in field_of(one, beside) if len(form := fold(text)) > 1]
    owned = await distractors.beside(
        database, " OR ".join(keys), source, one.blank.passage.paragraph, _FIELD
    )
    return [
        candidate
        for each in owned
        if each.material is None or not source.is_free
        for candidate in of_phrase(each.phrase, each.year, each.material)
    ]


def offered(found: Iterable[Passage], year: int, material: int | None) -> list[Candidate]:
    """The wrong choices that the frames of passages offer; `material` as in `Candidate`."""
    targets = [
        target
        for passage in found
        for target in (*framed(passage.text), *(numbers(passage.text) if passage.is_law else ()))
    ]
    return [
        Candidate(one.text, one.sort, year, material)
        for one in targets
        if not _TALK.search(one.text)
    ]


async def with_three(database: Database, made: Sequence[Made], random: Random) -> list[Made]:
    """Questions with a blank left with three wrong choices, by which nobody can guess; others as
    they are."""
    clozes = [one for one in made if one.kind is Kind.CHOICE and BLANK in one.stem]
    times = await _times(database, {choice.text for one in clozes for choice in one.choices})
    return [_balanced(one, times, random) if one in clozes else one for one in made]


def _balanced(one: Made, times: dict[str, int], random: Random) -> Made:
    right, *wrong = one.choices
    weighed = [Weighed(choice.text, times[choice.text]) for choice in wrong]
    kept = balanced(Weighed(right.text, times[right.text]), weighed, one.stem, random)
    return replace(one, choices=(right, *(wrong[at] for at in kept)))


async def _times(database: Database, texts: Iterable[str]) -> dict[str, int]:
    each = list(texts)
    counts = await distractors.counts(database, [all_pairs(fold(one)) for one in each], _COMMON)
    return dict(zip(each, counts, strict=True))


async def _evidence(database: Database, found: Sequence[Blank]) -> list[Evidence]:
    """What the library says of each blank."""
    said = [all_pairs(fold(one.context.said(one.target.text))) for one in found]
    told = [all_pairs(fold(one.context.told(one.target.text))) for one in found]
    around = [_around(one) for one in found]
    counts = await _counted(database, said, _OFTEN)
    # A longer stretch does not stand more often than the clause in it.
    counts |= await _counted(
        database, [one for one, short in zip(told, said, strict=True) if counts[short] > 1], _OFTEN
    )
    places = await _counted(database, [one for one in around if one], _ANYWHERE)
    clinging = await _clinging(database, found)
    return [
        Evidence(counts[one], counts.get(longer, 1), places.get(beside), share, times)
        for one, longer, beside, (share, times) in zip(said, told, around, clinging, strict=True)
    ]


async def _clinging(database: Database, found: Sequence[Blank]) -> list[tuple[float, int]]:
    """For each blank the share of its target's places that have the same neighbour as here, and
    how many places those are."""
    texts = [fold(one.target.text) for one in found]
    bound = [
        [fold(one.context.left[-1:]) + text, text + fold(one.context.right[:1])]
        for one, text in zip(found, texts, strict=True)
    ]
    asked = {text: all_pairs(text) for text in [*texts, *chain.from_iterable(bound)]}
    counts = await _counted(database, asked.values(), _COMMON)
    times = {text: counts[expression] for text, expression in asked.items()}
    shares = [
        max((times[longer] for longer in pair if longer != text), default=0) / max(1, times[text])
        for text, pair in zip(texts, bound, strict=True)
    ]
    return [
        (share if times[text] >= _SEVERAL else 0.0, times[text])
        for text, share in zip(texts, shares, strict=True)
    ]


async def _counted(database: Database, expressions: Iterable[str], most: int) -> dict[str, int]:
    each = list(dict.fromkeys(expressions))
    return dict(zip(each, await distractors.counts(database, each, most), strict=True))


def _around(blank: Blank) -> str:
    """The index expression of what stands beside a blank, '' where that is next to nothing."""
    sides = (fold(blank.context.left)[-_BESIDE:], fold(blank.context.right)[:_BESIDE])
    return " AND ".join(all_pairs(side) for side in sides if len(side) >= _TELLING)
