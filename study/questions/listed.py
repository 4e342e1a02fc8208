"""The enumerations of a material that a teacher would ask about.

Those of the glossary, and what the text itself makes something of; not lists of places, bodies and
things, nor what laws enumerate, nor the slogans of times whose doctrines were taken back.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

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
    if sum(map(is_article, texts.values())) < _LAW:
        listed = [phrase for phrase in phrases if items_of(phrase)]
        found += [one for phrase in listed if (one := told(texts, phrase, supply))]
    distinct: dict[frozenset[str], Enumeration] = {}
    for one in _of_today(found, supply):
        distinct.setdefault(frozenset(map(fold, one.items)), one)
    return sorted(distinct.values(), key=lambda one: one.paragraph)


def _of_today(found: Iterable[Enumeration], supply: Supply) -> Iterator[Enumeration]:
    """Of what a text from before the reform lists what is listed later too; a formulation of the
    glossary that is not is dated: 除四害."""
    for one in found:
        if supply.is_in_force or supply.is_listed_later(one.items):
            yield one
        elif one.name and not one.frame:
            yield replace(one, then=supply.year)
