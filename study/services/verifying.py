"""Asking the library whether questions hold: nothing that is called wrong may stand in it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from study.questions.question import Made
from study.questions.unverified import Doubt, Unverified
from study.search.expression import all_pairs
from study.search.folding import fold
from study.services.truths import stand_together
from study.storage import distractors
from study.storage.database import Database

Group = tuple[str, ...]
"""Texts that may not stand together."""


async def verified(database: Database, drafts: Sequence[Unverified]) -> list[Made]:
    """The questions that hold, without the wrong choices that do not; of those about one thing
    only the first."""
    true = await _standing(database, {group for one in drafts for group in _groups(one.doubts)})
    found: list[Made] = []
    told: set[str] = set()
    for one in drafts:
        made = None if one.about in told else _holding(one, true)
        if made:
            found.append(made)
            told |= {one.about} - {""}
    return found


def _groups(doubts: Iterable[Doubt]) -> list[Group]:
    singles = [(text,) for doubt in doubts for text in doubt.forbidden]
    return [*singles, *(group for doubt in doubts for group in doubt.apart)]


def _holding(one: Unverified, true: set[Group]) -> Made | None:
    """The question without the choices that are true, None when it falls."""
    fallen = {doubt.choice for doubt in one.doubts if not true.isdisjoint(_groups([doubt]))}
    kept = tuple(each for at, each in enumerate(one.made.choices) if at not in fallen)
    if None in fallen or sum(not each.is_right for each in kept) < one.least:
        return None
    return replace(one.made, choices=kept)


async def _standing(database: Database, groups: set[Group]) -> set[Group]:
    """Those of `groups` whose texts stand together in some paragraph.

    Nearly all do not, which the index tells of all of them at once; the rest are verified.
    """
    asked = {group: _expression(group) for group in groups}
    known = [group for group, expression in asked.items() if expression]
    counts = await distractors.counts(database, [asked[group] for group in known], 1)
    likely = [group for group, count in zip(known, counts, strict=True) if count]
    return {group for group in likely if await stand_together(database, group)}


def _expression(group: Group) -> str:
    return " AND ".join(all_pairs(form) for text in group if (form := fold(text)))
