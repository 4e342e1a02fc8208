"""jieba and its faster twin cut alike."""

from pathlib import Path

import pytest

from study.search import words
from tests.corpus import corpus_files, needs_corpus, outlined

TERMS = ("两个维护", "最后一公里", "四下基层")


@pytest.fixture(scope="module")
def cuts(tmp_path_factory: pytest.TempPathFactory) -> tuple[words.Cut, words.Cut]:
    folder: Path = tmp_path_factory.mktemp("jieba")
    return words.by_jieba(folder, TERMS), words.by_rjieba(TERMS)


def test_both_know_the_terms_they_are_told(cuts: tuple[words.Cut, words.Cut]) -> None:
    text = "做到两个维护，打通最后一公里，坚持四下基层。"
    for cut in cuts:
        assert set(TERMS) <= set(cut(text))
        assert "".join(cut(text)) == text


@needs_corpus
def test_they_cut_real_paragraphs_alike(cuts: tuple[words.Cut, words.Cut]) -> None:
    texts = [part.text for path in corpus_files()[::20] for part in outlined(path).paragraphs]
    by_jieba, by_rjieba = cuts
    same = sum(by_jieba(text) == by_rjieba(text) for text in texts)
    assert same / len(texts) > 0.99


def test_the_prepared_dictionary_lies_in_our_own_folder(tmp_path: Path) -> None:
    words.by_jieba(tmp_path, ())("分词")
    assert (tmp_path / "jieba.cache").exists()
