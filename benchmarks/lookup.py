"""How fast lookup is: on the real documents, and on ten thousand; idle and during an import."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

from benchmarks import corpus_library, gates, importing_beside, indexing, large_library
from benchmarks.asking import Asking, ask
from benchmarks.corpus_library import DATABASE
from benchmarks.queries import Asked, Typist
from benchmarks.raw_search import own_index, words_index
from benchmarks.report import Bar, Row, beside, percentile, ratio, single, told

_EACH = 50
"""Queries of every kind."""
_SEED = 3
_ROUNDS = 3
_SLOWEST = 5
_MEMORY = Bar(60)
_HELD = Bar(5)


def measure() -> list[Row]:
    """All rows of this part."""
    if not corpus_library.is_there():
        return corpus_library.absent("检索")
    with corpus_library.with_corpus() as data:
        path = data / DATABASE
        texts = corpus_library.texts_of(path)
        queries = Typist(texts, corpus_library.words_of(path), Random(_SEED)).queries(_EACH)
        rows = _on_corpus(path, texts, queries) + indexing.measure(data)
        with large_library.enlarged(data) as large:
            took = ask(large / DATABASE, [one.text for one in queries])
            rows += _on_large(queries, took)
            rows += gates.measure(large / DATABASE, queries, took.shown)
            # Last: it leaves more in the library than it found.
            rows += importing_beside.measure(large, queries)
    return rows


def _on_corpus(path: Path, texts: list[str], queries: Sequence[Asked]) -> list[Row]:
    typed = [one.text for one in queries]
    words: list[list[float]] = []
    newest: list[list[float]] = []
    ours: list[Asking] = []
    with words_index(path.parent, texts) as ranked, own_index(path) as own:
        for _ in range(_ROUNDS):
            words.append(list(map(ranked.milliseconds, typed)))
            newest.append(list(map(own, typed)))
            ours.append(ask(path, typed))
    times = [one.times for one in ours]
    return [
        told("检索（全部真实资料）", f"{len(texts)} 段，{len(queries)} 个查询；底线是 sqlite3 里"
             " FTS5 分词索引（jieba，词 AND）order by rank limit 10 连原文"),
        ratio("　p50 毫秒", _at(words, 0.5), _at(times, 0.5), Bar(3)),
        ratio("　p99 毫秒", _at(words, 0.99), _at(times, 0.99), Bar(10)),
        single("　p99 毫秒", _at(times, 0.99), Bar(25)),
        beside("　不排序、不核对、查自己的索引：p50 毫秒", _at(newest, 0.5), _at(times, 0.5)),
        beside("　不排序、不核对、查自己的索引：p99 毫秒", _at(newest, 0.99), _at(times, 0.99)),
        _processor(ours[0]),
        *_by_kind(queries, ours[0]),
    ]  # fmt: skip


def _on_large(queries: Sequence[Asked], took: Asking) -> list[Row]:
    late = "，".join(f"{_at([took.late], share)[0]:.1f}" for share in (0.99, 0.999, 1))
    return [
        told("检索（一万份）", f"{len(queries)} 个查询，每个量三遍取中间"),
        single("　p50 毫秒", [percentile(took.times, 0.5)]),
        single("　p99 毫秒", [percentile(took.times, 0.99)], Bar(50)),
        _processor(took),
        *_by_kind(queries, took),
        single("　内存最多增加 MB", [took.most - took.before], _MEMORY),
        single("　最久不让出（处理器毫秒，三遍取小）", [max(took.held)], _HELD),
        told("　心跳晚到毫秒：p99、p99.9、最多", late),
    ]


def _processor(took: Asking) -> Row:
    """The same, as far as other load on the machine cannot tell on it."""
    said = "，".join(f"{percentile(took.cpu, share):.1f}" for share in (0.5, 0.99))
    return told("　处理器毫秒：p50、p99", said)


def _by_kind(queries: Sequence[Asked], took: Asking) -> list[Row]:
    """Where the time goes: each kind's median and worst, and the slowest queries."""
    rows: list[Row] = []
    for kind in dict.fromkeys(one.kind for one in queries):
        times = [time for one, time in zip(queries, took.times, strict=True) if one.kind == kind]
        said = f"p50 {percentile(times, 0.5):.1f}，最慢 {max(times):.1f}"
        rows.append(told(f"　　{kind}：毫秒", said))
    slowest = sorted(zip(took.times, (one.text for one in queries), strict=True))[-_SLOWEST:]
    named = "，".join(f"{text}（{time:.0f}）" for time, text in reversed(slowest))
    return [*rows, told("　　最慢的：毫秒", named)]


def _at(rounds: Sequence[Sequence[float]], share: float) -> list[float]:
    """A percentile of each round."""
    return [percentile(values, share) for values in rounds]
