"""The clozes of a material, with what the library says of each blank."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from random import Random

from study.phrases.glossary import Formulation
from study.phrases.key_phrase import KeyPhrase
from study.questions import swapped
from study.questions.balance import Weighed, balanced, gives_away
from study.questions.cloze import Blank, Led, Rated, blanks, chosen, forms, rated
from study.questions.likely import Stock, likely
from study.questions.lot import lot
from study.questions.passages import Passage
from study.questions.question import Kind, Made
from study.questions.target import Sort
from study.questions.targets import known
from study.questions.unverified import Unverified
from study.questions.worth import Evidence
from study.search.expression import all_pairs
from study.search.folding import fold
from study.services.verifying import verified
from study.storage import distractors
from study.storage.database import Database
from study.storage.distractors import Source

_OFTEN, _ANYWHERE, _COMMON, _MET = 32, 200, 200, 500
"""Places that are counted at most: of what a clause says, of what stands beside its blank, of what
is in it, of an option."""
_SEVERAL = 4
"""Places of a phrase from which its neighbours tell something."""
_BESIDE = 4
_ONE_IN = 6
"""Choices that give the right one away of which one is kept."""
_TELLING = 2
"""Characters on one side of a blank that are enough to look for its place by."""


async def rated_blanks(
    database: Database,
    text: Sequence[Passage],
    phrases: Iterable[KeyPhrase],
    glossary: Iterable[Formulation],
    source: Source | None = None,
) -> list[Rated]:
    """Every blank that the passages of a text could have with its worth, the best first; `source`
    is where they stand, if anywhere."""
    found = blanks(text, [known(one) for one in phrases], source.title if source else "")
    curated = {
        text
        for one in glossary
        for texts in (one.names, *(wording.items for wording in one.wordings))
        for text in texts
    }
    return rated(found, await _evidence(database, found), curated, source.year if source else 0)


def drafts(found: Sequence[Rated], stock: Stock) -> list[Unverified]:
    """Questions about the best blanks, each in the forms that it can have.

    Looks through all of the stock again and again: meant for another thread.
    """
    made: list[Unverified] = []
    for one, leading in chosen(found, stock.shelf):
        wrong = likely(one.blank.target, one.blank.passage.text, stock)
        made += forms(one, wrong, leading)
        if leading is Led.TO_NOTHING_ELSE or one.blank.target.sort is Sort.NUMBER:
            made += swapped.drafts(one, wrong)
    return made


async def asked(database: Database, drafts: Sequence[Unverified]) -> list[Made]:
    """Of each blank the first form that holds.

    Of the choices that give the right one away only some are kept, by lot: so many that it does
    not pay to look for them.
    """
    choices = [one for one in drafts if one.made.kind is Kind.CHOICE]
    stems = {one.made.stem: one.about for one in choices}
    kept = await _with_three(database, await verified(database, choices))
    told = {stems[one.stem] for one in kept}
    others = [one for one in drafts if one.made.kind is not Kind.CHOICE and one.about not in told]
    return [*kept, *await verified(database, others)]


async def _with_three(database: Database, made: Sequence[Made]) -> list[Made]:
    """The questions with three wrong choices each, by which nobody can guess the right one."""
    times = await _times(database, {choice.text for one in made for choice in one.choices})
    found = (_balanced(one, times) for one in made)
    return [one for one in found if one]


def _balanced(one: Made, times: dict[str, int]) -> Made | None:
    right, *wrong = one.choices
    weighed = [Weighed(choice.text, times[choice.text]) for choice in wrong]
    known = Weighed(right.text, times[right.text])
    # Made again it is the same: the lot depends on nothing but the question.
    random = Random(lot(one.stem))  # noqa: S311 - the looks of options are no secret
    three = balanced(known, weighed, one.stem, random)
    if gives_away(known, [weighed[at] for at in three], one.stem) and lot(one.stem) % _ONE_IN:
        return None
    return replace(one, choices=(right, *(wrong[at] for at in three)))


async def _times(database: Database, texts: Iterable[str]) -> dict[str, int]:
    each = list(texts)
    counts = await distractors.counts(database, [all_pairs(fold(one)) for one in each], _MET)
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
    sayers = await _used(database, [one for one in said if counts[one] > 1])
    users = await _users(database, found)
    return [
        Evidence(
            counts[one],
            counts.get(longer, 1),
            places.get(beside),
            share,
            times,
            sayers.get(one, 1),
            use,
        )
        for one, longer, beside, (share, times), use in zip(
            said, told, around, clinging, users, strict=True
        )
    ]


async def _users(database: Database, found: Sequence[Blank]) -> list[int]:
    """For each blank how many materials have its target with the neighbours of one side."""
    sides = [_sides(one) for one in found]
    used = await _used(database, chain.from_iterable(sides))
    return [max((used[one] for one in pair), default=1) for pair in sides]


def _sides(one: Blank) -> list[str]:
    """The index expressions of a target with the neighbours of either side, if there are any."""
    text = fold(one.target.text)
    left, right = fold(one.context.left)[-_TELLING:], fold(one.context.right)[:_TELLING]
    return [all_pairs(each) for each in (left + text, text + right) if each != text]


async def _used(database: Database, expressions: Iterable[str]) -> dict[str, int]:
    each = list(dict.fromkeys(expressions))
    return dict(zip(each, await distractors.users(database, each, _OFTEN), strict=True))


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
