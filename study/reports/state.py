"""The states of a case, and what is decided in it."""

from enum import StrEnum


class State(StrEnum):
    """Where a case stands; the value is stored."""

    RECEIVED = "received"
    VERIFYING = "verifying"
    NEEDS_MORE = "needs_more"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    DUPLICATE = "duplicate"
    WITHDRAWN = "withdrawn"
    APPEALED = "appealed"
    FINAL = "final"


class Decision(StrEnum):
    """What was last decided in a case; the value is stored."""

    NONE = ""
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    DUPLICATE = "duplicate"


OPEN = frozenset({State.RECEIVED, State.VERIFYING, State.NEEDS_MORE, State.APPEALED})
"""The states in which something is still to be done."""
