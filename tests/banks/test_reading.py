"""Files of every format."""

from collections import Counter
from datetime import date

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from study.banks.bank import Bank, Recognised
from study.banks.errors import NoQuestions, TooManyQuestions, UnknownColumn
from study.banks.problem import Fault, Problem
from study.banks.reading import parse
from study.banks.row import Place
from study.banks.texts import problem
from study.questions.question import Kind
from tests.banks.files import HEADS, ROWS, csv, jsoned, saved, word, xlsx

KINDS = [Kind.CHOICE, Kind.SEVERAL, Kind.TRUTH, Kind.TYPED]


def kinds(bank: Bank) -> list[Kind]:
    return [one.kind for one in bank.items]


def right(bank: Bank) -> list[tuple[str, ...]]:
    return [tuple(c.text for c in one.choices if c.is_right) for one in bank.items]


def test_a_workbook() -> None:
    bank = parse("xlsx", xlsx(("题库",), (), HEADS, *ROWS), {})
    assert kinds(bank) == KINDS
    assert right(bank) == [
        ("全心全意为人民服务",),
        ("干将", "莫邪"),
        ("对",),
        ("1949", "一九四九"),
    ]
    assert bank.items[0].explanation == "见党章"
    assert bank.items[0].place == Place("", 4, "行")
    assert bank.problems == (Problem(Place("", 8, "行"), Fault.NEEDS_A_PERSON, "简答题"),)
    assert bank.columns[:3] == (
        Recognised("题型", "题型"),
        Recognised("题干", "题干"),
        Recognised("选项A", "选项A"),
    )


def test_every_sheet_of_a_workbook() -> None:
    book = Workbook()
    for name, row in (("第一章", ROWS[0]), ("第二章", ("单选题", "没有答案", "甲", "乙", "", ""))):
        sheet = book.create_sheet(name)
        sheet.append(HEADS)
        sheet.append(row)
    bank = parse("xlsx", saved(book), {})
    assert kinds(bank) == [Kind.CHOICE]
    assert bank.problems == (Problem(Place("第二章", 2, "行"), Fault.NO_ANSWER),)


def test_cells_are_read_as_they_are_shown() -> None:
    rich = CellRichText("红", TextBlock(InlineFont(b=True), "旗"), "飘")
    book = Workbook()
    sheet = book.create_sheet()
    book.remove(book.worksheets[0])
    sheet.append(["题目", "A", "B", "C", "D", "答案"])
    sheet.append(["增长了（ ）", 0.055, 2, 0.1, True, "A"])
    sheet.append([rich, "=1+1", date(1921, 7, 1), "乙", "", "D"])
    sheet["B2"].number_format = "0.0%"
    bank = parse("xlsx", saved(book), {})
    assert [one.text for one in bank.items[0].choices] == ["5.5%", "2", "0.1", "正确"]
    assert bank.problems == (Problem(Place("", 3, "行"), Fault.UNREADABLE_CELL, "日期"),)


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_table_as_text(charset: str, sign: str) -> None:
    rows = [[cell.replace(";", "；") for cell in row] for row in (HEADS, *ROWS)]
    bank = parse("csv", csv(*rows, sign=sign, charset=charset), {})
    assert kinds(bank) == KINDS
    assert right(bank)[3] == ("1949", "一九四九")


def test_a_cell_over_several_lines_counts_as_its_first() -> None:
    text = '题干,选项,答案\n"党的\n宗旨是（）","A. 甲\nB. 乙",A\n没有答案,"A. 甲\nB. 乙",\n'
    bank = parse("csv", text.encode(), {})
    assert bank.items[0].stem == "党的 宗旨是____"
    assert bank.problems == (Problem(Place("", 5, "行"), Fault.NO_ANSWER),)


@pytest.mark.parametrize(
    "content",
    [
        [{"题干": "宗旨是（）", "选项": ["甲", "乙"], "答案": "B"}],
        [{"question_text": "宗旨是（）", "options": {"A": "甲", "B": "乙"}, "correct_answer": "B"}],
        [{"text": "宗旨是（）", "options": "A. 甲 B. 乙", "answer": ["B"], "number": 1}],
        [{"title": "宗旨是（）", "A": "甲", "B": "乙", "answer": "乙"}],
        {"data": {"list": [{"question": "宗旨是（）", "choices": ["A.甲", "B.乙"], "key": "b"}]}},
        [{"chapter": "一", "single_choice": [
            {"text": "宗旨是（）", "options": [{"label": "A", "text": "甲"}, {"label": "B", "text": "乙"}],
             "answer": "B"}]}],
        {"题目": ["宗旨是（）"], "选项": [["甲", "乙"]], "答案": ["B"]},
        [{"stem": "宗旨是（）", "options": [{"content": "甲"}, {"content": "乙", "is_correct": True}]}],
    ],
)  # fmt: skip
def test_json_of_every_shape(content: object) -> None:
    bank = parse("json", jsoned(content), {})
    assert [one.stem for one in bank.items] == ["宗旨是____"]
    assert right(bank) == [("乙",)]
    assert len(bank.items[0].choices) == 2


def test_what_is_no_question_in_json_is_told() -> None:
    good = {"题干": "宗旨是（）", "选项": ["甲", "乙"], "答案": "B"}
    content = [
        5, "文字", None, {"甲": 1, "乙": 2}, good, True, {}, [7], {"题干": 5, "选项": None},
        {"章": "一", "单选题": ["甲", good]}, {"章": "二", "单选题": []}, {"题干": "没有别的"},
    ]  # fmt: skip
    bank = parse("json", jsoned(content), {})
    assert len(bank.items) == 2
    assert [(one.place, one.fault, one.detail) for one in bank.problems] == [
        (Place("", 1, "题"), Fault.NO_QUESTION, "5"),
        (Place("", 2, "题"), Fault.NO_QUESTION, '"文字"'),
        (Place("", 3, "题"), Fault.NO_QUESTION, "null"),
        (Place("", 4, "题"), Fault.UNKNOWN_KEYS, "甲、乙"),
        (Place("", 6, "题"), Fault.NO_QUESTION, "true"),
        (Place("", 7, "题"), Fault.NO_QUESTION, "{}"),
        (Place("8", 1, "题"), Fault.NO_QUESTION, "7"),
        (Place("", 9, "题"), Fault.NO_ANSWER, ""),
        (Place("一/单选题", 1, "题"), Fault.NO_QUESTION, '"甲"'),
        (Place("", 11, "题"), Fault.UNKNOWN_KEYS, "章、单选题"),
        (Place("", 12, "题"), Fault.UNKNOWN_KEYS, "题干"),
    ]
    assert problem(bank.problems[1]) == '第2题：这里只有 "文字"，不是一道题'
    assert problem(bank.problems[3]) == "第4题：认不出题干和答案，只有：甲、乙"


@pytest.mark.parametrize("content", [[None], ["文字"], 5, [{"甲": 1}, 2]])
def test_a_small_file_without_questions_tells_its_entries(content: object) -> None:
    bank = parse("json", jsoned(content), {})
    assert bank.items == ()
    assert bank.problems


def test_objects_of_another_kind_are_told_by_their_keys() -> None:
    with pytest.raises(NoQuestions) as caught:
        parse("json", jsoned([{"姓名": "张三"}, {"姓名": "李四"}]), {})
    assert caught.value.heads == ("姓名",)


def test_a_column_says_what_is_for_members() -> None:
    rows = [(f"{said}题（ ）", "一|二", "A", said) for said in ("会员", "是", "", "否")]
    bank = parse("xlsx", xlsx(("题干", "选项", "答案", "会员"), *rows), {})
    assert [one.for_members for one in bank.items] == [True, True, False, False]


def test_where_a_question_stands_in_json() -> None:
    content = [
        {"chapter": "导论", "多选题": [{"题目": "甲（）", "选项": ["一", "二"], "答案": "A"}]},
        {"chapter": "第一章", "多选题": [{"题目": "乙（）", "选项": ["一", "二"], "答案": "C"}]},
    ]
    bank = parse("json", jsoned(content), {})
    assert kinds(bank) == [Kind.SEVERAL]
    place = Place("第一章/多选题", 1, "题")
    assert bank.problems == (Problem(place, Fault.NO_SUCH_OPTION, "C"),)


def test_a_document() -> None:
    bank = parse(
        "docx",
        word(
            "毛概题库",
            "一、单选题（共2题）",
            "1．党的宗旨是（ ）。",
            "A．为人民服务　B．发展经济",
            "C．改善民生",
            "答案：A",
            "解析：要点有",
            "1. 其一；",
            "2. 其二。",
            "2. 地球是（ B ）的。A. 方 B. 圆",
            "二、判断题",
            "1. 地球是圆的。（√）",
            "2、太阳从西边升起。",
            "【答案】错误",
            "3、没有答案的题。",
        ),
        {},
    )
    assert kinds(bank) == [Kind.CHOICE, Kind.CHOICE, Kind.TRUTH, Kind.TRUTH]
    assert right(bank) == [("为人民服务",), ("圆",), ("对",), ("错",)]
    assert bank.items[0].explanation == "要点有 1. 其一； 2. 其二。"
    assert bank.problems == (Problem(Place("", 15, "段"), Fault.NO_ANSWER),)


def test_a_table_in_a_document() -> None:
    bank = parse("docx", word("题库", table=(HEADS, *ROWS)), {})
    assert kinds(bank) == KINDS
    assert bank.problems[0].place == Place("第1个表格", 6, "行")


def test_columns_can_be_named() -> None:
    rows = (("编号", "标目", "甲", "乙", "键"), ("1", "宗旨是（）", "为人民", "不知", "B"))
    named = {"题干": "标目", "选项A": "甲", "选项B": "D", "答案": "E"}
    assert right(parse("xlsx", xlsx(*rows), named)) == [("不知",)]
    headless = {"题干": "B", "选项A": "C", "选项B": "D", "答案": "E"}
    assert right(parse("xlsx", xlsx(rows[1]), headless)) == [("不知",)]
    content = [{"标目": "宗旨是（）", "甲": ["为人民", "不知"], "键": "B"}]
    named = {"题干": "标目", "选项": "甲", "答案": "键"}
    assert right(parse("json", jsoned(content), named)) == [("不知",)]


@pytest.mark.parametrize("named", [{"题干": "没有这列"}, {"标题": "B"}, {"题干甲": "B"}])
def test_columns_that_are_not_there(named: dict[str, str]) -> None:
    with pytest.raises(UnknownColumn):
        parse("xlsx", xlsx(HEADS, *ROWS), named)


def test_a_file_without_questions_tells_its_heads() -> None:
    with pytest.raises(NoQuestions) as caught:
        parse("xlsx", xlsx(("姓名", "电话"), ("张三", "1")), {})
    assert caught.value.heads == ("姓名", "电话")
    with pytest.raises(NoQuestions):
        parse("docx", word("同志们：", "今天的会议很重要。"), {})
    with pytest.raises(NoQuestions):
        parse("json", b"[]", {})


def test_too_many_questions() -> None:
    rows = [["题", "甲|乙", "A"]] * 20_100
    with pytest.raises(TooManyQuestions):
        parse("csv", csv(["题干", "选项", "答案"], *rows), {})


def test_two_answers_to_the_same_question_are_told() -> None:
    rows = (("题干", "选项", "答案"), ("甲（）", "一|二", "A"), ("乙（）", "一|二", "A"),
            ("甲（）。", "二|一", "A"))  # fmt: skip
    bank = parse("xlsx", xlsx(*rows), {})
    assert [one.stem for one in bank.items] == ["乙____"]
    assert Counter(one.fault for one in bank.problems) == {Fault.CONTRADICTS: 2}


@pytest.mark.parametrize(
    ("first", "second", "contradicts"),
    [
        (("填空题", "", "1949；一九四九"), ("填空题", "", "1950"), True),
        (("填空题", "", "1949；一九四九"), ("填空题", "", "一九四九年；一九四九"), False),
        (("判断题", "", "对"), ("判断题", "", "错"), True),
        (("单选题", "甲|乙|丙", "A"), ("单选题", "丁|乙|甲", "A"), True),
        (("单选题", "甲|乙|丙", "A"), ("单选题", "丁|乙|丙", "A"), False),
        (("多选题", "甲|乙|丙", "AB"), ("多选题", "甲|乙|丙", "AC"), True),
        (("排序题", "甲|乙|丙", "ABC"), ("排序题", "丙|乙|甲", "ABC"), True),
        (("排序题", "甲|乙|丙", "ABC"), ("排序题", "丙|丁|甲", "ABC"), False),
        (("合力题", "甲|乙", "AB"), ("合力题", "乙|甲", "AB"), False),
        (("合力题", "甲|乙", "AB"), ("合力题", "甲|丙", "AB"), True),
        (("单选题", "甲|乙|丙", "A"), ("多选题", "甲|乙|丙", "BC"), False),
    ],
)
def test_what_contradicts(
    first: tuple[str, ...], second: tuple[str, ...], *, contradicts: bool
) -> None:
    rows = [(kind, "同一道题____", *rest) for kind, *rest in (first, second)]
    bank = parse("xlsx", xlsx(("题型", "题干", "选项", "答案"), *rows), {})
    assert [one.fault for one in bank.problems] == [Fault.CONTRADICTS] * 2 * contradicts


def test_numbered_columns_are_also_called_by_letters() -> None:
    rows = (
        ("题干", "选项1", "选项2", "答案"),
        ("甲（）", "一", "二", "B"),
        ("乙（）", "一", "二", "2"),
    )
    assert right(parse("xlsx", xlsx(*rows), {})) == [("二",), ("二",)]
