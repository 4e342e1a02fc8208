"""Which enumerations of a material are worth a question."""

import pytest

from study.phrases.glossary import parse
from study.questions.enumeration import Enumeration
from study.questions.listed import enumerations
from study.questions.supply import Supply, supply
from tests.corpus import corpus_files, needs_corpus, outlined
from tests.phrases.extracting import extracted, paragraphs
from tests.questions.listing import FOUR, GLOSSARY, library


def listed(*texts: str, supply: Supply | None = None) -> list[Enumeration]:
    return enumerations(paragraphs(*texts), extracted(*texts), supply or library())


def test_items_of_the_glossary_are_known_where_the_name_does_not_stand() -> None:
    [one] = listed(FOUR)
    assert one.name == "四个意识"
    assert one.items == ("政治意识", "大局意识", "核心意识", "看齐意识")
    assert one.quote == FOUR
    assert not one.frame


def test_items_are_told_as_the_paragraph_writes_them() -> None:
    [one] = listed("要增强“政治意识”、“大局意识”、“核心意识”、“看齐意识”。")
    assert all(item in one.quote for item in one.items)


def test_a_wording_is_not_looked_for_in_older_texts() -> None:
    text = "协调推进全面建设社会主义现代化国家、全面深化改革、全面依法治国、全面从严治党。"
    assert [one.name for one in listed(text, supply=library(year=2021))] == ["四个全面"]
    assert not [one for one in listed(text, supply=library(year=2015)) if one.name]


def test_what_the_text_calls_a_principle_is_asked_by_its_sentence() -> None:
    [one] = listed("要坚持预防为主、城乡兼顾、中西医结合的方针，逐步改革现有的医疗制度。")
    assert one.frame == "要坚持……的方针，逐步改革现有的医疗制度"
    assert one.reasons == ("原文说这三项是“方针”",)


def test_of_a_long_sentence_as_much_is_told_as_stands_alone() -> None:
    [one] = listed(
        "党中央及时作出加强宏观调控的部署，按照果断有力、适时适度、注重实效的原则，综合运用经济、法律手段"
        "和必要的行政手段，着力解决影响经济平稳较快发展的突出问题，今年又采取了一些新的措施。"
    )
    assert one.frame == (
        "按照……的原则，综合运用经济、法律手段和必要的行政手段，着力解决影响经济平稳较快发展的突出问题"
    )


def test_the_place_that_asks_best_is_taken() -> None:
    poor = "今年继续执行调整、改革、整顿、提高的方针。"
    good = "国民经济要按照调整、改革、整顿、提高的方针，走上稳步发展的轨道。"
    [one] = listed(poor, good)
    assert one.paragraph == 2
    assert one.frame == "国民经济要按照……的方针，走上稳步发展的轨道"


@pytest.mark.parametrize(
    "text",
    [
        "我们要坚持社会主义道路，坚持人民民主专政，坚持共产党的领导，坚持马克思列宁主义的原则。",
        "要努力建成具有现代农业、现代工业、现代国防和现代科学技术的社会主义强国的道路。",
    ],
)
def test_a_part_of_a_list_is_not_asked_for(text: str) -> None:
    assert not [one for one in listed(text, supply=library(text, text)) if len(one.items) == 3]


def test_what_a_list_is_called_otherwise_is_not_asked_by_the_name_of_the_glossary() -> None:
    text = "要按照产业兴旺、生态宜居、乡风文明、治理有效、生活富裕的新发展理念，推进乡村建设。"
    assert not [one for one in listed(text) if one.name]


def test_some_items_of_a_formulation_are_asked_for_by_their_sentence() -> None:
    text = "要推进产业兴旺、生态宜居、乡风文明，让广大农民过上好日子。"
    [one] = listed(text)
    assert not one.name
    assert one.reasons == ("提法表里“乡村振兴总要求”的内容",)


def test_items_are_taken_where_they_stand_together() -> None:
    text = (
        "要深化要素市场化改革，打造市场化、法治化、国际化的营商环境，让各类企业安心经营、放心投资。"
    )
    [one] = listed(text, supply=library(text, text))
    assert one.frame == "打造……的营商环境，让各类企业安心经营、放心投资"


def test_a_name_with_the_number_of_its_items_is_kept_with_its_sentence() -> None:
    [one] = listed("全省要推动空港、陆港、海港、信息港“四港联动”，建设现代物流体系。")
    assert one.name == "四港联动"
    assert "……“四港联动”" in one.frame


def test_what_several_materials_list_is_worth_knowing() -> None:
    text = "要加强普惠性、基础性、兜底性民生建设，让群众的日子一年更比一年好。"
    assert not listed(text)
    [one] = listed(text, supply=library(text, "坚持普惠性、基础性、兜底性，办好民生实事。"))
    assert one.reasons == ("原文列出三项", "2份资料这样列")


@pytest.mark.parametrize(
    "text",
    [
        "本省的公路、铁路、水路运输企业都要参加安全生产大检查活动。",
        "要办好学前教育、特殊教育和网络教育，让每个孩子都有书读。",
        "全县水稻、玉米、大豆、马铃薯的单产都比前五年有所提高。",
        "今年要坚持积极稳妥、量力而行、分步实施的原则，把项目建成。",
        "因此要坚持积极稳妥、量力而行、分步实施的原则，把项目建成。",
    ],
)
def test_lists_of_things_and_sentences_that_do_not_stand_alone_are_left_out(text: str) -> None:
    assert not listed(text)


def test_laws_enumerate_otherwise() -> None:
    text = "第五条　处理相邻关系应当坚持有利生产、方便生活、团结互助、公平合理的原则。"
    assert not listed(*[text] * 5)


def test_slogans_count_as_items_where_several_materials_have_them() -> None:
    text = "要抓紧解决群众最关心、最直接、最现实的利益问题，让群众的日子越过越好。"
    [one] = listed(text, supply=library(text, text))
    assert one.items == ("最关心", "最直接", "最现实")


def test_slogans_from_before_the_reform_are_left_to_the_glossary() -> None:
    text = "我们必须坚持抓革命、促生产、促工作、促战备的方针，把国民经济搞上去。"
    assert listed(text, supply=library(year=2019))
    assert not listed(text, supply=library(year=1975))


def test_what_was_listed_before_the_reform_is_asked_where_it_is_listed_later() -> None:
    text = "我们必须坚持抓革命、促生产、促工作、促战备的方针，把国民经济搞上去。"
    [one] = listed(text, supply=library(text, year=1975))
    assert not one.then


def test_a_formulation_of_the_glossary_that_is_not_is_dated() -> None:
    old = supply([], parse(GLOSSARY.replace("2016-01-29", "1956")), material=1, year=1960)
    [one] = listed(FOUR, supply=old)
    assert one.then == 1960


@needs_corpus
def test_items_stand_word_for_word_in_the_paragraph_that_is_cited() -> None:
    for path in [path for path in corpus_files() if path.parent.name == "party"]:
        draft = outlined(path)
        texts = {paragraph.number: paragraph.text for paragraph in draft.paragraphs}
        phrases = extracted(*texts.values())
        found = enumerations(draft.paragraphs, phrases, library())
        assert all(item in texts[one.paragraph] for one in found for item in one.items)
        assert all(one.quote in texts[one.paragraph] for one in found)
        assert all(one.naming in texts[one.paragraph] for one in found)
        assert all(part in one.quote for one in found for part in one.frame.split("……"))
