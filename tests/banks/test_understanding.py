"""What becomes of a row: a question, or the reason why it is none."""

import pytest

from study.banks.item import Item
from study.banks.options import unpacked
from study.banks.problem import Fault, Problem
from study.banks.row import Place, Row
from study.banks.understanding import understood
from study.questions.question import Kind

FOUR = "A. 甲乙 B. 丙丁 C. 戊己 D. 庚辛"


def row(stem: str, options: str, *answers: str, kind: str = "") -> Row:
    return Row(Place("", 2, "行"), stem, unpacked(options), answers, kind)


def item(stem: str, options: str, *answers: str, kind: str = "") -> Item:
    found = understood(row(stem, options, *answers, kind=kind))
    assert isinstance(found, Item), found
    return found


def right(one: Item) -> list[str]:
    return [choice.text for choice in one.choices if choice.is_right]


@pytest.mark.parametrize(
    ("answers", "kind", "expected"),
    [
        (["B"], Kind.CHOICE, ["丙丁"]),
        (["ｂ"], Kind.CHOICE, ["丙丁"]),
        (["答案：B"], Kind.CHOICE, ["丙丁"]),
        (["选B"], Kind.CHOICE, ["丙丁"]),
        (["丙丁"], Kind.CHOICE, ["丙丁"]),
        (["B. 丙丁"], Kind.CHOICE, ["丙丁"]),
        (["“丙丁”。"], Kind.CHOICE, ["丙丁"]),
        (["AC"], Kind.SEVERAL, ["甲乙", "戊己"]),
        (["A.C."], Kind.SEVERAL, ["甲乙", "戊己"]),
        (["A、C"], Kind.SEVERAL, ["甲乙", "戊己"]),
        (["A.甲乙、C.“戊己”"], Kind.SEVERAL, ["甲乙", "戊己"]),
        (["甲乙；戊己"], Kind.SEVERAL, ["甲乙", "戊己"]),
        (["B", "?"], Kind.CHOICE, ["丙丁"]),
        (["B", "丙丁"], Kind.CHOICE, ["丙丁"]),
    ],
)
def test_answers_are_letters_or_words(answers: list[str], kind: Kind, expected: list[str]) -> None:
    found = item("党的宗旨是（ ）。", FOUR, *answers)
    assert (found.kind, right(found)) == (kind, expected)
    assert len(found.choices) == 4


@pytest.mark.parametrize(
    ("stem", "options", "answer", "kind", "fault", "detail"),
    [
        ("题", FOUR, "", "", Fault.NO_ANSWER, ""),
        ("题", FOUR, "略", "", Fault.NO_ANSWER, ""),
        ("题", FOUR, "E", "", Fault.NO_SUCH_OPTION, "E"),
        ("题", FOUR, "ABCDE", "", Fault.NO_SUCH_OPTION, "E"),
        ("题", FOUR, "E. 别的", "", Fault.NO_SUCH_OPTION, "E"),
        ("题", FOUR, "A. 丙丁", "", Fault.ANSWERS_DIFFER, "A. 丙丁"),
        ("题", FOUR, "2", "", Fault.ONLY_A_NUMBER, "2"),
        ("题", FOUR, "不在里面", "", Fault.UNKNOWN_ANSWER, "不在里面"),
        ("题", FOUR, "AB", "单选题", Fault.SEVERAL_ANSWERS, "AB"),
        ("题", FOUR, "ABC", "排序题", Fault.NOT_ALL_IN_ORDER, "ABC"),
        ("题", "A. 甲 B. 甲", "A", "", Fault.SAME_OPTIONS, "甲"),
        ("（ ）。", FOUR, "A", "", Fault.NO_STEM, ""),
        ("长" * 501, FOUR, "A", "", Fault.LONG_STEM, "501"),
        ("题", f"A. 甲 B. {'长' * 201}", "A", "", Fault.LONG_OPTION, "B"),
        ("题", "|".join("甲乙丙丁戊己庚辛壬癸子"), "A", "", Fault.MANY_OPTIONS, "11"),
        ("简述……", "", "要点一", "简答题", Fault.NEEDS_A_PERSON, "简答题"),
        ("论述题：试论", "", "要点一", "", Fault.NEEDS_A_PERSON, "论述题"),
        ("题目没有选项", "", "A", "单选题", Fault.NO_OPTIONS, ""),
        ("（ ）和（ ）", "", "甲；乙", "填空题", Fault.SEVERAL_BLANKS, "2"),
        ("地球是圆的。", "", "A", "判断题", Fault.NOT_TRUE_OR_FALSE, "A"),
    ],
)
def test_nothing_is_guessed(
    stem: str, options: str, answer: str, kind: str, fault: Fault, detail: str
) -> None:
    found = understood(row(stem, options, answer, kind=kind))
    assert found == Problem(Place("", 2, "行"), fault, detail)


def test_two_answer_columns_must_not_contradict_each_other() -> None:
    found = understood(row("题", FOUR, "A", "丙丁"))
    assert found == Problem(Place("", 2, "行"), Fault.ANSWERS_DIFFER, "A，丙丁")


@pytest.mark.parametrize(
    ("options", "answer", "kind", "is_true"),
    [
        ("", "√", "", True),
        ("", "×", "判断题", False),
        ("", "正确", "判断", True),
        ("A. 正确 B. 错误", "B", "", False),
        ("A. 对 B. 错", "A", "单选题", True),
        ("A. 错误 B. 正确", "B", "", True),
    ],
)
def test_true_or_false(options: str, answer: str, kind: str, is_true: bool) -> None:
    found = item("发展是党执政兴国的第一要务。（ ）", options, answer, kind=kind)
    assert (found.kind, found.stem) == (Kind.TRUTH, "发展是党执政兴国的第一要务。")
    assert [(one.text, one.is_right) for one in found.choices] == [
        ("对", is_true),
        ("错", not is_true),
    ]


def test_typed_alternatives() -> None:
    found = item("中国共产党成立于____年。", "", "1921；一九二一/2021以前的", kind="填空题")
    assert found.kind is Kind.TYPED
    assert right(found) == ["1921", "一九二一", "2021以前的"]
    assert found.answer == ("1921",)


def test_a_fraction_is_no_alternative() -> None:
    assert right(item("占____。", "", "1/3", kind="填空")) == ["1/3"]


def test_several_stays_several_with_one_right_option() -> None:
    assert item("题", FOUR, "A", kind="多选题").kind is Kind.SEVERAL
    assert item("题", FOUR, "A", kind="不定项").kind is Kind.SEVERAL


def test_an_order_is_the_order_of_the_answer() -> None:
    found = item("按时间排序", FOUR, "CABD", kind="排序题")
    assert (found.kind, found.answer) == (Kind.ORDER, ("戊己", "甲乙", "丙丁", "庚辛"))


def test_an_answer_in_the_brackets_of_the_stem() -> None:
    found = item("党的宗旨是（ B ）。", FOUR)
    assert (found.stem, right(found)) == ("党的宗旨是____。", ["丙丁"])
    assert item("党的宗旨是（B）。", FOUR, "B").stem == "党的宗旨是____。"
    assert item("维生素（C）的作用是（ ）。", FOUR, "B").stem == "维生素（C）的作用是____。"


def test_a_wrong_option_that_stands_twice_is_shown_once() -> None:
    found = item("题", "A. 甲 B. 乙 C. 乙", "A")
    assert [choice.text for choice in found.choices] == ["甲", "乙"]
