"""What a message means while a question is open: an answer, or talk."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.questions.question import Kind
from study.quiz.answers import Given, answer
from study.quiz.judging import is_right
from study.quiz.posed import Posed
from tests.quiz.posing import ITEMS, posed

CHOICE = posed()
TRUTH = posed(Kind.TRUTH, ("对", "错"))
SEVERAL = posed(Kind.SEVERAL, right=(0, 1, 3))
ORDER = posed(Kind.ORDER)
TYPED = posed(Kind.TYPED, ("“钉钉子”的精神", "钉钉子精神"))
TOGETHER = posed(Kind.TOGETHER, ITEMS)
ALL = [CHOICE, TRUTH, SEVERAL, ORDER, TYPED, TOGETHER]

TALK = (
    "", " ", "哈哈", "A股大涨", "1. 首先要说的是", "E", "5", "0", "好的", "选什么好", "选", "答案", "我选择困难",
    "A还是B", "AA制", "大家晚上好", "666", "12345", "a b c d e", "？", "第1题太难了", "不知道", "A" * 130, "答案是什么？",
    "这题我会", "Apple", "1.5", "-1", "🙂", "收到", "B站见", "C++", "对不起", "对了，今晚几点", "没错",
)  # fmt: skip


def meaning(text: str, asked: Posed, *, alone: bool = False) -> Given | None:
    return answer(text, asked, alone=alone)


@pytest.mark.parametrize(
    "text",
    ["A", "a", "Ａ", "ａ", "选A", "我选A", "选 A", "选择A", "A。", "A.", "a!", "答案A", "答案是A", "答案：A", "答：A", "答A",
     "1", "１", "①", "1️⃣", "(A)", "（A）", "【A】", "A吧", "A项", " A ", "A\u200b", "钉钉子精神", "“钉钉子精神”",
     "釘釘子精神", "钉钉子精神。", "选钉钉子精神"],
)  # fmt: skip
def test_the_ways_to_choose_one(text: str) -> None:
    assert meaning(text, CHOICE) == (101,)


@pytest.mark.parametrize("text", TALK)
@pytest.mark.parametrize("asked", ALL, ids=lambda asked: asked.question.kind)
def test_talk_is_no_answer(text: str, asked: Posed) -> None:
    assert meaning(text, asked) is None


@pytest.mark.parametrize("text", ["AB", "A、B", "12", "对", "错"])
def test_what_answers_another_kind_is_no_choice(text: str) -> None:
    assert meaning(text, CHOICE) is None


@pytest.mark.parametrize(
    "text",
    ["ABD", "abd", "A B D", "A、B、D", "A，B，D", "A,B,D", "A/B/D", "DBA", "124", "1 2 4", "选ABD", "答案：ABD。", "ＡＢＤ",
     "A和B和D", "钉钉子精神、绣花功夫、实干作风"],
)  # fmt: skip
def test_the_ways_to_choose_several(text: str) -> None:
    given = meaning(text, SEVERAL)
    assert isinstance(given, tuple)
    assert sorted(given) == [101, 102, 104]
    assert is_right(SEVERAL, given)


@pytest.mark.parametrize("text", ["A", "AB", "ABC", "ABCD", "C"])
def test_several_are_right_only_when_all_are_there_and_no_other(text: str) -> None:
    given = meaning(text, SEVERAL)
    assert given is not None
    assert not is_right(SEVERAL, given)


@pytest.mark.parametrize(
    "text", ["对", "√", "正确", "A", "a", "1", "对！", "✓", "对的", "选对", "答案：对", "✅"]
)
def test_the_ways_to_say_that_it_is_true(text: str) -> None:
    assert meaning(text, TRUTH) == (101,)


@pytest.mark.parametrize(
    "text", ["错", "×", "错误", "B", "b", "2", "错。", "✗", "不对", "不正确", "x", "X", "❌"]
)
def test_the_ways_to_say_that_it_is_false(text: str) -> None:
    assert meaning(text, TRUTH) == (102,)


@pytest.mark.parametrize(
    "text", ["BACD", "bacd", "2134", "B A C D", "B、A、C、D", "B→A→C→D", "B->A->C->D", "答：BACD"]
)
def test_the_ways_to_put_in_order(text: str) -> None:
    assert meaning(text, ORDER) == (102, 101, 103, 104)
    assert not is_right(ORDER, (102, 101, 103, 104))
    assert is_right(ORDER, (101, 102, 103, 104))


@pytest.mark.parametrize("text", ["BAC", "BACDE", "BACC", "B", "213"])
def test_an_order_names_every_item_once(text: str) -> None:
    assert meaning(text, ORDER) is None


@pytest.mark.parametrize(
    "text",
    ["钉钉子精神", "钉钉子的精神", "“钉钉子”精神", "答钉钉子精神", "答案：钉钉子精神", "答案是钉钉子精神。", "釘釘子精神",
     "钉钉子 精神"],
)  # fmt: skip
def test_the_right_words_count_without_anything_before_them(text: str) -> None:
    given = meaning(text, TYPED)
    assert given is not None
    assert is_right(TYPED, given)


def test_wrong_words_count_only_when_they_are_said_to_be_an_answer() -> None:
    assert meaning("绣花功夫", TYPED) is None
    for text in (
        "答：绣花功夫",
        "答 绣花功夫",
        "答案 绣花功夫",
        "答案是绣花功夫",
        "答案：绣花功夫",
    ):
        assert meaning(text, TYPED) == "绣花功夫", text
    for text in ("答应我", "答案呢", "答：是什么？", "答不出来", "答题真难"):
        assert meaning(text, TYPED) is None, text


def test_who_is_alone_with_the_bot_means_the_blank() -> None:
    assert meaning("绣花功夫", TYPED, alone=True) == "绣花功夫"
    assert meaning("不知道", TYPED, alone=True) == "不知道"
    assert meaning("？？", TYPED, alone=True) is None
    assert meaning("不知道", CHOICE, alone=True) is None


@pytest.mark.parametrize(
    ("accepted", "text"),
    [("二十大", "20大"), ("20个", "二十个"), ("十四五规划", "“14五”规划"), ("四个意识", "4个意识"), ("2035年", "二〇三五年"),
     ("二〇三五", "2035"), ("5.5%", "５．５％")],
)  # fmt: skip
def test_numbers_in_either_script_are_one(accepted: str, text: str) -> None:
    asked = posed(Kind.TYPED, (accepted,))
    assert meaning(text, asked) is not None
    assert not is_right(asked, "三")


def test_items_of_an_enumeration_are_named_in_any_order() -> None:
    assert meaning("文化自信", TOGETHER) == (104,)
    assert meaning("理论、道路", TOGETHER) == (102, 101)
    assert meaning("我觉得有文化自信吧", TOGETHER) is None


def test_the_words_of_an_option_come_before_its_place() -> None:
    assert meaning("3", posed(texts=("3", "4", "5", "6"))) == (101,)
    assert meaning("B", posed(texts=("3", "4", "5", "6"))) == (102,)


@given(st.text(max_size=150), st.sampled_from(ALL))
def test_whatever_is_said_means_choices_that_are_there_or_nothing(text: str, asked: Posed) -> None:
    given = meaning(text, asked)
    if isinstance(given, tuple):
        assert given
        assert len(set(given)) == len(given)
        assert set(given) <= {choice.number for choice in asked.question.choices}
