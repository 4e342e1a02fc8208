"""Terms and the days they end on."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.members.term import THREE_YEARS_BACK, YEAR, Term, after, of_iso

days = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("day", "term", "end"),
    [
        ("2026-11-23", YEAR, "2027-11-23"),
        ("2027-02-28", YEAR, "2028-02-28"),
        ("2028-02-29", YEAR, "2029-02-28"),
        ("2028-02-29", Term(years=4), "2032-02-29"),
        ("2027-08-31", Term(months=6), "2028-02-29"),
        ("2026-08-31", Term(months=6), "2027-02-28"),
        ("2026-12-31", Term(months=2), "2027-02-28"),
        ("2027-12-31", Term(days=365), "2028-12-30"),
        ("2024-02-29", THREE_YEARS_BACK, "2021-02-28"),
        ("2026-03-31", Term(months=-1), "2026-02-28"),
        ("2026-01-01", Term(days=-1), "2025-12-31"),
    ],
)
def test_leap_days_and_short_months(day: str, term: Term, end: str) -> None:
    assert after(date.fromisoformat(day), term).isoformat() == end


@given(days, st.integers(1, 10))
def test_a_year_keeps_the_day_unless_it_does_not_exist(day: date, years: int) -> None:
    end = after(day, Term(years=years))
    assert end.year == day.year + years
    assert (end.month, end.day) == (
        day.month,
        28 if (day.month, day.day) == (2, 29) and end.day == 28 else day.day,
    )


@given(days, st.integers(-3660, 3660))
def test_days_are_days(day: date, count: int) -> None:
    assert after(day, Term(days=count)) == day + timedelta(days=count)


@given(days, st.integers(0, 120), st.integers(0, 120))
def test_a_longer_term_ends_no_earlier(day: date, months: int, more: int) -> None:
    assert after(day, Term(months=months)) <= after(day, Term(months=months + more))


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 9999), st.booleans())
def test_what_is_stored_comes_back(years: int, months: int, count: int, taken: bool) -> None:
    sign = -1 if taken else 1
    term = Term(sign * years, sign * months, sign * count)
    assert of_iso(term.iso) == term


@pytest.mark.parametrize("text", ["1Y", "P1X", "P-1Y", "一年"])
def test_what_was_not_stored_by_us(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text)):
        of_iso(text)


def test_beyond_the_calendar() -> None:
    with pytest.raises(OverflowError):
        after(date(9999, 1, 1), YEAR)
