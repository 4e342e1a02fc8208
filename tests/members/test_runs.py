"""Ledgers of membership and the days that come of them."""

from datetime import date, timedelta
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from study.members.runs import Grant, Membership, Run, membership
from study.members.term import YEAR, Term, after

FIRST = date(2026, 11, 23)
terms = st.one_of(
    st.builds(Term, years=st.integers(1, 3)),
    st.builds(Term, months=st.integers(1, 18)),
    st.builds(Term, days=st.integers(1, 800)),
)
taken = st.one_of(
    st.builds(Term, days=st.integers(-900, -1)), st.builds(Term, months=st.integers(-20, -1))
)
any_day = st.integers(0, 1500).map(lambda days: FIRST + timedelta(days=days))


def grants(*given_: tuple[Term, date]) -> list[Grant]:
    return [
        Grant(number, term, "code", "", "", day) for number, (term, day) in enumerate(given_, 1)
    ]


ledgers = st.lists(st.tuples(st.one_of(terms, taken), any_day), max_size=8).map(
    lambda given_: grants(*given_)
)


def ends(found: Membership) -> str:
    return found.runs[-1].last.isoformat()


def test_nobody_has_given_anything() -> None:
    assert membership([]) == Membership()
    assert membership([]).first_start is None
    assert not membership([]).runs_on(FIRST)


def test_a_year_runs_from_its_day_until_the_same_day() -> None:
    found = membership(grants((YEAR, FIRST)))
    assert found.runs == (Run(FIRST, date(2027, 11, 23)),)
    assert found.runs_on(FIRST)
    assert found.runs_on(date(2027, 11, 23))
    assert not found.runs_on(date(2027, 11, 24))
    assert not found.runs_on(FIRST - timedelta(days=1))


def test_a_year_added_ends_a_year_later() -> None:
    assert ends(membership(grants((YEAR, FIRST), (YEAR, date(2027, 3, 1))))) == "2028-11-23"
    assert ends(membership(grants((YEAR, FIRST), (YEAR, date(2027, 11, 23))))) == "2028-11-23"


def test_a_year_from_a_leap_day() -> None:
    leap = date(2028, 2, 29)
    assert ends(membership(grants((YEAR, leap)))) == "2029-02-28"
    assert ends(membership(grants((YEAR, leap), (Term(years=3), leap)))) == "2032-02-28"


def test_a_gap_begins_a_new_run() -> None:
    found = membership(grants((Term(days=30), FIRST), (YEAR, date(2027, 5, 1))))
    assert [run.first for run in found.runs] == [FIRST, date(2027, 5, 1)]
    assert found.first_start == FIRST
    assert found.ends_after(date(2027, 2, 1)) is None
    assert found.ends_after(date(2027, 6, 1)) == date(2028, 5, 1)


def test_taking_ends_it_earlier_but_not_before_its_day() -> None:
    day = date(2027, 1, 1)
    assert ends(membership(grants((YEAR, FIRST), (Term(days=-30), day)))) == "2027-10-24"
    assert ends(membership(grants((YEAR, FIRST), (Term(years=-5), day)))) == "2026-12-31"
    assert membership(grants((YEAR, FIRST), (Term(years=-5), FIRST))) == Membership()


def test_a_refund_on_the_first_day_leaves_nothing() -> None:
    assert membership(grants((YEAR, FIRST), (Term(years=-1), FIRST))) == Membership()
    assert ends(membership(grants((YEAR, FIRST), (Term(days=-364), FIRST)))) == "2026-11-24"
    next_day = FIRST + timedelta(days=1)
    found = membership(grants((YEAR, FIRST), (Term(years=-1), next_day)))
    assert found.runs == (Run(FIRST, FIRST),)
    assert not found.runs_on(next_day)


def test_taking_where_nothing_runs_takes_nothing() -> None:
    later = date(2029, 1, 1)
    before = membership(grants((YEAR, FIRST)))
    assert membership(grants((YEAR, FIRST), (Term(days=-30), later))) == before


def test_reversing_one_in_the_middle_leaves_no_trace() -> None:
    first, middle, last = grants((YEAR, FIRST), (YEAR, date(2027, 1, 1)), (YEAR, date(2028, 3, 1)))
    assert ends(membership([first, middle, last])) == "2029-11-23"
    # Without the middle one there is a gap before the last.
    assert membership([first, last]).runs == (
        Run(FIRST, date(2027, 11, 23)),
        Run(date(2028, 3, 1), date(2029, 3, 1)),
    )


@given(ledgers)
def test_runs_are_in_order_and_never_touch(ledger: list[Grant]) -> None:
    runs = membership(ledger).runs
    assert all(run.first <= run.last for run in runs)
    assert all(one.last < other.first for one, other in pairwise(runs))


@given(ledgers, st.randoms())
def test_the_order_in_which_rows_are_read_does_not_matter(
    ledger: list[Grant], random: Random
) -> None:
    shuffled = list(ledger)
    random.shuffle(shuffled)
    assert membership(shuffled) == membership(ledger)


@given(ledgers, terms)
def test_a_term_given_last_opens_days_and_closes_none(ledger: list[Grant], term: Term) -> None:
    day = FIRST + timedelta(days=1501)
    before = membership(ledger)
    found = membership([*ledger, Grant(99, term, "reward", "", "", day)])
    start = before.ends_after(day) or day
    assert found.ends_after(day) == after(start, term)
    assert found.runs_on(day)
    assert all(found.runs_on(run.first) and found.runs_on(run.last) for run in before.runs)


@given(ledgers, taken)
def test_what_is_taken_last_changes_no_day_that_has_passed(ledger: list[Grant], term: Term) -> None:
    day = FIRST + timedelta(days=1501)
    before = membership(ledger)
    found = membership([*ledger, Grant(99, term, "admin", "", "", day)])
    for past in range(1500):
        one = FIRST + timedelta(days=past)
        assert found.runs_on(one) == before.runs_on(one)
    assert (found.ends_after(day) or day) <= (before.ends_after(day) or day)


@given(ledgers, terms)
def test_what_is_given_and_taken_on_a_day_leaves_no_more_than_before(
    ledger: list[Grant], term: Term
) -> None:
    day = FIRST + timedelta(days=1501)
    back = Term(-term.years, -term.months, -term.days)
    before = membership(ledger)
    given_ = Grant(98, term, "code", "", "", day)
    found = membership([*ledger, given_, Grant(99, back, "admin", "", "", day)])
    if before.runs_on(day):
        # A month after 31 January is 28 February, and a month before that 28 January.
        lost = before.runs[-1].last - found.runs[-1].last
        assert timedelta(0) <= lost <= timedelta(days=3)
    else:
        assert found == before
