"""Days of study in a row."""

from collections.abc import Collection
from datetime import date, timedelta


def streak(days: Collection[date], today: date) -> int:
    """How many study days in a row up to `today` are among `days`.

    Today breaks nothing while it is not over: without it the row ends yesterday.

    >>> streak({date(2026, 11, 21), date(2026, 11, 22)}, date(2026, 11, 23))
    2
    """
    day = today if today in days else today - timedelta(days=1)
    count = 0
    while day in days:
        count += 1
        day -= timedelta(days=1)
    return count
