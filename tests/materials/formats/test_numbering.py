import pytest

from study.materials.formats import docx
from study.materials.formats.numerals import numeral
from tests.materials.formats.file_builders import body, docx_of, p, part


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("decimal", {1: "1", 12: "12", 100: "100"}),
        ("decimalZero", {1: "01", 12: "12"}),
        ("decimalFullWidth", {1: "１", 12: "１２"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 36: "36"}),
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 35: "三十五"}),
        (
            "chineseCountingThousand",
            {100: "一百", 101: "一百零一", 110: "一百一十", 1005: "一千零五", 1260: "一千二百六十"},
        ),
        ("japaneseCounting", {3: "三", 12: "十二"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 25: "贰拾伍", 306: "叁佰零陆"}),
        ("ideographDigital", {10: "一〇", 23: "二三"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 53: "aaa"}),
        ("upperLetter", {2: "B", 28: "BB"}),
        ("lowerRoman", {4: "iv", 9: "ix", 14: "xiv", 2024: "mmxxiv"}),
        ("upperRoman", {40: "XL", 90: "XC"}),
        ("none", {3: ""}),
        ("somethingNew", {3: "3"}),
        ("chineseCounting", {0: "0", 10_000: "10000"}),
    ],
)
def test_numerals_are_written_as_word_writes_them(form: str, numbers: dict[int, str]) -> None:
    assert {number: numeral(number, form) for number in numbers} == numbers


def _level(depth: int, form: str, pattern: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def _numbering(
    levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
) -> str:
    return part("numbering", f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{nums}')


def _item(text: str, depth: int = 0, number: int = 1) -> str:
    settings = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(text, settings)


def _texts(content: str, **parts: str) -> list[str]:
    return [line.text for line in docx.read(docx_of(body(content), **parts)).lines]


def test_the_levels_of_an_official_document_are_numbered() -> None:
    levels = (
        _level(0, "chineseCounting", "%1、")
        + _level(1, "chineseCounting", "（%2）")
        + _level(2, "decimal", "%3.")
        + _level(3, "decimal", "%1.%4", "<w:isLgl/>")
    )
    content = (
        _item("总体要求") + _item("指导思想", 1) + _item("甲", 2) + _item("乙", 2)
        + _item("基本原则", 1) + _item("丙", 2)
        + _item("主要任务") + _item("任务", 1) + _item("丁", 3)
    )  # fmt: skip
    assert _texts(content, numbering=_numbering(levels)) == [
        "一、总体要求",
        "（一）指导思想",
        "1.甲",
        "2.乙",
        "（二）基本原则",
        "1.丙",
        "二、主要任务",
        "（一）任务",
        "2.1 丁",
    ]


def test_chapters_are_set_off_from_their_titles() -> None:
    numbering = _numbering(_level(0, "chineseCountingThousand", "第%1章"))
    assert _texts(_item("总则") + _item("分则"), numbering=numbering) == [
        "第一章 总则",
        "第二章 分则",
    ]


def test_nothing_follows_a_number_that_is_to_stand_close() -> None:
    numbering = _numbering(_level(0, "decimal", "%1", '<w:suff w:val="nothing"/>'))
    assert _texts(_item("甲"), numbering=numbering) == ["1甲"]


def test_bullets_are_dropped_and_empty_paragraphs_show_no_number() -> None:
    numbering = _numbering(_level(0, "bullet", "\uf06c") + _level(1, "decimal", "%2、"))
    content = _item("甲") + _item("乙", 1) + _item("", 1) + _item("丙", 1)
    assert _texts(content, numbering=numbering) == ["甲", "1、乙", "", "3、丙"]


def test_a_level_can_go_on_counting_or_restart_at_a_higher_one() -> None:
    levels = (
        _level(0, "decimal", "%1、")
        + _level(1, "decimal", "第%2条", '<w:lvlRestart w:val="0"/>')
        + _level(2, "decimal", "（%3）", '<w:lvlRestart w:val="1"/>')
    )
    content = (
        _item("甲") + _item("乙", 1) + _item("丙", 2) + _item("丁", 1) + _item("戊", 2)
        + _item("己") + _item("庚", 1) + _item("辛", 2)
    )  # fmt: skip
    assert _texts(content, numbering=_numbering(levels)) == [
        "1、甲",
        "第1条 乙",
        "（1）丙",
        "第2条 丁",
        "（2）戊",
        "2、己",
        "第3条 庚",
        "（1）辛",
    ]


def test_lists_of_one_group_go_on_unless_they_say_where_to_start() -> None:
    nums = "".join(
        f'<w:num w:numId="{id_}"><w:abstractNumId w:val="0"/>{override}</w:num>'
        for id_, override in (
            (1, ""),
            (2, ""),
            (3, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
            (4, f'<w:lvlOverride w:ilvl="0">{_level(0, "decimal", "%1）")}</w:lvlOverride>'),
        )
    )
    content = "".join(_item("甲", number=n) for n in (1, 2, 3, 3, 1, 4))
    numbering = _numbering(_level(0, "chineseCounting", "%1、"), nums)
    assert _texts(content, numbering=numbering) == [
        "一、甲", "二、甲", "五、甲", "六、甲", "七、甲", "8）甲",
    ]  # fmt: skip


def test_a_higher_level_that_has_not_come_yet_counts_as_its_start() -> None:
    levels = _level(0, "decimal", "%1") + _level(1, "decimal", "%1.%2")
    assert _texts(_item("甲", 1), numbering=_numbering(levels)) == ["1.1 甲"]


def test_legal_numbering_is_decimal_throughout() -> None:
    levels = _level(0, "chineseCounting", "%1、") + _level(1, "decimal", "%1.%2", "<w:isLgl/>")
    content = _item("甲") + _item("乙", 1)
    assert _texts(content, numbering=_numbering(levels)) == ["一、甲", "1.1 乙"]


def test_numbers_come_from_the_style_and_can_be_switched_off() -> None:
    levels = _level(0, "chineseCounting", "%1、") + _level(
        1, "chineseCounting", "（%2）", '<w:pStyle w:val="h2"/>'
    )
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="自己的"/>'
        '<w:basedOn w:val="h1"/></w:style>',
    )
    content = (
        p("甲", '<w:pStyle w:val="h1"/>')
        + p("乙", '<w:pStyle w:val="h2"/>')
        + p("丙", '<w:pStyle w:val="own"/>')
        + p("丁", '<w:pStyle w:val="h1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    assert _texts(content, numbering=_numbering(levels), styles=styles) == [
        "一、甲",
        "（一）乙",
        "二、丙",
        "丁",
    ]


def test_a_group_can_take_its_levels_from_a_list_style() -> None:
    numbering = part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="s"/>'
        f"{_level(0, 'chineseCounting', '%1、')}</w:abstractNum>"
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="s"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    )
    assert _texts(_item("甲"), numbering=numbering) == ["一、甲"]


def test_a_list_that_is_nowhere_defined_shows_nothing() -> None:
    assert _texts(_item("甲", number=7)) == ["甲"]
