"""The title block: title, subtitle, date, speaker, occasion, number."""

import pytest

from study.materials.cleaning import clean
from study.materials.front import Front
from study.materials.source import Line, Source

BODY = (
    "现在，我代表市人民政府，向大会报告工作，请予审议，并请各位政协委员提出意见，这是第一段正文。"
)


def front(*head: str) -> Front:
    return clean(Source(tuple(Line(line) for line in (*head, "各位代表：", BODY, BODY)))).front


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            ["2026年甘肃省政府工作报告", "——二〇二六年一月二十七日在甘肃省十四届人民代表大会第四次会议上", "甘肃省省长 任某某"],
            Front("2026年甘肃省政府工作报告", "", "甘肃省省长 任某某", "甘肃省十四届人民代表大会第四次会议上", "2026-01-27"),
        ),
        (
            ["政府工作报告", "", "——2007年3月5日在第十届全国人民代表大会第五次会议上国务院总理　温某某"],
            Front("政府工作报告", "", "国务院总理　温某某", "第十届全国人民代表大会第五次会议上", "2007-03-05"),
        ),
        (
            ["1984年政府工作报告－－1984年5月15日在第六届全国人民代表大会第二次会议上", "国务院总理赵某某"],
            Front("1984年政府工作报告", "", "国务院总理赵某某", "第六届全国人民代表大会第二次会议上", "1984-05-15"),
        ),
        (
            ["在全市作风建设推进会上", "的讲话", "（2026年9月18日）", "X书记"],
            Front("在全市作风建设推进会上的讲话", "", "X书记", "", "2026-09-18"),
        ),
        (
            ["某市关于印发《试点", "工作方案》的通知", "2018年1月1日"],
            Front("某市关于印发《试点工作方案》的通知", spoken_on="2018-01-01"),
        ),
        (
            ["国务院关于做好当前促进就业工作的若干意见", "国发〔2018〕39号", "国务院关于做好当前", "促进就业工作的若干意见", "国发〔2018〕39号"],
            Front("国务院关于做好当前促进就业工作的若干意见", document_number="国发〔2018〕39号"),
        ),
        (
            ["2006年政 府 工 作 报 告", "团结奋斗，再创辉煌"],
            Front("2006年政府工作报告", "团结奋斗，再创辉煌", spoken_on="2006"),
        ),
        (["调查研究是谋事之基", "来源：某某日报", "2023年4月12日"], Front("调查研究是谋事之基", spoken_on="2023-04-12")),
    ],
)  # fmt: skip
def test_the_head_is_read(head: list[str], expected: Front) -> None:
    assert front(*head) == expected


def test_the_date_of_publication_serves_only_when_nothing_else_is_said() -> None:
    assert front("某市工作报告", "时间：2026-02-24").spoken_on == "2026-02-24"
    assert front("某市工作报告", "时间：2026-02-24", "（2026年1月5日）").spoken_on == "2026-01-05"


def test_a_law_is_cited_by_its_latest_amendment() -> None:
    lines = [
        Line("中华人民共和国监督法", heading=1, whole=True),
        Line("2006年8月27日 第十届全国人民代表大会常务委员会第二十三次会议通过"),
        Line("2024年11月8日 第十四届全国人民代表大会常务委员会第十二次会议修正"),
        Line("第一章 总则", heading=2, whole=True),
        Line("第一条 为了保障全国人民代表大会常务委员会依法行使监督职权，根据宪法，制定本法。"),
    ]
    assert clean(Source(tuple(lines))).front.spoken_on == "2024-11-08"


def test_a_notice_is_dated_by_its_signature() -> None:
    text = [
        "某市人民政府关于做好春耕工作的通知",
        "各县人民政府：",
        BODY,
        "某市人民政府",
        "二〇二五年三月五日",
    ]
    assert clean(Source(tuple(map(Line, text)))).front.spoken_on == "2025-03-05"


def test_a_text_without_a_title_has_none() -> None:
    assert front().title == ""


def test_a_date_above_the_title_is_read_and_not_cut() -> None:
    lines = ["2026年9月18日", "在全市作风建设推进会上的讲话", "各位代表：", BODY]
    cleaned = clean(Source(tuple(map(Line, lines))))
    assert cleaned.front == Front("在全市作风建设推进会上的讲话", spoken_on="2026-09-18")
    assert cleaned.cuts == []


def test_head_lines_that_say_nothing_new_stay_in_the_text() -> None:
    lines = [
        "某市试点工作方案",
        "指导思想",
        "基本原则",
        "2018年1月1日",
        "2019年2月2日",
        "各位代表：",
        BODY,
    ]
    result = clean(Source(tuple(map(Line, lines))))
    said = [result.front.subtitle, result.front.speaker, *(row.text for row in result.rows)]
    assert {"指导思想", "基本原则", "2019年2月2日", BODY} <= set(said)
    assert result.front.speaker == ""
