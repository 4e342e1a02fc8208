"""Words of a text, by jieba; by its faster twin rjieba where that is installed.

Words are for ranking, for phrases and for telling what somebody meant. Nothing is found by them
alone.
"""

import importlib
import importlib.util
import warnings
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

Cut = Callable[[str], list[str]]
"""A text into its words, in order and without loss."""


@cache
def cutter(cache_folder: Path, terms: tuple[str, ...] = ()) -> Cut:
    """A segmenter that knows `terms`; jieba keeps its prepared dictionary in `cache_folder`.

    Loads a dictionary (0.2 to 0.8 s, 35 to 50 MB): meant for the process that imports.
    """
    if importlib.util.find_spec("rjieba"):
        return by_rjieba(terms)
    return by_jieba(cache_folder, terms)


def by_jieba(cache_folder: Path, terms: Iterable[str]) -> Cut:
    """The segmenter of jieba."""
    with warnings.catch_warnings():
        # Its source has escapes that newer Pythons warn of: nothing a person could act on.
        warnings.simplefilter("ignore")
        jieba: Any = importlib.import_module("jieba")
    jieba.setLogLevel("WARNING")
    segmenter = jieba.Tokenizer()
    # Its default is the folder for temporary files, which all users of the machine share.
    segmenter.tmp_dir = str(cache_folder)
    for term in terms:
        segmenter.add_word(term)
    return segmenter.lcut


def by_rjieba(terms: Iterable[str]) -> Cut:
    """The segmenter of rjieba."""
    rjieba: Any = importlib.import_module("rjieba")
    segmenter = rjieba.Jieba()
    for term in terms:
        segmenter.add_word(term, segmenter.suggest_freq(term), None)
    return segmenter.cut
