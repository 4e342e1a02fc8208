"""Which items belong, and which does not."""

from study.questions.listed import enumerations
from study.questions.question import Kind
from study.questions.several import drafts
from study.questions.supply import Supply
from study.questions.unverified import Unverified
from tests.phrases.extracting import extracted, paragraphs
from tests.questions.listing import FOUR, OTHERS, library, right, stems, wrong

ITEMS = {"政治意识", "大局意识", "核心意识", "看齐意识"}
STRANGERS = {"责任意识", "规则意识", "奉献意识"}
VILLAGES = "要按照产业兴旺、生态宜居、乡风文明、治理有效、生活富裕的总要求，推进乡村振兴。"


def made_of(text: str, supply: Supply) -> list[Unverified]:
    return [
        draft
        for one in enumerations(paragraphs(text), extracted(text), supply)
        for draft in drafts(one, supply)
    ]


def test_items_stand_among_those_of_another_enumeration_that_are_built_alike() -> None:
    draft = next(one for one in made_of(FOUR, library(OTHERS)) if one.made.kind is Kind.SEVERAL)
    assert draft.made.stem == "下列各项中，哪些属于“四个意识”的内容？（多选）"
    assert right(draft.made) < ITEMS or right(draft.made) == ITEMS
    assert wrong(draft.made) <= STRANGERS
    assert 4 <= len(draft.made.choices) <= 6
    assert draft.made.answer == ("政治意识", "大局意识", "核心意识", "看齐意识")


def test_the_stranger_is_the_right_choice_among_the_items() -> None:
    found = [one for one in made_of(FOUR, library(OTHERS)) if one.made.kind is Kind.CHOICE]
    assert set(stems(found)) == {"下列哪一项不属于“四个意识”的内容？"}
    assert {*map(len, (right(one.made) for one in found))} == {1}
    assert {text for one in found for text in right(one.made)} == STRANGERS
    assert all(wrong(one.made) == ITEMS for one in found)
    assert len({one.about for one in found}) == 1


def test_a_stranger_may_stand_in_no_paragraph_with_the_formulation_or_all_its_items() -> None:
    [draft, *_] = [one for one in made_of(FOUR, library(OTHERS)) if one.made.kind is Kind.CHOICE]
    [stranger] = right(draft.made)
    [doubt] = draft.doubts
    assert ("四个意识", stranger) in doubt.apart
    assert ("政治意识", "大局意识", "核心意识", "看齐意识", stranger) in doubt.apart


def test_where_the_glossary_does_not_know_it_may_stand_beside_no_item() -> None:
    text = "要加强普惠性、基础性、兜底性民生建设，让群众的日子一年更比一年好。"
    other = "改革要增强系统性、整体性、协同性，一张蓝图干到底。"
    found = made_of(text, library(text, text, other))
    doubts = [doubt for one in found for doubt in one.doubts if doubt.choice is None]
    assert any("普惠性系统性" in doubt.forbidden for doubt in doubts)
    assert any("系统性和兜底性" in doubt.forbidden for doubt in doubts)


def test_nobody_is_shown_words_of_what_he_may_not_read() -> None:
    assert not made_of(FOUR, library(members=(OTHERS,)))


def test_another_wording_of_the_formulation_has_no_strangers() -> None:
    text = "协调推进全面建成小康社会、全面深化改革、全面推进依法治国、全面从严治党。"
    found = made_of(text, library(year=2016))
    assert not {"全面依法治国", "全面建设社会主义现代化国家"} & {
        text for one in found for text in wrong(one.made) | right(one.made)
    } - set(found[0].made.answer if found else ())


def test_unlike_items_have_strangers_of_their_field_that_are_not_nearly_the_same() -> None:
    found = made_of(VILLAGES, library())
    told = {text for one in found for text in right(one.made) | wrong(one.made)}
    assert "管理民主" in told or "村容整洁" in told
    assert "生活宽裕" not in told


def test_slogans_that_nobody_named_have_a_stranger_with_one_half_in_common() -> None:
    text = "要坚持自主创新、重点跨越、支撑发展、引领未来的方针，完善科技创新体系。"
    other = "要弘扬锐意进取、开拓创新、攻坚克难的精神，把各项事业推向前进。"
    found = made_of(text, library(other))
    assert {one.made.kind for one in found} == {Kind.CHOICE}
    assert "开拓创新" in {word for one in found for word in right(one.made)}
    assert not {"锐意进取", "攻坚克难"} & {word for one in found for word in right(one.made)}


def test_strangers_of_the_glossary_come_before_words_that_begin_alike_by_chance() -> None:
    text = "要造就有理想、有道德、有文化、有纪律的一代新人，这是教育战线的根本任务。"
    other = "这是一次有组织、有计划、有预谋的违法活动，必须坚决予以制止。"
    assert not made_of(text, library(text, other))


def test_without_strangers_there_is_no_question() -> None:
    assert not made_of(FOUR, library())
