"""What lookup is held to: bare queries with Python's own `sqlite3`, one thread, no event loop."""

import re
import sqlite3
import unicodedata
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from pathlib import Path
from time import perf_counter

from study.search.expression import expression
from study.search.query import parse
from study.search.words import by_jieba
from study.storage.search import ITS_MATERIAL

_WORD = re.compile(r"\w")
_RANKED = (
    "select text from words join passage on passage.id = words.rowid"
    " where words match ? order by rank limit 10"
)
_NEWEST = (
    f"select p.text from gram join material m on {ITS_MATERIAL.format(place='gram.rowid')}"  # noqa: S608
    " join paragraph p on p.material_id = m.id and p.number = gram.rowid - m.first_place"
    " where gram match ? order by gram.rowid desc limit 10"
)


class Words:
    """FTS5 as it comes, over jieba's words, ranked by BM25; the text in a table beside it."""

    def __init__(self, folder: Path) -> None:
        self._cut = by_jieba(folder, ())
        self._connection = sqlite3.connect(folder / "words.db")
        self._connection.execute("create virtual table words using fts5 (cut, content = '')")
        self._connection.execute("create table passage (id integer primary key, text text)")

    def fill(self, texts: list[str]) -> None:
        """Index these paragraphs."""
        with self._connection:
            self._connection.executemany("insert into passage (text) values (?)", zip(texts))
            self._connection.executemany(
                "insert into words (rowid, cut) values (?, ?)",
                [(row, " ".join(self._words(text))) for row, text in enumerate(texts, start=1)],
            )
            self._connection.execute("insert into words (words) values ('optimize')")

    def milliseconds(self, text: str) -> float:
        """What the ten best paragraphs with all words of a query take; cutting it is not counted.

        A year that narrows is left out, as are the signs.
        """
        words = [word for term in parse(text).terms for word in self._words(term.text)]
        asked = " AND ".join(f'"{word}"' for word in words)
        return _milliseconds(self._connection, _RANKED, asked)

    def close(self) -> None:
        self._connection.close()

    def _words(self, text: str) -> list[str]:
        plain = unicodedata.normalize("NFKC", text)
        return [word for word in self._cut(plain) if _WORD.search(word)]


@contextmanager
def words_index(folder: Path, texts: list[str]) -> Generator[Words]:
    """An index of words over these paragraphs, in a file in `folder`."""
    with closing(Words(folder)) as index:
        index.fill(texts)
        yield index


@contextmanager
def own_index(path: Path) -> Generator[Callable[[str], float]]:
    """What the ten newest rows that the library's own index names for a query take (ms): no
    ranking, nothing verified, nothing narrowed."""
    with closing(sqlite3.connect(path)) as connection:
        yield lambda text: _milliseconds(connection, _NEWEST, expression(parse(text).terms))


@contextmanager
def point_read(path: Path) -> Generator[Callable[[], float]]:
    """What reading one paragraph by its key takes (ms), the same one again and again."""
    with closing(sqlite3.connect(path)) as connection:
        [key] = connection.execute("select material_id, number from paragraph limit 1")
        statement = "select text from paragraph where material_id = ? and number = ?"
        yield lambda: _milliseconds(connection, statement, *key)


def _milliseconds(connection: sqlite3.Connection, statement: str, *values: str | int) -> float:
    start = perf_counter()
    connection.execute(statement, values).fetchall()
    return (perf_counter() - start) * 1000
