"""The words of a library that may stand in a blank: key phrases, items, the glossary's names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from study.phrases.glossary import Formulation
from study.phrases.key_phrase import KeyPhrase, Kind
from study.phrases.numerals import is_numeral
from study.questions.target import Sort
from study.questions.targets import SORTS

_JOINT = re.compile(r"[、，]")
_PLAIN = re.compile(r"[\u4e00-\u9fff]{2,16}")


@dataclass(slots=True)
class Term:
    """What is known of a text: what it is somewhere, how many lists and materials have it, whether
    the glossary does."""

    sorts: set[Sort] = field(default_factory=set[Sort])
    times: int = 0
    is_curated: bool = False

    @property
    def is_known(self) -> bool:
        """Whether it is a term, not a piece that one text happens to have."""
        return self.is_curated or self.times > 1

    @property
    def is_label(self) -> bool:
        """Whether it is a formulation by its form, which stands for something else."""
        return not self.sorts.isdisjoint((Sort.NUMERAL, Sort.QUOTED))


def terms(phrases: Iterable[KeyPhrase], glossary: Iterable[Formulation]) -> dict[str, Term]:
    """The terms that key phrases of materials and the glossary give, by their text."""
    found: dict[str, Term] = {}
    for phrase in phrases:
        for text, sort in _of_phrase(phrase):
            one = found.setdefault(text, Term())
            one.sorts.add(sort)
            one.times += 1
    for one in glossary:
        for text, sort in _of_glossary(one):
            term = found.setdefault(text, Term())
            term.sorts.add(sort)
            term.is_curated = True
    return {text: one for text, one in found.items() if _PLAIN.fullmatch(text)}


def _of_phrase(phrase: KeyPhrase) -> Iterator[tuple[str, Sort]]:
    is_run = phrase.kind is Kind.SLOGAN or phrase.text == "、".join(phrase.items)
    if not is_run:
        yield phrase.text, _sort(phrase)
    for item in phrase.items or (_JOINT.split(phrase.text) if is_run else ()):
        yield item, Sort.ITEM


def _of_glossary(one: Formulation) -> Iterator[tuple[str, Sort]]:
    for name in one.names:
        yield name, Sort.NUMERAL if is_numeral(name) else Sort.PHRASE
    for wording in one.wordings:
        yield from ((item, Sort.ITEM) for item in wording.items)


def _sort(phrase: KeyPhrase) -> Sort:
    if phrase.kind is Kind.ENUMERATION or is_numeral(phrase.text):
        return Sort.NUMERAL
    return SORTS[phrase.kind]
