"""The steps of a comparison, each by itself."""

from hypothesis import given
from hypothesis import strategies as st

from study.quotations.alignment import align, longest_rise
from study.quotations.marking import NOTHING, marked
from study.quotations.pieces import MOST, SIZES, pieces, some_pairs
from study.quotations.stretch import Range, Stretch, ranges, stretches


def test_one_mistake_leaves_a_piece_whole() -> None:
    text = "坚定四个自信做到"
    for at in range(len(text)):
        wrong = text[:at] + "X" + text[at + 1 :]
        assert set(pieces(wrong)) & set(pieces(text)), wrong


def test_pieces_are_few_and_spread() -> None:
    text = "".join(chr(0x4E00 + at) for at in range(2000))
    found = pieces(text)
    assert len(found) == MOST
    assert found[0] == text[: SIZES[0]]
    assert found[-1] == text[-SIZES[0] :]
    assert pieces("的" * 300) == ["的" * SIZES[0]]


def test_every_pair_of_a_short_piece_is_asked_for() -> None:
    assert some_pairs("四个自信") == '"四个" AND "个自" AND "自信"'


def test_the_ends_of_an_alignment_cost_nothing() -> None:
    source = "前面的话不相干，坚持人民至上生命至上，后面的话也不相干"
    (block,) = align("人民至上生命至上", source, 0, len(source))
    assert block == (True, 0, 8, 10, 18)


def test_a_wrong_end_stands_for_what_is_there() -> None:
    blocks = align("大民至上生命至下", "坚持人民至上生命至上的", 0, 11)
    assert [(block.a, block.b, block.c, block.d) for block in blocks if not block.equal] == [
        (0, 1, 2, 3),
        (7, 8, 9, 10),
    ]


def test_the_longest_rise() -> None:
    assert longest_rise([]) == []
    assert longest_rise([3, 1, 2]) == [1, 2]


def test_neighbours_become_one_stretch() -> None:
    single = [Stretch(1, "", "", number, (str(number),)) for number in (4, 2, 3, 7, 3)]
    assert [(one.first, one.paragraphs) for one in stretches(single)] == [
        (2, ("2", "3", "4")),
        (7, ("7",)),
    ]


def test_ranges_that_are_near_become_one() -> None:
    found = [Range(2, 1, 1), Range(1, 8, 9), Range(1, 1, 3), Range(1, 5, 6)]
    assert ranges(found, 1) == [Range(1, 1, 9), Range(2, 1, 1)]
    assert ranges(found, 0) == [Range(1, 1, 3), Range(1, 5, 6), Range(1, 8, 9), Range(2, 1, 1)]


def test_differences_are_marked() -> None:
    spans = [(2, 4), (0, 1), (3, 5), (6, 6)]
    assert "".join(marked("增强四个自信", spans)) == "【增】强【四个自】信【缺】"
    assert "".join(marked("增强四个自信", [(4, 4), (2, 4)])) == "增强【四个】自信"


@given(st.data(), st.text("增强四个自信", max_size=30))
def test_without_the_marks_it_is_the_text_again(data: st.DataObject, text: str) -> None:
    place = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(place, place)))
    shown = "".join(marked(text, [(min(pair), max(pair)) for pair in pairs]))
    assert shown.replace(NOTHING, "").replace("【", "").replace("】", "") == text
