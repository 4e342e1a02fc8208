"""Which passages can stand alone."""

import re

import pytest

from study.materials.excerpts import LONGEST, SHORTEST, excerpts, passages
from study.materials.paragraph import Paragraph
from study.materials.standalone import objection, opening_objection
from tests.corpus import corpus_files, needs_corpus, outlined

GOOD = "坚持人民至上，把群众满意不满意作为检验工作成效的根本标准，一件事情接着一件事情办，一年接着一年干。"


def texts(paragraph: str) -> list[str]:
    return [span.text for span, _ in passages(paragraph)]


@pytest.mark.parametrize(
    "opening",
    ["因此，", "同时，", "另一方面，", "他指出，", "这就要求我们", "其中，", "二是", "第二，", "首先，", "（一）", "1.", "——", "也要", "有的",
     "上述", "此外，", "实现这一目标，"],
)  # fmt: skip
def test_a_passage_does_not_lean_on_what_stood_before(opening: str) -> None:
    assert opening_objection(opening + GOOD)


def test_a_plain_beginning_is_taken() -> None:
    assert not opening_objection(GOOD)
    assert not opening_objection("第三条　" + GOOD)
    assert texts(GOOD) == [GOOD]


@pytest.mark.parametrize(
    "sentence",
    ["同志们，让我们行动起来，为实现目标而奋斗。", "现在，我代表市人民政府向大会报告工作。", "感谢大家多年来的支持和帮助。", "下面，我讲三点意见。",
     "具体办法见附件。", "违反前款规定的，依法处理。", "这次会议开得很好、很成功。"],
)  # fmt: skip
def test_ceremony_and_pointers_are_in_no_passage(sentence: str) -> None:
    assert objection(sentence)
    assert texts(GOOD + sentence) == [GOOD]


def test_an_enumeration_comes_whole_or_not_at_all() -> None:
    points = [
        "一是要学得深一些、悟得透一些，真正入脑入心。",
        "二是要做得实一些、细一些，真正见行见效。",
        "三是要管得严一些、久一些，真正成风化俗。",
    ]
    paragraph = "抓好学习教育，关键要做到三条。" + "".join(points)
    assert texts(paragraph) == [paragraph]
    assert texts("".join(points)) == []


def test_a_quotation_is_not_cut_in_two() -> None:
    paragraph = "古人讲：“天下大事，必作于细。天下难事，必作于易。”" + GOOD
    assert paragraph in texts(paragraph)
    assert not [text for text in texts(paragraph) if text.count("“") != text.count("”")]


def test_figures_are_no_excerpt() -> None:
    paragraph = "地区生产总值增长5.8%，规模以上工业增加值增长9.2%，固定资产投资增长3.9%，社会消费品零售总额增长6.5%。"
    assert texts(paragraph) == []


def test_a_sentence_that_announces_a_list_does_not_end_a_passage() -> None:
    assert (
        texts("加强党的建设，必须牢牢把握以下几个方面的重点任务，并且一项一项抓好落实、抓出成效：")
        == []
    )


def test_headings_give_no_excerpts() -> None:
    assert excerpts([Paragraph(1, 1, "一、" + GOOD)]) == []


def test_a_concession_is_not_cut_from_its_turn() -> None:
    first = "近几年，我们在安全生产方面采取了一系列有力的措施，各方面的工作都取得了明显的成效。"
    turn = "但形势依然严峻，容不得半点松懈，必须时刻绷紧安全这根弦。"
    assert texts(first + turn) == [first + turn]


def test_trouble_that_is_not_named_ends_no_passage() -> None:
    assert (
        texts(
            "在肯定成绩的同时，我们清醒地看到，政府的工作中还有缺点和不足，前进中还存在一些矛盾和困难。"
        )
        == []
    )


def test_a_time_that_is_not_said_is_no_help() -> None:
    sentence = "由于当时对地震方面的汇报较少，专家建议加强房屋和地面变形的监测，及时撤离群众，妥善安排生活。"
    assert texts(sentence) == []
    assert texts(sentence.replace("由于当时", "由于2003年当时")) != []


def test_only_the_first_paragraph_of_an_article_gives_excerpts() -> None:
    article = Paragraph(
        1,
        0,
        "第八十一条　营利法人应当设执行机构，执行机构为董事会或者执行董事，对权力机构负责，接受监督机构的监督。",
    )
    later = Paragraph(
        2, 0, "执行机构行使召集权力机构会议，决定法人的经营计划和投资方案，决定内部管理机构的设置。"
    )
    assert [one.paragraph for one in excerpts([article, later])] == [1]


@needs_corpus
def test_every_excerpt_of_the_corpus_is_whole_verbatim_and_short() -> None:
    for path in corpus_files():
        material = outlined(path)
        by_number = {part.number: part for part in material.paragraphs}
        end = 0
        last = 0
        for one in material.excerpts:
            paragraph = by_number[one.paragraph]
            assert paragraph.level == 0
            assert paragraph.text[one.start : one.start + len(one.text)] == one.text
            assert SHORTEST <= len(one.text) <= LONGEST
            assert re.search(r"[。！？!?][”’』」）》】)\"]*$", one.text)
            assert one.paragraph > last or one.start >= end, "overlap"
            last, end = one.paragraph, one.start + len(one.text)


@needs_corpus
def test_all_of_the_corpus_becomes_material() -> None:
    files = corpus_files()
    assert len(files) > 140
    assert all(outlined(path).paragraphs for path in files)


@pytest.mark.parametrize(
    "sentence",
    ["在我们的国家里，情形恰恰相反，劳动成果归全体人民所有，由全体人民共同支配和享用。", "从国际看，世界多极化深入发展，新兴市场国家整体实力步入上升时期，机遇大于挑战。",
     "建议加强监测，以掌握其长期变化，并据此确定有无必要采取进一步的防灾措施，确保安全。", "清单之外的，一律不得实施审批，任何部门都不得以任何名义变相设定前置条件和环节。",
     "总的要求是，统筹规划、因地制宜，发挥各地的优势，逐步缩小地区之间的发展差距。"],
)  # fmt: skip
def test_half_of_a_thought_is_no_beginning(sentence: str) -> None:
    assert opening_objection(sentence) == "half of a thought"


def test_what_goes_on_with_a_list_is_not_cut_off_before_it() -> None:
    assert (
        texts("用先进技术改造提升传统产业，要以企业为主体，以技术进步为支撑，着重抓好四个环节。")
        == []
    )


def test_a_question_is_not_left_without_its_answer() -> None:
    question = (
        "我们的社会主义事业取得了伟大的胜利，我们究竟是依靠了什么力量，才能不断从胜利走向胜利呢？"
    )
    answer = "依靠的就是党的领导，就是亿万人民群众的力量，就是艰苦奋斗的精神。"
    assert texts(question) == []
    assert question + answer in texts(question + answer)
