"""The item that is not told."""

from study.questions.listed import enumerations
from study.questions.missing import drafts
from study.questions.question import Kind
from study.questions.supply import Supply
from study.questions.unverified import Unverified
from tests.phrases.extracting import extracted, paragraphs
from tests.questions.listing import FOUR, OTHERS, library, right, stems, wrong

ITEMS = {"政治意识", "大局意识", "核心意识", "看齐意识"}


def made_of(text: str, supply: Supply) -> list[Unverified]:
    return [
        draft
        for one in enumerations(paragraphs(text), extracted(text), supply)
        for draft in drafts(one, supply)
    ]


def test_of_four_items_two_are_typed_and_another_is_chosen() -> None:
    found = made_of(FOUR, library(OTHERS))
    assert [one.made.kind for one in found] == [Kind.TYPED, Kind.TYPED, Kind.CHOICE]
    asked = [ITEMS & right(one.made) for one in found]
    assert len(set.union(*asked)) == 3
    for one, [item] in zip(found, asked, strict=True):
        assert item not in one.made.stem
        assert all(other in one.made.stem for other in ITEMS - {item})


def test_an_item_may_be_typed_without_what_all_end_with() -> None:
    for one in made_of(FOUR, library(OTHERS))[:2]:
        item, short = (choice.text for choice in one.made.choices)
        assert item == f"{short}意识"


def test_one_character_is_not_left_out() -> None:
    text = "要加强普惠性、基础性、兜底性民生建设，让群众的日子一年更比一年好。"
    [typed] = made_of(text, library(text, text))
    assert len(typed.made.choices) == 1


def test_wrong_choices_are_strangers_that_must_hold() -> None:
    chosen = made_of(FOUR, library(OTHERS))[-1]
    assert wrong(chosen.made) == {"责任意识", "规则意识", "奉献意识"}
    assert [doubt.choice for doubt in chosen.doubts] == [1, 2, 3]
    assert chosen.least == 3


def test_without_three_strangers_nothing_is_chosen() -> None:
    assert {one.made.kind for one in made_of(FOUR, library())} == {Kind.TYPED}


def test_what_has_no_name_is_asked_by_its_sentence() -> None:
    text = "要坚持预防为主、城乡兼顾、中西医结合的方针，逐步改革现有的医疗制度。"
    [stem] = stems(made_of(text, library()))
    assert stem.startswith("文中“要坚持……的方针，逐步改革现有的医疗制度”，省略处除“")
    assert stem.endswith("”外，还有哪一项？")
