"""Questions about enumerations: which belong, which does not or is missing, in what order, all
together, what they are called, and whether that is what a formulation says."""

from collections.abc import Sequence

from study.materials.paragraph import Paragraph
from study.phrases.key_phrase import KeyPhrase
from study.questions import called, claimed, missing, order, several, together
from study.questions.listed import enumerations
from study.questions.supply import Supply
from study.questions.unverified import Unverified


def drafts(
    paragraphs: Sequence[Paragraph], phrases: Sequence[KeyPhrase], supply: Supply
) -> list[Unverified]:
    """The questions about the enumerations of a material, in the order of its text."""
    return [
        draft
        for one in enumerations(paragraphs, phrases, supply)
        for kind in (several, missing, order, together, called, claimed)
        for draft in kind.drafts(one, supply)
    ]
