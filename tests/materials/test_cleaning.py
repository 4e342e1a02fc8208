"""What is cut from a source, and that nothing else is."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.materials.cleaning import clean
from study.materials.formats import read
from study.materials.source import Line, Source
from tests.corpus import CORPUS, corpus_files, needs_corpus, outlined

FIELDS = ("subtitle", "speaker", "occasion", "spoken_on", "document_number")
MARKS = set("—－-（）()年月日在〇零○一二三四五六七八九十0123456789０１２３４５６７８９标题：#")


def _visible(text: str) -> str:
    return re.sub(r"[\s\u200b-\u200f\ufeff\ue000-\uf8ff]", "", text)


BODY = """\
同志们：
今天的会议很重要，主要任务是总结上半年的工作，研究部署下半年的重点任务，动员全市上下真抓实干、攻坚克难。
一、提高认识，切实把思想统一到高质量发展上来
高质量发展是全面建设社会主义现代化国家的首要任务，任何时候都不能动摇，任何地方都不能例外，任何干部都不能置身事外。
二、压实责任
责任不落实，一切都是空谈。各级领导干部要带头领任务、带头担责任、带头抓落实，用自己的实干带动全市的实干。"""


def cleaned(text: str, noise: tuple[str, ...] = ()) -> tuple[list[str], dict[str, list[str]], str]:
    """The body's rows, what was cut by reason, and the title."""
    result = clean(Source(tuple(Line(line) for line in text.splitlines())), noise)
    reasons: dict[str, list[str]] = {}
    for cut in result.cuts:
        reasons.setdefault(cut.reason, []).append(cut.text)
    return [row.text for row in result.rows], reasons, result.front.title


def test_a_distributors_banner_goes_from_both_ends_and_is_named() -> None:
    banner = [
        "仅供学习 禁止外传",
        "某某学习平台",
        "追求卓越 服务至上",
        "【打击倒卖活动】",
        "会员群：12345 免费QQ群：67890",
    ]
    text = "\n".join(
        [*banner, "", "在全市半年工作会议上的讲话", BODY, "仅供学习 禁止外传", "更多资料请进群"]
    )
    rows, cuts, title = cleaned(text)
    assert title == "在全市半年工作会议上的讲话"
    assert rows == BODY.splitlines()
    assert cuts == {"分发者的横幅": [*banner, "仅供学习 禁止外传", "更多资料请进群"]}


def test_a_long_offer_before_the_title_is_no_speech() -> None:
    offer = "凡举报倒卖会员资料者，一经核实，平台赠送一年会员；会员可看近三年全部资料，新资料第一时间发布，永不涨价。"
    rows, cuts, title = cleaned(f"{offer}\n\n在全市半年工作会议上的讲话\n{BODY}")
    assert title == "在全市半年工作会议上的讲话"
    assert rows == BODY.splitlines()
    assert cuts == {"分发者的横幅": [offer]}


def test_the_furniture_of_a_web_page_goes() -> None:
    head = ["下载", "打印", "【字号：", "大", "中", "小", "】", "2026年某市政府工作报告"]
    rest = [
        "来源：某某日报",
        "时间：2026-02-24",
        "分享",
        "市长在会上作政府工作报告。本报记者 张三 摄",
    ]
    tail = ["责任编辑：", "李四", "扫一扫在手机打开当前页", "打印本页"]
    rows, cuts, title = cleaned("\n".join([*head, *rest, BODY, *tail]))
    assert title == "2026年某市政府工作报告"
    assert rows == BODY.splitlines()
    assert cuts["图片说明"] == [rest[3]]
    assert cuts["网页栏目"] == [*head[:-1], *rest[:3], *tail]


def test_words_of_a_banner_inside_the_speech_stay() -> None:
    body = (
        BODY
        + "\n要畅通群众举报渠道，严厉打击倒卖文物的犯罪，规范会员收费，任何协会不得强制企业入会。"
    )
    body += "\n同志们，让我们团结起来，为全面建设现代化的新城市而努力奋斗，以优异成绩向人民报告！"
    rows, cuts, _ = cleaned("在全市半年工作会议上的讲话\n" + body)
    assert rows == body.splitlines()
    assert cuts == {}


def test_page_numbers_and_broken_lines_are_mended() -> None:
    sentence = (
        "高质量发展是全面建设社会主义现代化国家的首要任务，任何时候都不能动摇，任何地方都不能例外，"
    )
    paragraph = "　　" + sentence * 5 + "任何干部都不能置身事外。"
    wrapped = [paragraph[at : at + 34] for at in range(0, len(paragraph), 34)]
    wrapped.insert(4, "- 2 -")
    text = "\n".join(["在全市半年工作会议上的讲话", "", *wrapped, *wrapped])
    rows, cuts, _ = cleaned(text)
    assert rows == [paragraph.strip()] * 2
    assert cuts == {"页码": ["- 2 -", "- 2 -"]}


def test_a_single_stray_break_inside_a_sentence_is_mended() -> None:
    text = BODY.replace("研究部署下半年的重点", "研究部署下半年的\n重点")
    rows, _, _ = cleaned("在全市半年工作会议上的讲话\n" + text)
    assert rows == BODY.splitlines()


def test_a_long_heading_without_a_mark_is_not_joined_to_its_paragraph() -> None:
    heading = "最重要的问题是自己积累经验，自己认识社会主义建设的客观规律"
    lines = BODY.splitlines()
    text = "\n".join(["在全市半年工作会议上的讲话", *lines[:2], heading, *lines[2:]])
    rows, _, _ = cleaned(text)
    assert rows == [*lines[:2], heading, *lines[2:]]


def test_planted_terms_are_cut_with_their_brackets_and_shown_in_place() -> None:
    text = BODY.replace("任何地方", "（某某文库）任何地方").replace(
        "带头担责任", "带头某某文库担责任"
    )
    rows, cuts, _ = cleaned("在全市半年工作会议上的讲话\n" + text, noise=("某某文库",))
    assert rows == BODY.splitlines()
    assert len(cuts["插入的杂词"]) == 2
    assert all("某某文库" in place and len(place) > 12 for place in cuts["插入的杂词"])


def test_a_second_copy_of_the_whole_text_goes() -> None:
    middle = ["索 引 号：", "000014349/2018-00212", "发文机关：", "某市人民政府"]
    text = "\n".join(
        ["在全市半年工作会议上的讲话", BODY, *middle, "在全市半年工作会议上的讲话", BODY]
    )
    rows, cuts, _ = cleaned(text)
    assert rows == BODY.splitlines()
    assert len(cuts["重复的全文"]) == len(middle) + 1 + len(BODY.splitlines())


def test_what_stands_only_once_is_not_cut_with_a_second_copy() -> None:
    annex = (
        "附件：试点地区要按照本方案的要求，制定具体实施办法，明确责任分工，并于年底前报送进展情况。"
        * 3
    )
    text = "\n".join(["某市新闻网", "在全市半年工作会议上的讲话", BODY, annex, BODY, "某市新闻网"])
    rows, _, _ = cleaned(text)
    assert annex in rows
    assert "\n".join(rows).startswith(BODY)


@pytest.mark.parametrize(
    "sentence",
    ["要用好政务微信公众号和移动客户端，把政策讲清楚、讲明白，让群众听得懂、用得上、真受益。", "（三）落实税收优惠政策", "（三）严厉打击倒卖票证行为",
     "低保标准提高到每人800元/月。", "要整治“指尖上的形式主义”，全面清理工作用微信群、QQ群，切实为基层松绑减负。", "推广“扫码办”“掌上办”，让数据多跑路、群众少跑腿，办事更方便。"],
)  # fmt: skip
def test_a_speech_does_not_end_where_it_speaks_of_groups_and_offers(sentence: str) -> None:
    body = (
        BODY
        + f"\n{sentence}\n"
        + "各级各部门要把责任扛在肩上、抓在手上，以钉钉子的精神抓好落实，向人民交出满意的答卷。"
    )
    for text in (body, "\n".join(reversed(body.splitlines()))):
        rows, cuts, _ = cleaned("在全市半年工作会议上的讲话\n同志们：\n" + text)
        assert sorted(rows) == sorted(["同志们：", *text.splitlines()])
        assert cuts == {}


@pytest.mark.parametrize(
    "line",
    ["广大新闻记者深入一线拍摄，采写了一大批有温度、接地气的好报道，凝聚起团结奋进的强大力量。", "组织书画摄影大赛和微电影拍摄活动，丰富群众的精神文化生活。",
     "四、认真听取和审议“一府两院”所作工作报告"],
)  # fmt: skip
def test_photographers_in_a_speech_are_no_caption(line: str) -> None:
    rows, cuts, _ = cleaned(f"在全市半年工作会议上的讲话\n{BODY}\n{line}")
    assert rows[-1] == line
    assert cuts == {}


def test_a_planted_term_goes_from_the_title_too() -> None:
    _, _, title = cleaned(f"在全市某某文库半年工作会议上的讲话\n{BODY}", noise=("某某文库",))
    assert title == "在全市半年工作会议上的讲话"


@needs_corpus
def test_no_character_of_the_corpus_disappears_without_a_word() -> None:
    for path in corpus_files():
        source = read(path)
        result = clean(source)
        said = [result.front.title, *(getattr(result.front, name) for name in FIELDS)]
        kept = "".join(
            [*(row.text for row in result.rows), *(cut.text for cut in result.cuts), *said]
        )
        missing = Counter(_visible("".join(line.text for line in source.lines))) - Counter(
            _visible(kept)
        )
        # Marks around a date or a subtitle (——, 年月日) are kept as what they say.
        lost = sum(count for character, count in missing.items() if character not in MARKS)
        assert lost <= 12, (path.name, missing)


def test_a_table_of_contents_goes() -> None:
    contents = ["目　录", "一、提高认识，切实把思想统一到高质量发展上来……1", "二、压实责任……3"]
    rows, cuts, _ = cleaned("\n".join(["在全市半年工作会议上的讲话", *contents, BODY]))
    assert rows == BODY.splitlines()
    assert cuts == {"目录": contents}


@given(
    st.lists(
        st.text("高质量发展是首要任务坚持人民至上，、；", min_size=30, max_size=80).map(
            lambda t: t + "。"
        ),
        min_size=3,
        max_size=12,
        unique=True,
    )
)
def test_clean_prose_passes_through_to_the_character(paragraphs: list[str]) -> None:
    rows, cuts, title = cleaned("\n".join(["在全市半年工作会议上的讲话", *paragraphs]))
    assert (title, rows, cuts) == ("在全市半年工作会议上的讲话", paragraphs, {})


@needs_corpus
@pytest.mark.parametrize(
    "name", sorted(path.name for path in (CORPUS / "reports_provincial").glob("*.txt"))
)
def test_a_scraped_report_comes_out_as_the_one_cleaned_by_hand(name: str) -> None:
    raw, by_hand = (
        outlined(CORPUS / folder / name)
        for folder in ("reports_provincial_raw", "reports_provincial")
    )
    raw_texts, texts = ([part.text for part in one.paragraphs] for one in (raw, by_hand))
    common = sum(len(text) for text in texts if text in set(raw_texts))
    assert raw.front.title == by_hand.front.title
    assert common >= 0.98 * max(sum(map(len, texts)), sum(map(len, raw_texts)))
