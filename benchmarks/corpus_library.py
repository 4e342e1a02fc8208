"""A library of the real documents that lie beside the project, where there are any."""

import shutil
import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

from benchmarks import library
from benchmarks.report import Row, told
from tests.corpus import CORPUS, corpus_files

DATABASE = "study.db"


@contextmanager
def with_corpus() -> Generator[Path]:
    """A data folder with the corpus in its library, taken in like any materials."""
    with library.temporary() as data, library.temporary() as folder:
        # One folder for one import; a file's name alone tells it from the others.
        for path in corpus_files():
            (folder / path.name).symlink_to(path)
        library.take_in(data, folder)
        yield data


@contextmanager
def copied(data: Path) -> Generator[Path]:
    """A copy of a data folder that nobody has open."""
    with library.temporary() as folder:
        yield shutil.copytree(data, folder / "copy")


def is_there() -> bool:
    """Whether the corpus lies beside the project."""
    return CORPUS.is_dir()


def absent(what: str) -> list[Row]:
    """What is told where there is no corpus."""
    return [told(what, "没有量：要用的文件不在这台机器上")]


def texts_of(path: Path) -> list[str]:
    """All published paragraphs of a library."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "select text from paragraph join material on id = material_id"
            " where status = 'published' order by material_id, number"
        )
        return [text for (text,) in rows]


def words_of(path: Path) -> dict[str, int]:
    """The words of a library, each with the number of paragraphs that have it."""
    with closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("select text, paragraphs from word order by text"))
