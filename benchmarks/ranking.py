"""`python -m benchmarks.ranking`: how well lookup ranks, beside plain BM25, on the gold set.

Exit code 1 when lookup does not beat both baselines on both figures.
"""

import argparse
import asyncio
import re
import sqlite3
import sys
import unicodedata
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import jieba
from rich.console import Console
from rich.table import Table

from benchmarks import library
from benchmarks.gold import Place, Query, Score, displaced, load_queries, mean, score
from study.members.entitlement import EVERYTHING
from study.search.folding import fold
from study.storage.database import Database, open_database
from tests.corpus import CORPUS, corpus_files

_MOST = 10
_OURS = "本项目"

Answers = dict[str, list[Place]]
"""The ten best places for the text of every query."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the library, `file` being the name of the file it came from."""

    material: int
    file: str
    title: str
    number: int
    text: str

    @property
    def place(self) -> Place:
        """Where it stands, as the gold set names it."""
        return self.file, self.number


def main() -> int:
    """Measure and print; the exit code."""
    options = _options()
    if not CORPUS.exists():
        sys.exit("量检索排序要用的文件不在这台机器上。")
    queries = load_queries()
    with library.temporary() as data:
        _take_in_corpus(data)
        paragraphs = _paragraphs(data / "study.db")
        if moved := displaced(queries, {one.place: one.text for one in paragraphs}):
            sys.exit("标注与收录的段落对不上，要重新标注：" + "，".join(map(str, moved)))
        answers = _baselines(queries, paragraphs, data)
        if not options.baselines:
            answers[_OURS] = asyncio.run(_ours(data / "study.db", queries, paragraphs))
    passages = {one.place: one.title + "\n" + fold(one.text) for one in paragraphs}
    scores = {
        name: {query.text: score(query, found[query.text], passages) for query in queries}
        for name, found in answers.items()
    }
    _show(queries, scores)
    if options.misses:
        _show_misses(queries, scores[_OURS], answers[_OURS], paragraphs)
    return 0 if options.baselines or _beats_all(scores) else 1


async def ours(database: Database, query: str) -> list[tuple[int, int]]:
    """The ten best of the project's own lookup: material and paragraph numbers."""
    from study.search.query import parse
    from study.services.lookup import look_up
    from study.services.reader import Reader

    everything = Reader("benchmark", EVERYTHING)
    asked, places = parse(query), list[tuple[int, int]]()
    while found := await look_up(database, everything, asked):
        places += [(hit.material, hit.paragraph) for hit in found.answer.hits]
        if len(places) >= _MOST or asked.page >= found.answer.pages:
            break
        asked = replace(asked, page=asked.page + 1)
    return places[:_MOST]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ranking", description="量检索排序")
    parser.add_argument("--misses", action="store_true", help="列出前十条里没有想要的段落的查询")
    parser.add_argument("--baselines", action="store_true", help="只量两个底线")
    options = parser.parse_args()
    if options.misses and options.baselines:
        parser.error("--misses 要量本项目，不能同时用 --baselines。")
    return options


def _take_in_corpus(data: Path) -> None:
    """One import of all files; a file's name alone tells it from the others."""
    with library.temporary() as folder:
        for path in corpus_files():
            (folder / path.name).symlink_to(path)
        library.take_in(data, folder)


def _paragraphs(path: Path) -> list[Paragraph]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "select material_id, source_name, title, number, text"
            " from paragraph join material on material.id = material_id"
            " where status = 'published' order by material_id, number"
        ).fetchall()
    return [Paragraph(*row) for row in rows]


def _baselines(
    queries: list[Query], paragraphs: list[Paragraph], folder: Path
) -> dict[str, Answers]:
    """FTS5's own ranking over words: paragraphs with any word of the query, or with all."""
    cut = _cutter(folder)
    with closing(sqlite3.connect(":memory:")) as scratch:
        scratch.execute("create virtual table words using fts5 (text)")
        scratch.executemany(
            "insert into words (rowid, text) values (?, ?)",
            [(row, " ".join(cut(one.text))) for row, one in enumerate(paragraphs)],
        )

        def best(query: Query, operator: str) -> list[Place]:
            expression = f" {operator} ".join(f'"{word}"' for word in cut(query.text))
            rows = scratch.execute(
                "select rowid from words where words match ? order by bm25(words) limit ?",
                (expression, _MOST),
            )
            return [paragraphs[row].place for (row,) in rows]

        return {
            f"词 {operator}": {query.text: best(query, operator) for query in queries}
            for operator in ("OR", "AND")
        }


def _cutter(folder: Path) -> Callable[[str], list[str]]:
    """jieba's words of a text in plain width, without signs; its cache goes into `folder`."""
    jieba.setLogLevel("WARNING")
    segmenter = jieba.Tokenizer()
    segmenter.tmp_dir = str(folder)  # pyright: ignore[reportAttributeAccessIssue]

    def cut(text: str) -> list[str]:
        words: list[str] = segmenter.lcut(unicodedata.normalize("NFKC", text))
        return [word for word in words if re.search(r"\w", word)]

    return cut


async def _ours(path: Path, queries: list[Query], paragraphs: list[Paragraph]) -> Answers:
    places = {(one.material, one.number): one.place for one in paragraphs}
    database = await open_database(path)
    try:
        return {
            query.text: [
                # Paragraph 0 is a title: it holds no passage.
                places.get(found, ("", 0))
                for found in await ours(database, query.text)
            ]
            for query in queries
        }
    finally:
        await database.close()


def _show(queries: list[Query], scores: dict[str, dict[str, Score]]) -> None:
    table = Table(box=None, pad_edge=False)
    table.add_column("查询")
    table.add_column("个数", justify="right")
    for figure in ("MRR@10", "nDCG@10"):
        for name in scores:
            table.add_column(f"{figure} {name}", justify="right")
    for part, chosen in _parts(queries):
        means = [mean([found[query.text] for query in chosen]) for found in scores.values()]
        figures = [one.reciprocal_rank for one in means] + [one.ndcg for one in means]
        table.add_row(part, str(len(chosen)), *(f"{figure:.3f}" for figure in figures))
    Console(width=120).print(table)
    print("MRR：第一条有用（1 分或 2 分）的段落；nDCG：增益 2^分 - 1。每一段只算一次。")


def _parts(queries: list[Query]) -> list[tuple[str, list[Query]]]:
    halves = {False: "调排序用的一半", True: "留作检验的一半"}
    return [
        ("全部", queries),
        *(
            (name, [one for one in queries if one.held_out is held])
            for held, name in halves.items()
        ),
        *(
            (kind, [one for one in queries if one.kind == kind])
            for kind in dict.fromkeys(one.kind for one in queries)
        ),
    ]


def _show_misses(
    queries: list[Query], scores: dict[str, Score], answers: Answers, paragraphs: list[Paragraph]
) -> None:
    """Only counted in the held-out half: whoever reads them there tunes on them too."""
    texts = {one.place: one.text for one in paragraphs}
    missed = [query for query in queries if not scores[query.text].reciprocal_rank]
    held = sum(query.held_out for query in missed)
    print(f"\n前十条里没有想要的段落：{len(missed)} 个查询，其中 {held} 个留作检验，不列出。")
    for query in missed:
        if query.held_out:
            continue
        print(f"\n{query.text}（{query.kind}）")
        for sign, places in (
            ("想要", [one.place for one in query.wanted if one.grade == 2]),
            ("得到", answers[query.text]),
        ):
            for place in places:
                print(f"  {sign} {place[0]} 第 {place[1]} 段：{texts.get(place, '')[:60]}")


def _beats_all(scores: dict[str, dict[str, Score]]) -> bool:
    means = {name: mean(list(found.values())) for name, found in scores.items()}
    best = means.pop(_OURS)
    return all(
        best.reciprocal_rank > other.reciprocal_rank and best.ndcg > other.ndcg
        for other in means.values()
    )


if __name__ == "__main__":
    sys.exit(main())
