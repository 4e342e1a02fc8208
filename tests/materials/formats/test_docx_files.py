import io

import docx as python_docx
import pytest

from study.materials.errors import Unreadable, UnreadableFile
from study.materials.formats import docx
from study.materials.source import Line
from tests.materials.formats.file_builders import body, docx_of, fixtures, p, part, zipped

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
STYLES = part(
    "styles",
    '<w:style w:type="paragraph" w:default="1" w:styleId="n"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="b2"><w:name w:val="标题 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="公文小标题"/>'
    '<w:basedOn w:val="h1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="loop"><w:name w:val="圈"/><w:basedOn w:val="loop"/>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="10"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="gone"><w:name w:val="暗"/>'
    "<w:rPr><w:vanish/></w:rPr></w:style>"
    '<w:style w:type="character" w:styleId="dark"><w:name w:val="隐"/>'
    "<w:rPr><w:vanish/></w:rPr></w:style>",
)


def _lines(content: str, **parts: str) -> list[Line]:
    return list(docx.read(docx_of(body(content), **parts)).lines)


def _texts(content: str, **parts: str) -> list[str]:
    return [line.text for line in _lines(content, **parts)]


def _run(content: str, settings: str = "") -> str:
    text = content if content.startswith("<") else f"<w:t>{content}</w:t>"
    return f"<w:r><w:rPr>{settings}</w:rPr>{text}</w:r>"


def test_every_paragraph_is_a_whole_line() -> None:
    assert _lines(p("甲") + p("") + p("乙")) == [
        Line("甲", whole=True),
        Line("", whole=True),
        Line("乙", whole=True),
    ]


def test_breaks_tabs_and_hyphens_inside_a_paragraph() -> None:
    runs = "<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙\n丁</w:t><w:noBreakHyphen/></w:r>"
    assert _texts(p(runs)) == ["甲", "乙 丙 丁-"]


def test_headings_come_from_styles_and_outline_levels() -> None:
    content = "".join(
        p("甲", settings)
        for settings in (
            '<w:pStyle w:val="t"/>',
            '<w:pStyle w:val="h1"/>',
            '<w:pStyle w:val="b2"/>',
            '<w:pStyle w:val="own"/>',
            '<w:outlineLvl w:val="2"/>',
            '<w:pStyle w:val="h1"/><w:outlineLvl w:val="9"/>',
            '<w:pStyle w:val="loop"/>',
            '<w:pStyle w:val="unheard-of"/>',
            "",
        )
    )
    content += p("", '<w:pStyle w:val="h1"/>')
    headings = [line.heading for line in _lines(content, styles=STYLES)]
    assert headings == [1, 2, 3, 2, 4, None, None, None, None, None]


def test_tracked_changes_are_accepted() -> None:
    runs = (
        "<w:r><w:t>留</w:t></w:r>"
        "<w:ins><w:r><w:t>增</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t>移来</w:t></w:r></w:moveTo>"
    )
    assert _texts(p(runs)) == ["留增移来"]


def test_paragraphs_whose_end_was_deleted_are_joined() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"
    gone = "<w:del><w:r><w:delText>丁</w:delText></w:r></w:del>"
    content = p("甲", deleted) + p("乙") + p(gone, deleted) + p("丙") + p("尾", deleted)
    assert _texts(content) == ["甲乙", "丙", "尾"]


def test_deleted_table_rows_are_left_out() -> None:
    cells = "".join(f"<w:tc>{p(text)}</w:tc>" for text in "甲乙")
    table = f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cells}</w:tr><w:tr>{cells}</w:tr></w:tbl>"
    assert _texts(table) == ["甲　乙"]


def test_a_table_row_is_a_line_and_empty_cells_leave_no_gap() -> None:
    rows = (("序号", "事项", "时限"), ("1", "", "年底"), ("", "", ""))
    table = "".join(
        "<w:tr>" + "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows
    )
    assert _texts(f"<w:tbl>{table}</w:tbl>") == ["序号　事项　时限", "1　年底"]


def test_a_table_that_only_frames_the_text_is_no_table() -> None:
    cell = p("甲", '<w:pStyle w:val="t"/>') + p("乙")
    framed = f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>"
    assert _lines(framed, styles=STYLES) == [
        Line("甲", heading=1, whole=True),
        Line("乙", whole=True),
    ]


def test_a_text_box_is_read_once_after_the_paragraph_that_holds_it() -> None:
    box = f"<w:txbxContent>{p('框')}</w:txbxContent>"
    runs = (
        "<w:r><w:t>甲</w:t><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><wps:txbx>{box}</wps:txbx></mc:Choice>'
        f"<mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>乙</w:t></w:r>"
    )
    assert _texts(p(runs) + p("丙")) == ["甲乙", "框", "丙"]
    assert _texts(p(f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>")) == ["", "框"]


def test_the_result_of_a_field_is_kept_and_its_instruction_is_not() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    inner = (
        mark("begin") + "<w:r><w:t>条件</w:t></w:r>" + mark("separate") + "<w:r><w:t>值</w:t></w:r>"
    )
    runs = (
        "<w:r><w:t>第</w:t></w:r>" + mark("begin") + "<w:r><w:instrText>IF </w:instrText></w:r>"
        + inner + mark("end") + mark("separate") + "<w:r><w:t>三</w:t></w:r>" + mark("end")
        + '<w:fldSimple w:instr="PAGE"><w:r><w:t>页</w:t></w:r></w:fldSimple>'
    )  # fmt: skip
    assert _texts(p(runs)) == ["第三页"]


def test_a_field_that_never_ends_does_not_swallow_the_document() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert _texts(p(begin + "<w:r><w:t>吞</w:t></w:r>") + p("甲")) == ["", "甲"]


def test_the_table_of_contents_is_left_out() -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    block = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{p('目录')}</w:sdtContent></w:sdt>"
    content = block + p("一、总则 1", '<w:pStyle w:val="10"/>') + p("正文")
    assert _texts(content, styles=STYLES) == ["正文"]


def test_content_controls_hyperlinks_and_ruby_are_seen_through() -> None:
    runs = (
        "<w:hyperlink><w:r><w:t>链</w:t></w:r></w:hyperlink>"
        "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent><w:r><w:t>控</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:r><w:ruby><w:rt><w:r><w:t>yīn</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>音</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    )
    block = f"<w:sdt><w:sdtContent>{p(runs)}</w:sdtContent></w:sdt>"
    assert _texts(block) == ["链控音"]


def test_hidden_text_is_dropped_wherever_it_is_hidden() -> None:
    runs = (
        _run("明")
        + _run("暗", "<w:vanish/>")
        + _run("亮", '<w:vanish w:val="0"/>')
        + _run("隐", '<w:rStyle w:val="dark"/>')
    )
    content = p(runs) + p("没有", '<w:pStyle w:val="gone"/>')
    assert _texts(content, styles=STYLES) == ["明亮", ""]


def test_notes_comments_headers_and_footers_are_left_out() -> None:
    notes = {name: part(name, p("旁")) for name in ("footnotes", "comments", "header", "footer")}
    runs = "<w:r><w:t>正文</w:t></w:r><w:r><w:footnoteReference w:id='1'/></w:r>"
    assert _texts(p(runs), **notes) == ["正文"]


def test_a_document_in_the_strict_form_is_read() -> None:
    document = body(p("甲")).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main", STRICT
    )
    assert [line.text for line in docx.read(docx_of(document)).lines] == ["甲"]


def _made(title: str, author: str) -> bytes:
    document = python_docx.Document()
    document.core_properties.title = title
    document.core_properties.author = author
    document.add_heading("在全省工作会议上的讲话", level=0)
    document.add_heading("一、总体要求", level=1)
    document.add_paragraph("同志们：")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_a_document_of_python_docx_is_read_with_its_headings_and_properties() -> None:
    source = docx.read(_made("在全省工作会议上的讲话", "办公厅"))
    assert [(line.text, line.heading) for line in source.lines] == [
        ("在全省工作会议上的讲话", 1),
        ("一、总体要求", 2),
        ("同志们：", None),
    ]
    assert source.properties == {"title": "在全省工作会议上的讲话", "author": "办公厅"}


@pytest.mark.parametrize(
    ("title", "author"),
    [
        ("Microsoft Word - 讲话.doc", "python-docx"),
        ("PowerPoint 演示文稿", "Administrator"),
        ("讲话稿.docx", "微软用户"),
        ("文档1", "Windows 用户"),
        ("Untitled", "user"),
        ("***", "1"),
    ],
)
def test_what_a_program_wrote_by_itself_is_no_property(title: str, author: str) -> None:
    assert docx.read(_made(title, author)).properties == {}


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 and no more",
        zipped({"word/styles.xml": "<a/>"}),
        zipped({"word/document.xml": "<w:document"}),
        zipped({"word/document.xml": body("")[:-4]}),
        zipped({"word/document.xml": part("workbook", "")}),
        zipped({"word/document.xml": b"\xff\xfe\xfd"}),
    ],
)
def test_what_is_no_document_inside_is_damaged(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as caught:
        docx.read(data)
    assert caught.value.reason is Unreadable.DAMAGED


def test_revisions_of_a_real_document_are_accepted() -> None:
    file = fixtures("office_cjk") / "danxiaozhiren__08-comments-revisions.docx"
    assert [line.text for line in docx.read(file.read_bytes()).lines] == [
        "批注和修订样例",
        "本段将被插入批注锚点。",
        "本段后续会通过 OOXML 注入修订标记。插入的修订文字",
    ]
