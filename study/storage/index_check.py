"""Whether the index says what the paragraphs say: every gram in as many of them."""

import sqlite3
from collections import Counter
from pathlib import Path

from study.search.grams import HEADING_MARK, VERSION, indexed
from study.storage.maintenance import Finding
from study.storage.migrations import read_only


def index_findings(path: Path) -> list[Finding]:
    """What is wrong with the index of the database at `path`. Raises NotADatabase.

    Reads the whole library, 4 MB of text a second.
    """
    with read_only(path) as connection:
        stale = connection.execute(
            "select count(*) from material where indexed <> ?", (VERSION,)
        ).fetchone()[0]
        differing = 0 if stale else _differing(connection)
    found = [Finding("资料不在索引里，请运行 reindex", stale)] if stale else []
    return found + ([Finding("索引与原文不符，请运行 reindex", differing)] if differing else [])


def _differing(connection: sqlite3.Connection) -> int:
    """How many grams the index counts in more or fewer paragraphs than have them."""
    connection.execute("create virtual table temp.counted using fts5vocab(main, gram, row)")
    held = dict(connection.execute("select term, doc from temp.counted"))
    wanted = Counter(gram for row in _texts(connection) for gram in _grams(*row))
    return sum(wanted[gram] != held.get(gram, 0) for gram in wanted.keys() | held.keys())


def _texts(connection: sqlite3.Connection) -> sqlite3.Cursor:
    return connection.execute(
        "select level, text from paragraph union all select 0, title from material"
    )


def _grams(level: int, text: str) -> set[str]:
    found = set(indexed(text).split())
    return found | {HEADING_MARK} if level else found
