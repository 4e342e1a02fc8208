"""What stands in the place of a blank elsewhere."""

import pytest

from study.questions.slots import Shelf, Slot, Text, beside, certainty, shelf, slot, standing

SIZES = range(3, 6)


def library(*texts: str, titles: tuple[str, ...] = ()) -> Shelf:
    names = titles or tuple(str(number) for number in range(len(texts)))
    return shelf([Text(name, None, text) for name, text in zip(names, texts, strict=True)])


def found(stem: str, *texts: str) -> tuple[set[str], set[str]]:
    before, _, after = stem.partition("____")
    tight, loose = standing(slot(before, after), library(*texts), SIZES)
    return set(tight), set(loose)


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("努力构建____，", Slot("构建", "", "建", "")),
        ("____是第一生产力", Slot("", "是第", "", "是")),
        ("发扬____的创业精神", Slot("发扬", "的创业", "扬", "的")),
        ("坚定“____”，", Slot("坚定", "", "定", "")),
        ("改革和____，", Slot("改革和", "", "和", "")),
    ],
)
def test_the_neighbours_that_tell_a_place(stem: str, expected: Slot) -> None:
    before, _, after = stem.partition("____")
    assert slot(before, after) == expected


def test_what_stands_between_the_same_neighbours() -> None:
    tight, loose = found(
        "大力弘扬____精神。",
        "弘扬“劳模”精神。要弘扬爱国主义精神，弘扬英雄气概。",
        "科学家精神可贵。要弘扬科学家！",
    )
    assert (tight, loose) == ({"爱国主义"}, {"科学家"})


def test_at_the_end_of_a_clause_the_whole_of_what_stands_there() -> None:
    tight, _ = found("努力克服____。", "克服官僚主义，克服一切困难和缺点，战胜困难。")
    assert tight == {"官僚主义", "一切困难"}


def test_what_stands_beside_an_item() -> None:
    there = library("实现领导人员的革命化、年轻化、知识化。")
    assert set(beside("革命化", there, SIZES)) == {"年轻化"}
    assert set(beside("知识化", there, SIZES)) == {"年轻化"}


def test_how_surely_the_neighbours_lead_to_it() -> None:
    one, other = "高质量共建“一带一路”。", "高质量共建美好家园。"
    there = library(one, one, one, other)
    assert certainty("高质量共建“", "一带一路", "”。", there) == (0.75, 3)
    # Versions of one text are one.
    there = library(one, one, one, other, titles=("甲", "甲", "乙", "丙"))
    assert certainty("高质量共建“", "一带一路", "”。", there) == (2 / 3, 2)


def test_what_is_told_of_the_same_things() -> None:
    school = "办好义务教育和学前教育。"
    there = library("\n".join([school, school, *["抓好安全生产。"] * 20]))
    assert there.are_related("义务教育", "学前教育")
    assert not there.are_related("义务教育", "安全生产")


def test_whose_words_they_are() -> None:
    there = shelf([Text("公开", None, "深化改革"), Text("内部", 7, "深化改革，攻坚克难")])
    assert there.owner("深化改革") is None
    assert there.owner("攻坚克难") == 7
    assert there.owner("没有这句") is None
