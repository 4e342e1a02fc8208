"""The number under which a paragraph stands in the index."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.search import place as places
from study.search.place import LAST_MATERIAL, LAST_PARAGRAPH, material_of, paragraph_of, place

DATES = st.dates().map(str).filter(lambda day: day < "3000")


@given(DATES, st.integers(0, LAST_MATERIAL), st.integers(0, LAST_PARAGRAPH))
def test_it_says_which_and_fits_the_database(day: str, material: int, paragraph: int) -> None:
    found = place(day, material, paragraph)
    assert (material_of(found), paragraph_of(found)) == (material, paragraph)
    assert 0 <= found < 1 << 63


@given(DATES, DATES, st.integers(0, LAST_MATERIAL), st.integers(0, LAST_MATERIAL))
def test_the_newer_speech_stands_above(one: str, other: str, a: int, b: int) -> None:
    if one < other:
        assert place(one, a, LAST_PARAGRAPH) < place(other, b, 0)


def test_a_year_holds_all_its_days_and_no_other() -> None:
    lowest, highest = places.places_between(2024, 2025)
    assert lowest <= place("2024", 1, 1) < place("2025-12-31", 9, 9) < highest
    assert place("2023-12-31", LAST_MATERIAL, 1) < lowest
    assert place("2026", 1, 1) >= highest
    assert place("", 1, 1) < lowest


def test_there_is_no_place_for_more_than_fits() -> None:
    with pytest.raises(ValueError, match="no place"):
        place("2024", 1, LAST_PARAGRAPH + 1)
