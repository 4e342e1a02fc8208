"""How much one person may report."""

from datetime import timedelta
from enum import StrEnum

MOST_OPEN = 3
"""Cases of one person that may be open."""
MOST_A_DAY = 3
"""Reports of one person within a DAY."""
DAY = timedelta(days=1)


class Limit(StrEnum):
    """What somebody has used up."""

    OPEN = "open"
    DAY = "day"


def reached(opened: int, lately: int) -> Limit | None:
    """The limit that somebody has reached who has `opened` cases that are open and has reported
    `lately` times within a DAY; None when he may report."""
    if opened >= MOST_OPEN:
        return Limit.OPEN
    return Limit.DAY if lately >= MOST_A_DAY else None
