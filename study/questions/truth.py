"""判断: statements that are true as they stand, or changed in one place.

Both kinds are drawn from the sentences that could be changed, by lot: neither the sentence nor what
it is about tells which it is.
"""

from collections.abc import Sequence
from itertools import islice

from study.materials.paragraph import Paragraph
from study.phrases.key_phrase import KeyPhrase
from study.questions.change import Change
from study.questions.changes import changes, ground, lot
from study.questions.passages import Passage, passages
from study.questions.question import Choice, Kind, Made
from study.questions.supply import Supply
from study.questions.unverified import Doubt, Unverified

_LONGEST = 100
_TRIED = 4
"""Changes of one statement that are tried until one holds."""
_RIGHT, _WRONG = "对", "错"


def drafts(
    paragraphs: Sequence[Paragraph], phrases: Sequence[KeyPhrase], supply: Supply
) -> list[Unverified]:
    """The statements of a material in the order of its text, one about each formulation."""
    if not supply.is_in_force:
        return []
    offered, found = ground(paragraphs, phrases, supply), list[Unverified]()
    told: set[str] = set()
    for passage in passages(paragraphs):
        if len(passage.text) > _LONGEST:
            continue
        tried = list(islice(changes(passage, offered), _TRIED))
        if not tried or tried[0].phrase in told:
            continue
        told |= {tried[0].phrase} - {""}
        found += _drafts(passage, tried)
    return found


def _drafts(passage: Passage, tried: Sequence[Change]) -> list[Unverified]:
    """The passage as it stands, or with each of the changes in turn until one holds."""
    if lot(passage.text) % 2:
        return [_changed(passage, change) for change in tried]
    # What could have been changed is what the statement is about.
    return [Unverified(_made(passage, tried[0], passage.text, is_true=True))]


def _changed(passage: Passage, change: Change) -> Unverified:
    statement = change.applied(passage.text)
    forbidden = (*change.forbidden, change.claim(passage.text), statement)
    return Unverified(
        _made(passage, change, statement, is_true=False),
        (Doubt(None, forbidden, change.apart),),
        about=f"{Kind.TRUTH} {passage.paragraph} {passage.start}",
    )


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
