"""What exactly differs, and what that is called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.quotations.change import Change
from study.quotations.exactness import apart
from study.quotations.verdict import Kind
from tests.quotations.comparing import compare, material, only, told

SOURCE = material(
    1,
    "2024",
    "任用人员应根据其本人的资格、经验和才能予以提升，全县公路里程增长5.6公里，新增学位86个。"
    "要坚持共同协商、平等相待、长期合作的原则，到二〇三五年全部建成并交付使用。",
)
TEXT = SOURCE.paragraphs[0]


@pytest.mark.parametrize(
    ("right", "wrong", "quoted", "sourced"),
    [
        ("经验", "中验", "中", "经"),
        ("新增学位86个", "新增学位68个", "68", "86"),
        ("5.6", "6.5", "6.5", "5.6"),
        ("5.6", "6", "6", "5.6"),
        ("其本人", "本人", "", "其"),
        ("和才能予以", "和财能予以", "财", "才"),
    ],
)
def test_exactly_what_differs_is_marked(right: str, wrong: str, quoted: str, sourced: str) -> None:
    part = only(compare(TEXT.replace(right, wrong), SOURCE), Kind.WORDING)
    assert told(part) == [(Kind.WORDING, quoted, sourced)]


@pytest.mark.parametrize(
    "items",
    [
        "平等相待、共同协商、长期合作",
        "共同协商、长期合作、平等相待",
        "长期合作、平等相待、共同协商",
    ],
)
def test_items_between_a_verb_and_what_follows(items: str) -> None:
    right = "共同协商、平等相待、长期合作"
    only(compare(TEXT.replace(right, items), SOURCE), Kind.ORDER)
    only(compare(f"要坚持{items}的原则", SOURCE), Kind.ORDER)


def test_only_the_number_is_written_otherwise() -> None:
    part = only(compare(TEXT.replace("二〇三五", "2035"), SOURCE), Kind.NUMERALS)
    assert told(part) == [(Kind.NUMERALS, "2035", "二〇三五")]
    only(compare(TEXT.replace("二〇三五", "二○三五"), SOURCE), Kind.SAME)
    only(compare(TEXT.replace("二〇三五", "2036"), SOURCE), Kind.WORDING)


def test_a_longer_stretch_is_no_wording() -> None:
    added = TEXT.replace("全县公路", "全县各乡镇各村组以及各个新建居民小区公路")
    only(compare(added, SOURCE), Kind.ADDED)
    gone = TEXT.replace("能予以提升，全县公路里程增长5.6公里，新增学", "学")
    only(compare(gone, SOURCE), Kind.LEFT_OUT)


def test_a_clause_of_another_year_stands_there_as_a_whole() -> None:
    other = material(
        2, "2026", TEXT.replace("新增学位86个", "增加学位68个").replace("经验", "学识")
    )
    text = TEXT.replace("新增学位86个", "新增学位68个") + "其他"
    assert Kind.OTHER_YEAR not in {part.kind for part in compare(text, SOURCE, other).parts}


places = st.integers(0, 12)
kinds = st.sampled_from([Kind.WORDING, Kind.MISSING, Kind.EXTRA, Kind.ORDER])


@given(st.lists(st.tuples(kinds, places, places, places, places), max_size=6))
def test_no_character_belongs_to_two_differences(
    drawn: list[tuple[Kind, int, int, int, int]],
) -> None:
    found = [Change(kind, min(a, b), max(a, b), min(c, d), max(c, d)) for kind, a, b, c, d in drawn]
    kept = apart(found)
    for start, finish in (("a", "b"), ("c", "d")):
        covered = [
            place for one in kept for place in range(getattr(one, start), getattr(one, finish))
        ]
        assert len(covered) == len(set(covered))
