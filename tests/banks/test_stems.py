"""Stems without what a page puts around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.banks.stems import Stem, clean


@pytest.mark.parametrize(
    ("stem", "text", "kind"),
    [
        ("1. 党的宗旨是（  ）。", "党的宗旨是____。", ""),
        ("12、【单选】党的宗旨是()。", "党的宗旨是____。", "单选"),
        ("【多选题】党的宗旨是（&nbsp;&nbsp;）", "党的宗旨是____", "多选题"),
        ("(单选题, 2分) 党的宗旨是____", "党的宗旨是____", "单选题, 2分"),
        ("第3题：党的宗旨是＿＿＿。（2分）", "党的宗旨是____。", ""),
        ("221：党的宗旨是（\t\t）。（易；单选题）", "党的宗旨是____。", "易；单选题"),
        ("一、单项选择题（共10题） 1.  党的宗旨是（ ）", "党的宗旨是____", "单项选择题"),
        ("17.1992年，（）发表谈话", "1992年，____发表谈话", ""),
        ("1.5万亿元是（ ）", "1.5万亿元是____", ""),
        ("19世纪末的（ ）", "19世纪末的____", ""),
        ("2017年，（）", "2017年，____", ""),
        ("（1）认识（2）实践（3）再认识的顺序是", "（1）认识（2）实践（3）再认识的顺序是", ""),
        ("<p>党的&ldquo;宗旨&rdquo;<br/>是</p>", "党的“宗旨” 是", ""),
        ("党的宗旨是？[单选题] *", "党的宗旨是？", "单选题"),
        ("是（）（）", "是____", ""),
        ("对社会主要矛盾的判断（ ）", "对社会主要矛盾的判断____", ""),
        ("判断下列说法（ ）", "判断下列说法____", ""),
    ],
)
def test_what_is_left(stem: str, text: str, kind: str) -> None:
    assert clean(stem, "") == Stem(text, kind, "")


@given(st.text("1１.、（）()【】单选题判断分年A B_党的", max_size=40))
def test_a_clean_stem_is_clean(stem: str) -> None:
    once = clean(stem, "甲").text
    assert once == once.strip()
    assert "（）" not in once
    assert "()" not in once
