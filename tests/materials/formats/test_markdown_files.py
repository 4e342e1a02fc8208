from study.materials.formats import markdown
from study.materials.source import Line


def _lines(text: str) -> list[Line]:
    return list(markdown.read(text.encode()).lines)


def _texts(text: str) -> list[str]:
    return [line.text for line in _lines(text)]


def test_headings_keep_their_level_and_lose_their_marks() -> None:
    assert _lines("# 在会议上的**讲话**\n## 一、要求 ##\n正文\n") == [
        Line("在会议上的讲话", heading=1, whole=True),
        Line("一、要求", heading=2, whole=True),
        Line("正文", whole=True),
    ]


def test_a_source_line_is_a_line_and_the_last_one_ends_the_paragraph() -> None:
    assert _lines("甲\n乙  \n丙\n\n丁") == [
        Line("甲"),
        Line("乙"),
        Line("丙", whole=True),
        Line("", whole=True),
        Line("丁", whole=True),
    ]


def test_inline_marks_are_stripped() -> None:
    text = "**重**要的[会议](http://a.b)，![图](c.png)`代码`<b>粗</b><!-- 注 -->和~~旧~~的&amp;。"
    assert _texts(text) == ["重要的会议，代码粗和旧的&。"]


def test_bold_beside_chinese_quotation_marks_is_stripped_too() -> None:
    assert _texts("坚持**“两个毫不动摇”**的方针") == ["坚持“两个毫不动摇”的方针"]


def test_ordinals_stay_and_bullets_go() -> None:
    assert _texts("3. 第三\n4. 第四\n   续\n\n- 甲\n- 乙\n\n1) 括号") == [
        "3.第三", "4.第四", "续", "", "甲", "乙", "", "1)括号",
    ]  # fmt: skip


def test_quotes_and_indented_paragraphs_are_text() -> None:
    assert _texts("> 引文\n\n    缩进的段落\n\n　　全角缩进") == [
        "引文",
        "",
        "缩进的段落",
        "",
        "全角缩进",
    ]


def test_a_table_row_is_a_line() -> None:
    assert _texts("| 甲 | 乙 |\n|---|---|\n| `1` | **2** |\n| | 3 |") == ["甲　乙", "1　2", "3"]


def test_html_loses_its_tags_and_keeps_its_text() -> None:
    block = "<div>\n框里<br>的字\n</div>\n\n<!-- 注\n释 -->\n\n<script>\nf()\n</script>\n\n完"
    assert "".join(_texts(block)) == "框里的字完"
    assert _texts("上<br/>下") == ["上", "下"]


def test_code_blocks_are_kept() -> None:
    assert _texts("```\n甲 = 1\n\n乙\n```") == ["甲 = 1", "", "乙"]


def test_front_matter_becomes_properties() -> None:
    front = (
        "---\ntitle: \"标题: 副标题\"\npublish_date: '2024-01-02'\nauthor: 张三\ntags: [a]\n---\n"
    )
    source = markdown.read((front + "正文\n").encode())
    assert source.lines == (Line("正文", whole=True),)
    assert source.properties == {"title": "标题: 副标题", "date": "2024-01-02", "author": "张三"}


def test_a_rule_further_down_is_no_front_matter() -> None:
    source = markdown.read("正文\n\n---\ntitle: 甲\n---\n".encode())
    assert source.properties == {}
    assert source.lines[0].text == "正文"


def test_the_charset_is_found_as_for_text() -> None:
    text = "# 标题\n全面建设社会主义现代化国家"
    source = markdown.read(text.encode("gb18030"))
    assert (source.charset, source.lines[0]) == ("gb18030", Line("标题", heading=1, whole=True))
