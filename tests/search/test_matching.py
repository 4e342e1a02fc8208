"""Signs do not hide a hit, and make none of two words that have nothing to do with one another."""

import pytest

from study.search.folding import fold
from study.search.matching import holds, spans
from study.search.query import Query, Term


def asked(text: str) -> Query:
    return Query((Term(text, (fold(text),)),))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("产业兴市、作风兴市", "产业兴市作风兴市"),
        ("“六稳”“六保”", "六稳六保"),
        ("不忘初心。牢记使命", "不忘初心牢记使命"),
        ("“放管服”改革", "放管服改革"),
        ("人民 日报", "人民日报"),
        ("高质\n量发展", "高质量发展"),
        ("互联网＋行动", "互联网+"),
        ("二○二六年", "二〇二六年"),
        ("这个问题。我们", "题。我"),
    ],
)
def test_signs_hide_nothing(text: str, word: str) -> None:
    assert holds(text, asked(word))
    assert len(spans(text, [fold(word)])) == 1 or "。" in word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("第六，保证工程质量", "六保"),
        ("（六）保守国家秘密", "六保"),
        ("八十三；农业增长", "三农"),
        ("调整、改革、充实、提高", "整改"),
        ("这是问题。我们要改", "题我"),
        ("坚持发展。人民生活", "发展人民"),
        ("互联网行动", "互联网+"),
    ],
)
def test_signs_make_no_word_of_two(text: str, word: str) -> None:
    assert not holds(text, asked(word))
    assert spans(text, [fold(word)]) == []
