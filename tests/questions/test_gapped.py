"""The words that ask for what a sentence lists."""

import pytest

from study.questions.gapped import gapped

ITEMS = ("标本兼治", "综合治理", "惩防并举")
RUN = "、".join(ITEMS)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (f"坚持{RUN}的方针，扎实推进体系建设。", "坚持……的方针，扎实推进体系建设"),
        # What was said of one year is left out.
        (f"今年要加大力度，坚持{RUN}的方针，推进预防腐败体系建设。", "坚持……的方针，推进预防腐败体系建设"),
        # What asks for something may be put without what stood before it.
        (
            f"各级机关{'和有关部门' * 10}要高度重视反腐倡廉工作，坚持{RUN}的方针，扎实推进预防腐败体系建设。",
            "坚持……的方针，扎实推进预防腐败体系建设",
        ),
        # An item that stands elsewhere too is not given away.
        (f"坚持{RUN}的方针，扎实推进预防腐败体系建设，做到标本兼治。", "坚持……的方针，扎实推进预防腐败体系建设"),
    ],
)  # fmt: skip
def test_as_much_of_the_sentence_as_stands_alone(sentence: str, expected: str) -> None:
    assert gapped(sentence, RUN, ITEMS) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        f"因此要坚持{RUN}的方针。",
        f"坚持{RUN}。",
        f"干部去年的作风，就是{RUN}的作风，今年也一样。",
        f"坚持{RUN}的方针，又一次坚持{RUN}的方针，取得新的成效。",
        "坚持不懈地抓好党风廉政建设和反腐败斗争。",
    ],
)
def test_nothing_where_a_reader_would_not_know_what_is_meant(sentence: str) -> None:
    assert not gapped(sentence, RUN, ITEMS)
