"""判断 about a blank: the sentence as it stands, or with one wrong choice in the blank."""

from collections.abc import Sequence

from study.questions.cloze import Rated, about, doubt, phrase_of
from study.questions.likely import Candidate
from study.questions.lot import lot
from study.questions.question import Choice, Kind, Made
from study.questions.unverified import Unverified

_TRIED = 4
_LONGEST = 100


def drafts(one: Rated, wrong: Sequence[Candidate]) -> list[Unverified]:
    """The statement that the lot gives, true or with each wrong choice in turn until one holds.

    None where nothing could be put in. Ask only what is certain: else it might be as true.
    """
    passage, target = one.blank.passage.text, one.blank.target
    if not wrong or len(passage) > _LONGEST:
        return []
    if lot(passage + target.text) % 2:
        return [Unverified(_made(one, passage, is_true=True), about=about(one.blank))]
    before, after = passage[: target.start], passage[target.finish :]
    return [
        Unverified(
            _made(one, before + each.text + after, is_true=False),
            (doubt(one.blank, None, each.text),),
            about=about(one.blank),
        )
        for each in wrong[:_TRIED]
        if each.material is None
    ]


def _made(one: Rated, statement: str, *, is_true: bool) -> Made:
    target = one.blank.target
    return Made(
        Kind.TRUTH,
        statement,
        (Choice("对", is_right=is_true), Choice("错", is_right=not is_true)),
        (target.text,),
        one.blank.passage.text,
        one.blank.passage.paragraph,
        phrase_of(target),
        one.score,
        one.reasons,
    )
