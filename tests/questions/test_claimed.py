"""Statements about what a formulation stands for."""

from study.questions.claimed import drafts
from study.questions.listed import enumerations
from study.questions.supply import Supply
from study.questions.unverified import Unverified
from tests.phrases.extracting import extracted, paragraphs
from tests.questions.listing import FOUR, OTHERS, library, right

STRANGERS = {"责任意识", "规则意识", "奉献意识"}


def made_of(text: str, supply: Supply) -> list[Unverified]:
    return [
        draft
        for one in enumerations(paragraphs(text), extracted(text), supply)
        for draft in drafts(one, supply)
    ]


def test_a_statement_has_all_the_items_or_a_stranger_for_one() -> None:
    told: dict[bool, set[str]] = {True: set(), False: set()}
    for who in ("党员", "干部", "团员", "委员", "支部", "教师", "学生", "职工"):
        for one in made_of(who + FOUR, library(OTHERS)):
            told[right(one.made) == {"对"}].add(one.made.stem)
    assert told[True] == {"“四个意识”是指政治意识、大局意识、核心意识、看齐意识。"}
    assert told[False]
    assert all(sum(each in stem for each in STRANGERS) == 1 for stem in told[False])


def test_true_or_not_it_needs_a_stranger_that_holds() -> None:
    found = made_of(FOUR, library(OTHERS))
    assert len(found) == 3
    assert len({one.about for one in found}) == 1
    assert all(len(one.doubts) == 1 for one in found)
    assert not made_of(FOUR, library())


def test_what_has_no_name_is_no_statement() -> None:
    text = "要坚持预防为主、城乡兼顾、中西医结合的方针，逐步改革现有的医疗制度。"
    assert not made_of(text, library())
