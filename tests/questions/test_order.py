"""Items in the order of the source."""

from study.phrases.glossary import parse
from study.questions.listed import enumerations
from study.questions.order import drafts
from study.questions.supply import Supply, supply
from study.questions.unverified import Unverified
from tests.phrases.extracting import extracted, paragraphs
from tests.questions.listing import FOUR, GLOSSARY, library

ARMY = "人民解放军要加强革命化、现代化、正规化建设，提高在现代战争条件下的作战能力。"


def made_of(text: str, supply: Supply) -> list[Unverified]:
    [one] = enumerations(paragraphs(text), extracted(text), supply)
    return drafts(one, supply)


def test_choices_are_the_items_in_their_order() -> None:
    [draft] = made_of(FOUR, library())
    assert draft.made.stem == "“四个意识”的四项内容，请按通行的表述顺序排列。"
    assert [choice.text for choice in draft.made.choices] == [
        "政治意识", "大局意识", "核心意识", "看齐意识",
    ]  # fmt: skip
    assert all(choice.is_right for choice in draft.made.choices)


def test_no_material_may_have_them_otherwise() -> None:
    [draft] = made_of(ARMY, library(ARMY, ARMY, ARMY))
    [doubt] = draft.doubts
    assert "现代化革命化正规化" in doubt.forbidden
    assert "革命化正规化和现代化" in doubt.forbidden
    assert "革命化现代化正规化" not in doubt.forbidden


def test_an_order_that_another_material_has_otherwise_is_not_asked() -> None:
    other = "人民解放军要加强现代化、革命化、正规化建设，提高在现代战争条件下的作战能力。"
    assert not made_of(ARMY, library(ARMY, ARMY, ARMY, other))


def test_an_order_of_one_material_alone_is_not_worth_knowing() -> None:
    text = "要坚持预防为主、城乡兼顾、中西医结合的方针，逐步改革现有的医疗制度。"
    assert not made_of(text, library(text))


def test_what_was_said_but_once_has_no_usual_order() -> None:
    old = supply([], parse(GLOSSARY.replace("2016-01-29", "1956")), material=1, year=1960)
    assert not made_of(FOUR, old)


def test_nor_may_a_material_have_what_tells_them_apart_otherwise() -> None:
    [draft] = made_of(FOUR, library())
    [doubt] = draft.doubts
    assert "大局政治核心" in doubt.forbidden
