"""The enumerations of a material that a teacher would ask about.

Those of the glossary, and what the text itself makes something of; not lists of places, bodies and
things, nor what laws enumerate, nor the slogans of times whose doctrines were taken back.
"""

from collections.abc import Sequence

from study.materials.marks import is_article
from study.materials.paragraph import Paragraph
from study.phrases.key_phrase import KeyPhrase
from study.questions.curated import curated
from study.questions.enumeration import Enumeration, items_of
from study.questions.supply import Supply
from study.questions.told import told
from study.search.folding import fold

_LAW = 5
"""Articles by which a material is known for a law."""


def enumerations(
    paragraphs: Sequence[Paragraph], phrases: Sequence[KeyPhrase], supply: Supply
) -> list[Enumeration]:
    """The enumerations that questions can be made of, in the order of the text, each once."""
    texts = {paragraph.number: paragraph.text for paragraph in paragraphs}
    found = curated(paragraphs, supply)
    if supply.is_in_force and sum(map(is_article, texts.values())) < _LAW:
        listed = [phrase for phrase in phrases if items_of(phrase)]
        found += [one for phrase in listed if (one := told(texts, phrase, supply))]
    distinct: dict[frozenset[str], Enumeration] = {}
    for one in found:
        distinct.setdefault(frozenset(map(fold, one.items)), one)
    return sorted(distinct.values(), key=lambda one: one.paragraph)
