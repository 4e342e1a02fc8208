"""The table that a run ends in: what was measured, its bar, and whether it is met."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from rich.console import Console
from rich.table import Table

_HEADINGS = ("量", "底线", "本项目", "比值或差（最小–最大）", "要求", "")

_WIDTH = 140


@dataclass(frozen=True, slots=True)
class Row:
    """One measured thing. `met` is None for what is only told."""

    what: str
    floor: str
    project: str
    result: str
    bar: str = ""
    met: bool | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """What a value must reach: at most `limit`, or at least."""

    limit: float
    at_least: bool = False

    def is_met(self, value: float) -> bool:
        """Whether the value is good enough."""
        return value >= self.limit if self.at_least else value <= self.limit

    def __str__(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.limit:g}"


def ratio(what: str, floor: Sequence[float], project: Sequence[float], bar: Bar) -> Row:
    """The project's values over the floor's of the same round: the median is held to the bar."""
    ratios = [one / other for one, other in zip(project, floor, strict=True)]
    return _compared(what, floor, project, ratios, bar)


def difference(what: str, floor: Sequence[float], project: Sequence[float], bar: Bar) -> Row:
    """The project's values less the floor's of the same round: the median is held to the bar."""
    more = [one - other for one, other in zip(project, floor, strict=True)]
    return _compared(what, floor, project, more, bar)


def beside(what: str, floor: Sequence[float], project: Sequence[float]) -> Row:
    """Both side by side, held to no bar."""
    return Row(what, spread(floor), spread(project), "")


def single(what: str, values: Sequence[float], bar: Bar | None = None) -> Row:
    """Values of the project alone; without a bar they are only told."""
    met = bar.is_met(median(values)) if bar else None
    return Row(what, "", spread(values), "", str(bar or ""), met)


def told(what: str, said: str) -> Row:
    """Something without a bar, in words."""
    return Row(what, "", "", said)


def checked(what: str, said: str, met: bool) -> Row:
    """Something that is right or wrong."""
    return Row(what, "", "", said, "必须", met)


def spread(values: Sequence[float]) -> str:
    """The median with the least and the greatest value."""
    if len(values) == 1:
        return f"{values[0]:.3g}"
    return f"{median(values):.3g}（{min(values):.3g}–{max(values):.3g}）"


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which a share (0 … 1) of the values lies."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def show(rows: Sequence[Row]) -> bool:
    """Print the table; whether every bar is met."""
    table = Table(box=None, pad_edge=False)
    for heading in _HEADINGS:
        table.add_column(heading, overflow="fold")
    for row in rows:
        sign = {True: "✓", False: "✗ 未达到", None: ""}[row.met]
        table.add_row(row.what, row.floor, row.project, row.result, row.bar, sign)
    # A pipe has no width; a table folded to 80 columns would be hard to read in a log.
    Console(width=None if sys.stdout.isatty() else _WIDTH).print(table)
    return all(row.met is not False for row in rows)


def _compared(
    what: str, floor: Sequence[float], project: Sequence[float], values: list[float], bar: Bar
) -> Row:
    met = bar.is_met(median(values))
    return Row(
        what, f"{median(floor):.4g}", f"{median(project):.4g}", spread(values), str(bar), met
    )
