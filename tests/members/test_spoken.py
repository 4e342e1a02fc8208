"""Terms as people write them."""

import pytest

from study.members.spoken import OutOfBounds, term
from study.members.term import Term
from study.members.texts import length


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("365", Term(days=365)), ("365天", Term(days=365)), ("３６５天", Term(days=365)),
        ("90 日", Term(days=90)), ("1年", Term(years=1)), ("两年", Term(years=2)),
        ("一年", Term(years=1)), ("年", Term(years=1)), ("半年", Term(months=6)),
        ("一年半", Term(months=18)), ("1年半", Term(months=18)), ("6个月", Term(months=6)),
        ("六个月", Term(months=6)), ("12月", Term(months=12)), ("十二个月", Term(months=12)),
        ("2周", Term(days=14)), ("一星期", Term(days=7)), ("三十天", Term(days=30)),
        ("三百六十五天", Term(days=365)), ("一百零五天", Term(days=105)), ("10年", Term(years=10)),
    ],
)  # fmt: skip
def test_terms(text: str, found: Term) -> None:
    assert term(text) == found


@pytest.mark.parametrize(
    "text", ["0", "0天", "零天", "11年", "121个月", "3661", "99999天", "十年半"]
)
def test_too_short_and_too_long(text: str) -> None:
    with pytest.raises(OutOfBounds):
        term(text)


@pytest.mark.parametrize(
    "text", ["", "天", "很久", "-30天", "1.5年", "30天半", "1年3", "理由", "123456789"]
)
def test_what_is_no_term(text: str) -> None:
    assert term(text) is None


def test_lengths_are_said() -> None:
    assert [length(one) for one in (Term(years=1), Term(months=-6), Term(1, 2, 3))] == [
        "1年", "6个月", "1年2个月3天",
    ]  # fmt: skip
