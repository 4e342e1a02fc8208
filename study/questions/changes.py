"""The changes that make statements of a material false."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from study.materials.paragraph import Paragraph
from study.phrases.key_phrase import KeyPhrase, Kind
from study.phrases.wordings import runs
from study.questions.change import Change
from study.questions.counting import restated
from study.questions.crossing import crossed
from study.questions.enumeration import Enumeration
from study.questions.listed import enumerations
from study.questions.lot import lot
from study.questions.passages import Passage
from study.questions.strangers import doubt, strangers
from study.questions.supply import Supply
from study.search.folding import fold

_PARALLEL = (Kind.SLOGAN, Kind.ENUMERATION, Kind.QUOTED)


@dataclass(frozen=True, slots=True)
class Ground:
    """What changes are made from: the enumerations and the parallel formulations of a material, and
    the library."""

    lists: Sequence[Enumeration]
    parallel: Sequence[str]
    supply: Supply


def ground(paragraphs: Sequence[Paragraph], phrases: Sequence[KeyPhrase], supply: Supply) -> Ground:
    """What a material offers."""
    return Ground(
        enumerations(paragraphs, phrases, supply),
        [phrase.text for phrase in phrases if phrase.kind in _PARALLEL],
        supply,
    )


def changes(passage: Passage, ground: Ground) -> Iterator[Change]:
    """The changes that a passage allows, the best kinds first."""
    folded = fold(passage.text)
    for one in ground.lists:
        stands = all(item in passage.text for item in one.items)
        if stands and any(run in folded for run in runs(one.items)):
            yield from _estranged(passage.text, one, ground.supply)
    yield from crossed(passage.text, ground.parallel)
    if passage.is_law:
        yield from restated(passage.text)


def _estranged(statement: str, one: Enumeration, supply: Supply) -> Iterator[Change]:
    """An item changed for a stranger."""
    item = one.items[lot(statement) // 2 % len(one.items)]
    start, (reason, *_) = statement.index(item), one.reasons
    for stranger in strangers(one, supply):
        what = doubt(None, one, stranger.text, supply)
        yield Change(
            start, item, stranger.text, one.name, reason, one.score, what.forbidden, what.apart
        )
