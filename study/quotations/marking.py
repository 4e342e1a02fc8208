"""Differences made visible in a text."""

from collections.abc import Iterable

from study.materials.sentences import Span


def marked(text: str, spans: Iterable[Span]) -> str:
    """`text` with 【】 around the spans; those that overlap are marked as one, empty ones not.

    >>> marked("增长5.5%左右", [Span(2, "5.5%")])
    '增长【5.5%】左右'
    """
    shown: list[str] = []
    done = 0
    for start, finish in _apart(spans):
        shown += [text[done:start], "【", text[start:finish], "】"]
        done = finish
    return "".join([*shown, text[done:]])


def _apart(spans: Iterable[Span]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, finish in sorted((span.start, span.finish) for span in spans if span.text):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(finish, joined[-1][1]))
        else:
            joined.append((start, finish))
    return joined
