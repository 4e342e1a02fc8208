"""Differences made visible in a text."""

from collections.abc import Iterable

NOTHING = "【缺】"
"""Stands where the other text has something that this one has not."""


def marked(text: str, spans: Iterable[tuple[int, int]]) -> list[str]:
    """`text` in pieces, every second one a span in 【】, an empty one as 【缺】; those that overlap
    or touch are one. The marks taken out, it is the text again.

    >>> "".join(marked("增长5.5%左右", [(2, 6), (8, 8)]))
    '增长【5.5%】左右【缺】'
    """
    shown: list[str] = []
    done = 0
    for start, finish in _apart(spans):
        shown += [text[done:start], f"【{text[start:finish]}】" if start < finish else NOTHING]
        done = finish
    return [*shown, text[done:]]


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, finish in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(finish, joined[-1][1]))
        else:
            joined.append((start, finish))
    return joined
