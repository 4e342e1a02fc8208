"""The formulations of the glossary whose items a material lists one after the other."""

from collections.abc import Iterator, Sequence

from study.materials.paragraph import Paragraph
from study.phrases.glossary import Formulation, Wording
from study.phrases.wordings import runs
from study.questions.enumeration import Enumeration, can_be_learnt, quote
from study.questions.supply import Supply
from study.search.folding import fold, fold_with_places

SCORE = 2.5


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
                paragraph = next(paragraph for paragraph, text in folded if run in text)
                found.append(_verbatim(paragraph, one.name, wording, run))
                break
    return [
        one for one in found if not _is_told(one) and not any(_is_part(one, of) for of in found)
    ]


def _runs(one: Formulation, year: int) -> Iterator[tuple[Wording, str]]:
    """The wordings that a text of `year` can have, the newest first, and the search forms in which
    their items may stand."""
    for wording in reversed(one.wordings):
        is_later = bool(year) and int(wording.since[:4]) > year
        if not is_later and can_be_learnt(wording.items):
            for run in runs(wording.items):
                yield wording, run


def _verbatim(paragraph: Paragraph, name: str, wording: Wording, run: str) -> Enumeration:
    """The items of a wording as `paragraph` has them, whose search form is `run`."""
    folded, places = fold_with_places(paragraph.text)
    first = finish = folded.index(run)
    items: list[str] = []
    for item in map(fold, wording.items):
        start = folded.index(item, finish)
        finish = start + len(item)
        items.append(paragraph.text[places[start] : places[finish - 1] + 1])
    shown = quote(paragraph.text, places[first], places[finish - 1] + 1)
    reasons = (f"提法表里的“{name}”", "原文列出全部分项")
    return Enumeration(paragraph.number, tuple(items), shown, name, "", SCORE, reasons)


def _is_told(one: Enumeration) -> bool:
    """Whether the name gives items away: 照镜子、正衣冠、洗洗澡、治治病."""
    return any(fold(item) in fold(one.name) for item in one.items)


def _is_part(one: Enumeration, other: Enumeration) -> bool:
    return one.paragraph == other.paragraph and set(one.items) < set(other.items)
