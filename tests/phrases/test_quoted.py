"""What in quotation marks is a term."""

import pytest

from study.phrases.key_phrase import Kind
from tests.phrases.extracting import of_kind


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("深化“放管服”改革。", "放管服"),
        ("打通“最后一公里”，方便群众。", "最后一公里"),
        ("践行“绿水青山就是金山银山”的理念。", "绿水青山就是金山银山"),
        ("实施「人工智能＋」行动。", "人工智能＋"),
        ("坚持“引进来”和“走出去”并重。", "引进来"),
    ],
)
def test_a_term(text: str, term: str) -> None:
    assert term in of_kind(Kind.QUOTED, text)


@pytest.mark.parametrize(
    "text",
    [
        "他说：“绿水青山好。”大家都笑了。",
        "有人问“这样行吗”，没有人回答。",
        "放映了电影《故乡》和“春天的故事”晚会。",
        "在“马拉松”之后休息。",
        "将第三条中的“地方政府”修改为“地方各级人民政府”。",
        "市人民政府（以下简称“市政府办公室”）负责。",
        "引号“没有合上，后面什么都不是",
    ],
)
def test_speech_titles_and_single_words(text: str) -> None:
    assert of_kind(Kind.QUOTED, text) == []


def test_a_term_with_a_number_counts_as_one() -> None:
    assert of_kind(Kind.QUOTED, "增强“四个意识”。") == []
