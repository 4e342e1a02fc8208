"""Who types too many wrong codes has to wait."""

from collections.abc import Sequence
from datetime import datetime, timedelta

WRONG_TRIES = 5
"""Wrong codes after which somebody waits."""
WITHIN = timedelta(minutes=30)
"""They lock only when they come within this time."""
LOCKED = timedelta(minutes=30)


def locked_until(wrong: Sequence[datetime], now: datetime) -> datetime | None:
    """Until when somebody has to wait after wrong tries at these times, None for not at all."""
    if not wrong or max(wrong) + LOCKED <= now:
        return None
    last = max(wrong)
    near = [one for one in wrong if one > last - WITHIN]
    return last + LOCKED if len(near) >= WRONG_TRIES else None
