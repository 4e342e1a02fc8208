"""How many questions wait for a person, day by day."""

from bisect import bisect
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from study.clock import day_begins


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that is due at an aware time: a question with its phrase in search form ('' for
    none), or a phrase alone (`question` is None)."""

    question: int | None
    folded: str
    due: datetime


def forecast(
    waiting: Collection[Waiting], today: date, days: int, timezone: ZoneInfo
) -> tuple[int, ...]:
    """How many questions are due on each of `days` study days from `today` on; what is overdue
    counts today.

    A phrase is asked by a question: it counts for itself only where no question about it is due
    by then.
    """
    # Of `today` no beginning: what is overdue is due today. In UTC, as times are stored: those
    # compare ten times as fast.
    begins = [
        day_begins(today + timedelta(days=ahead), timezone).astimezone(UTC)
        for ahead in range(1, days + 1)
    ]
    placed = [(one, bisect(begins, one.due)) for one in waiting]
    first: dict[str, int] = {}
    for one, place in placed:
        if one.question is not None:
            first[one.folded] = min(place, first.get(one.folded, place))
    counts = [0] * (days + 1)
    for one, place in placed:
        if one.question is not None or first.get(one.folded, days) > place:
            counts[place] += 1
    return tuple(counts[:days])
