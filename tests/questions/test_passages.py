"""Which words of a paragraph can carry a question."""

import pytest

from study.materials.paragraph import Paragraph
from study.questions.passages import passages


def texts(*paragraphs: str) -> list[str]:
    each = [Paragraph(number, 0, text) for number, text in enumerate(paragraphs, 1)]
    return [passage.text for passage in passages(each)]


def test_whole_sentences_that_stand_alone_are_taken_verbatim() -> None:
    text = "发展是解决一切问题的基础和关键。因此必须坚定不移把发展抓紧抓实。"
    [passage] = passages([Paragraph(7, 0, text)])
    assert passage.text == "发展是解决一切问题的基础和关键。"
    assert (passage.paragraph, passage.start) == (7, 0)


def test_the_sign_of_a_point_is_left_out() -> None:
    text = "一是坚持把群众满意作为检验工作的根本标准。"
    [passage] = passages([Paragraph(1, 0, text)])
    assert text[passage.start :] == passage.text == "坚持把群众满意作为检验工作的根本标准。"


@pytest.mark.parametrize(
    "sentence",
    [
        "去年我们坚持把群众满意作为检验工作的根本标准。",
        "各位代表，我们要坚持把群众满意作为检验工作的标准。",
        "国内生产总值增长5.5%，财政收入增长8.1%，粮食产量达到1.3万亿斤。",
        "我们看到，作风建设是一场没有终点的赛跑，必须抓下去。",
        "太短的句子。",
    ],
)
def test_others_are_not(sentence: str) -> None:
    assert texts(sentence) == []


def test_quotation_marks_around_the_whole_are_left_out() -> None:
    text = "“中国共产党领导是中国特色社会主义最本质的特征。”"
    [passage] = passages([Paragraph(1, 0, text)])
    assert (passage.start, passage.text) == (1, text[1:-1])


def test_headings_carry_none_and_articles_of_laws_are_known() -> None:
    law = [
        Paragraph(1, 1, "第一章　坚持把群众满意作为检验工作的根本标准"),
        Paragraph(2, 0, "第一条　每届任期为五年，届满应当按期进行换届选举。"),
    ]
    [passage] = passages(law)
    assert passage.is_law
    assert passage.text == "每届任期为五年，届满应当按期进行换届选举。"
