"""What would stand in the library if a wrong choice were right."""

import pytest

from study.questions.substitution import in_context


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("发展新质生产力，以____为中心，继续奋斗。", "以X为中心"),
        ("坚定道路自信、____、制度自信，走好自己的路。", "坚定道路自信、X、制度自信"),
        ("____是第一生产力。", "X是第一生产力"),
        ("树立____。", "树立X。"),
    ],
)
def test_the_clause_around_the_blank_or_more_where_it_says_little(stem: str, expected: str) -> None:
    before, _, after = stem.partition("____")
    assert in_context(before, "X", after) == expected
