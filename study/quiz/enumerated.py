"""Questions about enumerations: which belong, which does not, in what order, and all together."""

from collections.abc import Sequence

from study.materials.paragraph import Paragraph
from study.phrases.key_phrase import KeyPhrase
from study.quiz import order, several, together
from study.quiz.listed import enumerations
from study.quiz.supply import Supply
from study.quiz.unverified import Unverified


def drafts(
    paragraphs: Sequence[Paragraph], phrases: Sequence[KeyPhrase], supply: Supply
) -> list[Unverified]:
    """The questions about the enumerations of a material, in the order of its text."""
    return [
        draft
        for one in enumerations(paragraphs, phrases, supply)
        for kind in (several, order, together)
        for draft in kind.drafts(one, supply)
    ]
