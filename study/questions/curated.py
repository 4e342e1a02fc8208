"""The formulations of the glossary whose items a material lists one after the other."""

import re
from collections.abc import Iterator, Sequence

from study.materials.paragraph import Paragraph
from study.phrases.glossary import Formulation, Wording
from study.phrases.wordings import runs
from study.questions.enumeration import Enumeration, can_be_learnt, quote
from study.questions.supply import Supply
from study.search.folding import fold, fold_with_places

SCORE = 2.5
_OTHERWISE = re.compile("的新?[\u4e00-\u9fff]{0,3}(?:观|理念|方针|原则|布局|格局|战略)")
"""Where a text that has none of the formulation's names calls its items something."""


def curated(paragraphs: Sequence[Paragraph], supply: Supply) -> list[Enumeration]:
    """Each formulation where the material first lists it.

    A part of a longer one is none: 四位一体, where the text goes on with the fifth item.
    """
    folded = [(paragraph, fold(paragraph.text)) for paragraph in paragraphs]
    everything = "\n".join(text for _, text in folded)
    formulations = {id(one): one for one in supply.formulations.values()}.values()
    found: list[Enumeration] = []
    for one in formulations:
        for wording, run in _runs(one, supply.year):
            if run in everything:
                places = [paragraph for paragraph, text in folded if run in text]
                paragraph = next((each for each in places if _called(one, each.text)), places[0])
                found.append(_verbatim(paragraph, one, wording, run))
                break
    return [
        one
        for one in found
        if one.name
        and not is_told(one.name, one.items)
        and not any(_is_part(one, of) for of in found)
    ]


def _runs(one: Formulation, year: int) -> Iterator[tuple[Wording, str]]:
    """The wordings that a text of `year` can have, the newest first, and the search forms in which
    their items may stand."""
    for wording in reversed(one.wordings):
        is_later = bool(year) and int(wording.since[:4]) > year
        if not is_later and can_be_learnt(wording.items):
            for run in runs(wording.items):
                yield wording, run


def _called(one: Formulation, text: str) -> str:
    """The first of its names that stands in a paragraph and tells no items, '' for none."""
    items = [item for wording in one.wordings for item in wording.items]
    return next((name for name in one.names if name in text and not is_told(name, items)), "")


def _verbatim(
    paragraph: Paragraph, formulation: Formulation, wording: Wording, run: str
) -> Enumeration:
    """The items of a wording as `paragraph` has them, whose search form is `run`; without a name
    where it calls them something else."""
    folded, places = fold_with_places(paragraph.text)
    first = finish = folded.index(run)
    items: list[str] = []
    for item in map(fold, wording.items):
        start = folded.index(item, finish)
        finish = start + len(item)
        items.append(paragraph.text[places[start] : places[finish - 1] + 1])
    start, end = places[first], places[finish - 1] + 1
    name, naming = _called(formulation, paragraph.text), ""
    if name:
        at = paragraph.text.index(name)
        naming = quote(paragraph.text, min(at, start), max(at + len(name), end))
    elif not _OTHERWISE.match(paragraph.text[end:]):
        name = formulation.name
    return Enumeration(
        paragraph.number,
        tuple(items),
        quote(paragraph.text, start, end),
        name,
        "",
        SCORE,
        (f"提法表里的“{formulation.name}”", "原文列出全部分项"),
        naming,
    )


def is_told(name: str, items: Sequence[str]) -> bool:
    """Whether the name gives items away: 照镜子、正衣冠、洗洗澡、治治病."""
    return any(fold(item) in fold(name) for item in items)


def _is_part(one: Enumeration, other: Enumeration) -> bool:
    return one.paragraph == other.paragraph and set(one.items) < set(other.items)
