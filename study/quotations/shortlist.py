"""Which windows are worth aligning."""

from collections.abc import Sequence

from study.quotations.windows import Window

_NEAREST = 8
"""Windows that have most of the quotation."""
_COMPLETING = 4
"""Windows, one after another, that have most of what no other has."""


def shortlist(found: Sequence[Window]) -> list[Window]:
    """The windows that have most of the quotation, of equals the newest, and those that
    complete them."""
    ranked = sorted(found, key=lambda window: window.stretch.spoken_on, reverse=True)
    ranked.sort(key=lambda window: -window.cover.bit_count())
    chosen = _with_other_words(ranked)
    covered = chosen[0].cover if chosen else 0
    for _ in range(_COMPLETING):
        best = max(ranked, key=lambda one: (one.cover & ~covered).bit_count(), default=None)
        if best is None or not best.cover & ~covered:
            break
        covered |= best.cover
        if best not in chosen:
            chosen.append(best)
    return chosen


def _with_other_words(ranked: Sequence[Window]) -> list[Window]:
    """The first windows of those that do not say the same as another."""
    chosen: dict[str, Window] = {}
    for window in ranked:
        chosen.setdefault(window.folded[window.start : window.finish], window)
        if len(chosen) == _NEAREST:
            break
    return list(chosen.values())
