"""Reading on passes over nothing and repeats nothing."""

from hypothesis import given
from hypothesis import strategies as st

from study.materials.paragraph import Paragraph
from study.materials.reading import next_reach
from tests.corpus import corpus_files, needs_corpus, outlined


def everything_read(paragraphs: list[Paragraph]) -> str:
    """All that repeated reading shows, headings and texts, without blanks."""
    shown: list[str] = []
    number, finish = 1, 0
    while reach := next_reach(paragraphs[number - 1 :], finish):
        shown += [*reach.headings, reach.text]
        assert (reach.last, reach.finish) > (number, finish) or not shown[:-1]
        number, finish = reach.last, reach.finish
    return "".join("".join(shown).split())


def whole(paragraphs: list[Paragraph]) -> str:
    return "".join("".join(paragraph.text for paragraph in paragraphs).split())


def test_a_long_sentence_after_a_short_one_is_not_passed_over() -> None:
    texts = ["短句在前。" + "长" * 200 + "。", "第二段也不长。"]
    paragraphs = [Paragraph(number, 0, text) for number, text in enumerate(texts, start=1)]
    assert everything_read(paragraphs) == whole(paragraphs)


def test_a_heading_at_the_end_is_shown() -> None:
    paragraphs = [Paragraph(1, 0, "正文。"), Paragraph(2, 1, "一、结束语")]
    assert everything_read(paragraphs) == "正文。一、结束语"


@given(
    st.lists(
        st.tuples(st.integers(0, 1), st.text("学习文件，。！？ 　", min_size=1, max_size=300)),
        max_size=12,
    )
)
def test_every_character_is_read_once(drawn: list[tuple[int, str]]) -> None:
    paragraphs = [Paragraph(n, level, text) for n, (level, text) in enumerate(drawn, start=1)]
    assert everything_read(paragraphs) == whole(paragraphs)


@needs_corpus
def test_every_material_of_the_corpus_is_read_to_its_end() -> None:
    for path in corpus_files():
        paragraphs = outlined(path).paragraphs
        assert everything_read(paragraphs) == whole(paragraphs), path.name
