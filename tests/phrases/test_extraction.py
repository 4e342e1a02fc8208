"""All rules together: first places, overlaps, verbatim, no hostile text."""

import json
import re
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study.materials.paragraph import Paragraph
from study.phrases.extraction import key_phrases
from study.phrases.key_phrase import KeyPhrase, Kind
from tests.corpus import CORPUS, corpus_files, needs_corpus, outlined
from tests.phrases.extracting import cut, extracted, paragraphs

MARKED = json.loads(Path(__file__).with_name("marked.json").read_text("utf-8"))
SIGNS = "一二三四五六双个大是的、，。：；（）“”‘’《》——和即等坚持建设自信意识创新发展“”、"


def check(material: list[Paragraph], found: list[KeyPhrase]) -> None:
    """Every phrase and item stands verbatim where it is said to stand."""
    texts = {paragraph.number: paragraph.text for paragraph in material}
    for phrase in found:
        text = texts[phrase.paragraph]
        assert text[phrase.start : phrase.start + len(phrase.text)] == phrase.text
        everywhere = re.compile(f"(?={re.escape(phrase.text)})")
        assert phrase.times == sum(len(everywhere.findall(one)) for one in texts.values())
        assert phrase.reason
        if phrase.kind is Kind.ENUMERATION:
            check_items(text, phrase)
        else:
            assert phrase.items == ()
    assert len({(one.text, one.kind, one.items) for one in found}) == len(found)
    assert [(one.paragraph, one.start) for one in found] == sorted(
        (one.paragraph, one.start) for one in found
    )


def check_items(text: str, phrase: KeyPhrase) -> None:
    """The items stand in order in a sentence that the head belongs to."""
    assert len(phrase.items) >= 2
    ends = [at + 1 for at, sign in enumerate(text) if sign in "。！？"]
    for start, finish in zip([0, *ends], [*ends, len(text)], strict=True):
        place = start
        for item in phrase.items:
            place = text.find(item, place, finish)
            if place < 0:
                break
            place += len(item)
        else:
            return
    raise AssertionError(phrase)


def test_each_phrase_once_at_its_first_place() -> None:
    (found,) = extracted("先说别的。", "做到“两个维护”，再做到“两个维护”。", "“两个维护”很重要。")
    assert (found.paragraph, found.start, found.text, found.times) == (2, 3, "两个维护", 3)


def test_the_kind_that_says_most_stays() -> None:
    found = extracted("坚定“四个自信”。", "“四个自信”即道路自信、理论自信、制度自信、文化自信。")
    assert [(one.text, one.kind, one.paragraph) for one in found] == [
        ("四个自信", Kind.ENUMERATION, 2)
    ]


def test_the_longer_of_two_that_overlap_stays() -> None:
    found = extracted("坚持“三项政策、一项改革”不动摇。")
    assert [one.text for one in found] == ["三项政策、一项改革"]


def test_known_formulations_are_always_taken() -> None:
    found = extracted("我们说明获得感，也说明“人民群众获得感”。", known=("获得感", "没有的话"))
    assert [one.text for one in found] == ["获得感", "人民群众获得感"]
    assert found[0].times == 2


def test_nothing_in_nothing() -> None:
    assert key_phrases([], []) == []
    assert extracted("") == []


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(alphabet=SIGNS, max_size=120), max_size=4))
def test_any_text(texts: list[str]) -> None:
    check(paragraphs(*texts), extracted(*texts))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=3))
def test_any_characters(texts: list[str]) -> None:
    check(paragraphs(*texts), extracted(*texts))


HOSTILE = {
    "one character": "国",
    "marks": "、，。“”",
    "separators": "、",
    "opened quotations": "“四个",
    "opened books": "《法",
    "numerals": "一二三四",
    "heads": "“四个自信”、",
    "lists": "政治建设、思想建设，",
    "one phrase": "坚持全面从严治党",
}


def check_time(text: str, words: list[str]) -> None:
    """Not the square of the length, which would take minutes; a busy machine is no reason."""
    start = process_time()
    key_phrases(paragraphs(text), [words])
    assert process_time() - start < 10


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_takes_time_in_step_with_its_length(piece: str) -> None:
    times = 100_000 // len(piece)
    check_time(piece * times, [piece] * times)


def test_many_phrases_with_one_beginning_take_time_in_step_with_their_length() -> None:
    terms = [f"“中国{chr(0x4E00 + number)}{number}”、" for number in range(10_000)]
    check_time("".join(terms), terms)


@needs_corpus
def test_every_document_verbatim() -> None:
    for path in corpus_files():
        material = outlined(path).paragraphs
        check(material, key_phrases(material, [cut()(one.text) for one in material]))


@needs_corpus
def test_most_of_what_a_reader_marked_is_found() -> None:
    """`marked.json` was marked by hand before the rules were run on those documents."""
    missed: list[str] = []
    for name, marked in MARKED.items():
        material = outlined(CORPUS / name).paragraphs
        found = key_phrases(material, [cut()(one.text) for one in material])
        texts = {one.text.strip("《》").replace("“", "").replace("”", "") for one in found}
        texts |= {item for one in found for item in one.items}
        missed += [phrase for phrase in marked if phrase not in texts]
    total = sum(map(len, MARKED.values()))
    assert 1 - len(missed) / total >= 0.85, missed
