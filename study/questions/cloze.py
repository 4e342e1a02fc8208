"""Questions with a blank: which blanks a document gives, and what is asked about the best."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from study.materials.worth import merit
from study.questions.context import Context, context
from study.questions.likely import Candidate, Stock, likely
from study.questions.passages import Passage
from study.questions.question import Choice, Kind, Made
from study.questions.substitution import BLANK, in_context
from study.questions.target import Sort, Target
from study.questions.targets import Known, targets
from study.questions.unverified import Doubt, Unverified
from study.questions.worth import Evidence, certainty, worth

_ENOUGH_WORTH, _LEAST_WORTH = 1.2, 0.5
_WANTED = 20
"""Questions of 10,000 characters for which less worth is enough, down to the least: below that it
is true what a sentence says, but nobody need know it."""
_OF_ONE_TEXT = 3
"""Questions of a material whose blank is the same."""
_SURE, _TYPED = 0.5, 6
_KNOWN_FROM = 3
_BY_HEART = (Sort.NUMERAL, Sort.QUOTED, Sort.ITEM)
"""Sorts that are known word for word where the glossary has them."""
_NEAREST = 2
_KEYS = 6
_TELLING = (Sort.NUMERAL, Sort.QUOTED, Sort.ITEM, Sort.PHRASE, Sort.NAME)


@dataclass(frozen=True, slots=True)
class Blank:
    """A target in its passage."""

    passage: Passage
    target: Target
    context: Context


@dataclass(frozen=True, slots=True)
class Rated:
    """A blank with its worth, in Chinese what that rests on, and whether nothing else than the
    right words comes to the mind of who knows the text."""

    blank: Blank
    score: float
    reasons: tuple[str, ...]
    is_certain: bool


def blanks(passages: Iterable[Passage], known: Sequence[Known]) -> list[Blank]:
    """Every blank that passages could be given."""
    return [
        Blank(passage, target, context(passage.text, target))
        for passage in passages
        for target in targets(passage, known)
    ]


def rated(
    found: Iterable[Blank], evidence: Iterable[Evidence], curated: Collection[str]
) -> list[Rated]:
    """Blanks with their worth by the evidence for each, the best first."""
    each: list[Rated] = []
    for blank, seen in zip(found, evidence, strict=True):
        score, reasons = worth(blank.target, merit(blank.passage.text), seen, curated)
        fixed = seen.told >= _KNOWN_FROM or (
            blank.target.text in curated and blank.target.sort in _BY_HEART
        )
        each.append(Rated(blank, score, reasons, fixed and certainty(seen) >= _SURE))
    return sorted(each, key=lambda one: (-one.score, one.blank.passage.paragraph))


def chosen(found: Iterable[Rated], characters: int) -> list[Rated]:
    """Those of a text of so many characters that are worth asking, of each passage two that are
    apart at most; `found` and they the best first."""
    taken: list[Rated] = []
    of_passage: dict[Passage, list[Target]] = {}
    times: Counter[str] = Counter()
    for one in found:
        passage, target = one.blank.passage, one.blank.target
        others = of_passage.setdefault(passage, [])
        is_enough = 10_000 * len(taken) >= _WANTED * characters
        if one.score < (_ENOUGH_WORTH if is_enough else _LEAST_WORTH):
            break
        if len(others) == 2 or times[target.text] == _OF_ONE_TEXT:
            continue
        if all(target.finish <= other.start or other.finish <= target.start for other in others):
            others.append(target)
            times[target.text] += 1
            taken.append(one)
    return taken


def field_of(one: Rated, found: Iterable[Rated]) -> list[str]:
    """What the words of a blank's field stand beside: its own, and the other formulations of its
    passage."""
    target = one.blank.target
    others = [
        other.blank.target.text
        for other in found
        if other.blank.passage is one.blank.passage and other.blank.target.sort in _TELLING
    ]
    return list(dict.fromkeys([target.text, *target.siblings, *others]))[:_KEYS]


def best_blanks(found: Iterable[Rated], most: int = 3) -> list[Target]:
    """The targets of one passage that are most worth asking for, none overlapping."""
    best: list[Target] = []
    for one in found:
        target = one.blank.target
        if all(target.finish <= other.start or other.finish <= target.start for other in best):
            best.append(target)
    return best[:most]


def choice_of(one: Rated, shelf: Stock, related: Collection[Candidate], year: int) -> Unverified:
    """A question with all wrong choices that are likely, and what must not be true of them."""
    passage, target = one.blank.passage, one.blank.target
    wrong = likely(target, passage.text, year, shelf, related)
    choices = (
        Choice(target.text, is_right=True),
        *(Choice(each.text, is_right=False, material=each.material) for each in wrong),
    )
    doubts = tuple(_doubt(one.blank, place, each) for place, each in enumerate(wrong, 1))
    return Unverified(_made(Kind.CHOICE, one, choices), doubts, least=3)


def typed_of(one: Rated) -> Unverified | None:
    """A question to be answered in words, where there is but one answer and it is short."""
    target = one.blank.target
    if not one.is_certain or len(target.text) > _TYPED or target.sort in (Sort.ROLE, Sort.VERDICT):
        return None
    return Unverified(_made(Kind.TYPED, one, (Choice(target.text, is_right=True),)))


def _made(kind: Kind, one: Rated, choices: tuple[Choice, ...]) -> Made:
    passage, target = one.blank.passage, one.blank.target
    stem = passage.text[: target.start] + BLANK + passage.text[target.finish :]
    named = target.sort not in (Sort.ROLE, Sort.VERDICT, Sort.NUMBER)
    return Made(
        kind=kind,
        stem=stem,
        choices=choices,
        answer=(target.text,),
        quote=passage.text,
        paragraph=passage.paragraph,
        phrase=target.head or (target.text if named else ""),
        score=one.score,
        reasons=one.reasons,
    )


def _doubt(blank: Blank, place: int, wrong: Candidate) -> Doubt:
    """What would make a wrong choice right: its clause stands somewhere, or it stands with the
    other items of the run."""
    passage, target = blank.passage.text, blank.target
    whole = in_context(passage[: target.start], wrong.text, passage[target.finish :])
    apart = ((wrong.text, *target.siblings[:_NEAREST]),) if target.siblings else ()
    return Doubt(place, (blank.context.said(wrong.text), whole), apart)
