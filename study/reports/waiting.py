"""How long a case has waited."""

from datetime import datetime, timedelta

OVERDUE_AFTER = timedelta(hours=72)
"""An open case that nobody has moved for this long is overdue."""


def hours(moved_at: datetime, now: datetime) -> int:
    """Whole hours since a case was last moved."""
    return max(0, (now - moved_at) // timedelta(hours=1))


def is_overdue(moved_at: datetime, now: datetime) -> bool:
    """Whether an open case has waited too long."""
    return now - moved_at > OVERDUE_AFTER
