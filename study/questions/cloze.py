"""Questions with a blank: which blanks a document gives, and what is asked about the best."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from study.materials.worth import merit
from study.questions.context import Context, context
from study.questions.likely import Candidate
from study.questions.passages import Passage
from study.questions.question import Choice, Kind, Made
from study.questions.slots import Shelf, certainty
from study.questions.substitution import BLANK, in_context
from study.questions.target import Sort, Target
from study.questions.targets import Known, targets
from study.questions.unverified import Doubt, Unverified
from study.questions.worth import BY_HEART, Evidence, is_asked, may_be_asked, worth


class Led(Enum):
    """Where the words beside a blank lead who knows the texts."""

    NOWHERE = 0
    TO_IT = 1
    TO_NOTHING_ELSE = 2


_LEAST_WORTH = {Led.NOWHERE: 0.5, Led.TO_IT: 0.5, Led.TO_NOTHING_ELSE: 0.2}
"""Below it is true what a sentence says, but nobody need know it; of a saying less is enough."""
_TRIED = 3
"""Blanks of a passage that are tried."""
_OF_ONE_TEXT = 3
"""Questions of a material whose blank is the same."""
_SURE, _LEADING = 0.6, 0.3
"""Shares of the materials with the words beside a blank that go on with what is in it, from which
nothing else could be meant, and from which it is a formula."""
_RECURRING = 2
_TYPED = 8
_OF_ONE_WORDING = (*BY_HEART, Sort.SUBJECT, Sort.ROLE)
"""Sorts that have one wording; of others a shorter or longer one is often as right."""
_KNOWN_BY_HEART = 2.4
"""The score from which any blank is known word for word."""
"""Characters that are typed at most."""
_KNOWN_FROM = 3
_NEAREST = 2


@dataclass(frozen=True, slots=True)
class Blank:
    """A target in its passage."""

    passage: Passage
    target: Target
    context: Context


@dataclass(frozen=True, slots=True)
class Rated:
    """A blank with its worth and in Chinese what that rests on.

    `is_asked` says that a teacher would ask for it whatever leads to it, `is_used` that others use
    it in such words, `is_by_heart` that it is a label or an item that the glossary has word for
    word.
    """

    blank: Blank
    score: float
    reasons: tuple[str, ...]
    is_asked: bool
    is_used: bool
    is_by_heart: bool


def blanks(passages: Iterable[Passage], known: Sequence[Known], title: str = "") -> list[Blank]:
    """Every blank that passages of a material could be given."""
    return [
        Blank(passage, target, context(passage.text, target))
        for passage in passages
        for target in targets(passage, known, title)
    ]


def rated(
    found: Iterable[Blank], evidence: Iterable[Evidence], curated: Collection[str], year: int = 0
) -> list[Rated]:
    """Blanks of a material of `year` with their worth by the evidence for each, the best first."""
    each: list[Rated] = []
    for blank, seen in zip(found, evidence, strict=True):
        score, reasons = worth(blank.target, merit(blank.passage.text), seen, curated)
        asked = is_asked(blank.target, seen, curated, year)
        by_heart = blank.target.text in curated and blank.target.sort in BY_HEART
        used = asked or (seen.users >= _KNOWN_FROM and may_be_asked(blank.target, curated, year))
        each.append(Rated(blank, score, reasons, asked, used, by_heart))
    return sorted(each, key=lambda one: (-one.score, one.blank.passage.paragraph))


def chosen(found: Iterable[Rated], on: Shelf) -> list[tuple[Rated, Led]]:
    """Those that are worth asking and where their neighbours lead, of each passage some that are
    apart; `found` and they the best first."""
    taken: list[tuple[Rated, Led]] = []
    of_passage: dict[Passage, list[Target]] = {}
    times: Counter[str] = Counter()
    for one in found:
        target, others = one.blank.target, of_passage.setdefault(one.blank.passage, [])
        if len(others) == _TRIED or times[target.text] == _OF_ONE_TEXT or not one.is_used:
            continue
        if any(target.start < other.finish and other.start < target.finish for other in others):
            continue
        leading = led(one, on)
        if one.score >= _LEAST_WORTH[leading] and (one.is_asked or leading is Led.TO_NOTHING_ELSE):
            others.append(target)
            times[target.text] += 1
            taken.append((one, leading))
    return taken


def best_blanks(found: Iterable[Rated], most: int = 3) -> list[Target]:
    """The targets of one passage that are most worth asking for, none overlapping."""
    best: list[Target] = []
    for one in found:
        target = one.blank.target
        if all(target.finish <= other.start or other.finish <= target.start for other in best):
            best.append(target)
    return best[:most]


def led(one: Rated, on: Shelf) -> Led:
    """How surely the words beside a blank lead to what is in it."""
    passage, target = one.blank.passage.text, one.blank.target
    if target.sort is Sort.NUMBER:
        # A law says but one thing, yet nobody can name it without a choice.
        return Led.TO_IT
    before, after = passage[: target.start], passage[target.finish :]
    share, materials = certainty(before, target.text, after, on)
    if share >= _SURE and materials >= (_RECURRING if one.is_by_heart else _KNOWN_FROM):
        return Led.TO_NOTHING_ELSE
    is_formula = share >= _LEADING and materials >= _RECURRING
    return Led.TO_IT if is_formula or target.siblings else Led.NOWHERE


def forms(one: Rated, wrong: Sequence[Candidate], leading: Led) -> list[Unverified]:
    """A blank in the forms that it can have, the best first: of them one is asked."""
    drafts: list[Unverified] = []
    if leading is not Led.NOWHERE:
        drafts.append(_choice(one, wrong))
    is_one = one.blank.target.sort in _OF_ONE_WORDING or one.score >= _KNOWN_BY_HEART
    if leading is Led.TO_NOTHING_ELSE and is_one and len(one.blank.target.text) <= _TYPED:
        drafts.append(Unverified(_made(Kind.TYPED, one, _right(one))))
    return [replace(draft, about=about(one.blank)) for draft in drafts]


def about(blank: Blank) -> str:
    """By what the forms of one blank are known."""
    return f"____ {blank.passage.paragraph} {blank.passage.start} {blank.target.start}"


def _right(one: Rated) -> tuple[Choice, ...]:
    return (Choice(one.blank.target.text, is_right=True),)


def _choice(one: Rated, wrong: Sequence[Candidate]) -> Unverified:
    """A question with all wrong choices that are likely, and what must not be true of them."""
    choices = (
        *_right(one),
        *(Choice(each.text, is_right=False, material=each.material) for each in wrong),
    )
    doubts = tuple(doubt(one.blank, place, each.text) for place, each in enumerate(wrong, 1))
    return Unverified(_made(Kind.CHOICE, one, choices), doubts, least=3)


def _made(kind: Kind, one: Rated, choices: tuple[Choice, ...]) -> Made:
    passage, target = one.blank.passage, one.blank.target
    return Made(
        kind=kind,
        stem=passage.text[: target.start] + BLANK + passage.text[target.finish :],
        choices=choices,
        answer=(target.text,),
        quote=passage.text,
        paragraph=passage.paragraph,
        phrase=phrase_of(target),
        score=one.score,
        reasons=one.reasons,
    )


def phrase_of(target: Target) -> str:
    """The formulation that a question about a target is about, '' for none."""
    named = target.sort not in (Sort.ROLE, Sort.VERDICT, Sort.NUMBER)
    return target.head or (target.text if named else "")


def doubt(blank: Blank, place: int | None, wrong: str) -> Doubt:
    """What would make a wrong choice right: its clause stands somewhere, or it stands with the
    other items of the run."""
    passage, target = blank.passage.text, blank.target
    whole = in_context(passage[: target.start], wrong, passage[target.finish :])
    apart = ((wrong, *target.siblings[:_NEAREST]),) if target.siblings else ()
    return Doubt(place, (blank.context.said(wrong), whole), apart)
