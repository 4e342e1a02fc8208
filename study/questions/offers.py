"""The wrong choices that key phrases and the glossary offer."""

import re
from collections.abc import Iterable, Iterator

from study.phrases.glossary import Formulation
from study.phrases.key_phrase import KeyPhrase, Kind
from study.phrases.numerals import is_numeral
from study.questions.likely import Candidate
from study.questions.target import Sort
from study.questions.targets import SORTS

_JOINT = re.compile(r"[、，]")
_PLAIN = re.compile(r"[\u4e00-\u9fff《》〈〉—+·]{2,16}")


def of_phrase(phrase: KeyPhrase, year: int, material: int | None) -> Iterator[Candidate]:
    """What a key phrase of a material offers, its items too; `material` as in `Candidate`."""
    is_run = phrase.kind is Kind.SLOGAN or phrase.text == "、".join(phrase.items)
    texts = [(phrase.text, _sort(phrase))] if not is_run else []
    items = phrase.items or (_JOINT.split(phrase.text) if is_run else ())
    texts += [(item, Sort.ITEM) for item in items]
    for text, sort in texts:
        if _PLAIN.fullmatch(text):
            yield Candidate(text, sort, year, material)


def of_glossary(glossary: Iterable[Formulation]) -> Iterator[Candidate]:
    """What the glossary offers: names and items of every wording."""
    for one in glossary:
        for name in one.names:
            sort = Sort.NUMERAL if is_numeral(name) else Sort.PHRASE
            yield from _plain(name, sort, int(one.wordings[0].since[:4]))
        for wording in one.wordings:
            for item in wording.items:
                yield from _plain(item, Sort.ITEM, int(wording.since[:4]))


def _plain(text: str, sort: Sort, year: int) -> Iterator[Candidate]:
    if _PLAIN.fullmatch(text):
        yield Candidate(text, sort, year, is_curated=True)


def _sort(phrase: KeyPhrase) -> Sort:
    if phrase.kind is Kind.ENUMERATION or is_numeral(phrase.text):
        return Sort.NUMERAL
    return SORTS[phrase.kind]
