"""Options that stand together in one cell or one line."""

import pytest

from study.banks.options import labelled, split_off, unpacked
from study.banks.row import Labelled


@pytest.mark.parametrize(
    "text",
    [
        "A. 甲乙 B. 丙丁 C. 1.5万亿",
        "A.甲乙  B.丙丁  C.1.5万亿 ",
        "A、甲乙；B、丙丁；C、1.5万亿；",
        "A．甲乙\nB．丙丁\nC．1.5万亿",
        "(A)甲乙(B)丙丁(C)1.5万亿",
        "Ａ：甲乙　Ｂ：丙丁　Ｃ：1.5万亿",
        "A 甲乙 B 丙丁 C 1.5万亿",
        "A.甲乙B.丙丁C.1.5万亿",
        "甲乙\n丙丁\n1.5万亿",
        "甲乙|丙丁|1.5万亿",
        "甲乙；丙丁；1.5万亿",
        "甲乙$;$丙丁$;$1.5万亿",
        "A.A．甲乙 B.B．丙丁 C.C．1.5万亿",
    ],
)
def test_every_way_to_pack_them(text: str) -> None:
    assert unpacked(text) == (
        Labelled("A", "甲乙"),
        Labelled("B", "丙丁"),
        Labelled("C", "1.5万亿"),
    )


@pytest.mark.parametrize("text", ["", "只有一句话", "A. 只有一个"])
def test_less_than_two_are_none(text: str) -> None:
    assert unpacked(text) == ()


def test_letters_inside_the_words_stay() -> None:
    assert [one.text for one in unpacked("A. 维生素C. B. 甲型B.C D. 戊")] == [
        "维生素C.",
        "甲型B.C D. 戊",
    ]


def test_options_one_by_one() -> None:
    assert labelled(["A. 甲", "B. 乙"]) == (Labelled("A", "甲"), Labelled("B", "乙"))
    assert labelled(["甲", "A股"]) == (Labelled("A", "甲"), Labelled("B", "A股"))
    assert labelled(["1.5亿", "2.5亿"]) == (Labelled("A", "1.5亿"), Labelled("B", "2.5亿"))


def test_the_stem_before_them() -> None:
    stem, options = split_off("党的宗旨是（ ）。A. 甲 B. 乙")
    assert stem == "党的宗旨是（ ）。"
    assert [one.text for one in options] == ["甲", "乙"]
