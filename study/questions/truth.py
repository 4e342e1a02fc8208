"""判断: statements that are true as they stand, or changed in one place.

Both kinds are drawn from the sentences that could be changed, by lot: neither the sentence nor what
it is about tells which it is.
"""

from collections.abc import Sequence
from itertools import islice

from study.materials.paragraph import Paragraph
from study.phrases.key_phrase import KeyPhrase
from study.questions.change import Change
from study.questions.changes import changes, ground
from study.questions.lot import lot
from study.questions.passages import Passage, passages
from study.questions.question import Choice, Kind, Made
from study.questions.supply import Supply
from study.questions.unverified import Doubt, Unverified

_LONGEST = 100
_APART = 10
"""Paragraphs between two statements about one formulation."""
_TRIED = 4
"""Changes of one statement that are tried until one holds."""
_RIGHT, _WRONG = "对", "错"


def drafts(
    paragraphs: Sequence[Paragraph], phrases: Sequence[KeyPhrase], supply: Supply
) -> list[Unverified]:
    """The statements of a material in the order of its text; those about one formulation stand
    apart."""
    if not supply.is_in_force:
        return []
    offered, found = ground(paragraphs, phrases, supply), list[Unverified]()
    told: dict[str, int] = {}
    for passage in passages(paragraphs):
        if len(passage.text) > _LONGEST:
            continue
        tried = list(islice(changes(passage, offered), _TRIED))
        if not tried or passage.paragraph - told.get(tried[0].phrase, -_APART) < _APART:
            continue
        if tried[0].phrase:
            told[tried[0].phrase] = passage.paragraph
        found += _drafts(passage, tried)
    return found


def _drafts(passage: Passage, tried: Sequence[Change]) -> list[Unverified]:
    """The passage as it stands or changed, with each of the changes in turn until one holds: a true
    statement too is put only where it could have been changed."""
    is_true = lot(passage.text) % 2 == 0
    about = f"{Kind.TRUTH} {passage.paragraph} {passage.start}"
    return [_draft(passage, change, about, is_true=is_true) for change in tried]


def _draft(passage: Passage, change: Change, about: str, *, is_true: bool) -> Unverified:
    changed = change.applied(passage.text)
    forbidden = (*change.forbidden, change.claim(passage.text), changed)
    made = _made(passage, change, passage.text if is_true else changed, is_true=is_true)
    return Unverified(made, (Doubt(None, forbidden, change.apart),), about=about)


def _made(passage: Passage, change: Change, statement: str, *, is_true: bool) -> Made:
    return Made(
        Kind.TRUTH,
        statement,
        (Choice(_RIGHT, is_right=is_true), Choice(_WRONG, is_right=not is_true)),
        (change.before,),
        passage.text,
        passage.paragraph,
        change.phrase,
        change.score,
        (change.reason,),
    )
