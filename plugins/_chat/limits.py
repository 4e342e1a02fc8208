"""How much is let in: commands of one person, and work in flight."""

from collections import OrderedDict
from dataclasses import dataclass

IN_FLIGHT = 200
"""Messages that may be worked on at once; the rest is shed, told and counted."""

_BURST = 20
_SECONDS_EACH = 1.0
_TELL_AGAIN = 20.0
_REMEMBERED = 10_000


@dataclass(slots=True)
class _Bucket:
    """Commands that a person may still send: `level` at time `at` (seconds)."""

    level: float
    at: float


class PersonLimit:
    """A token bucket for each person: `_BURST` commands at once, then one in a second."""

    def __init__(self) -> None:
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def admits(self, person: str, now: float) -> bool:
        """Whether `person` may send a command at `now` (seconds of a steady clock)."""
        bucket = self._buckets.pop(person, None) or _Bucket(_BURST, now)
        bucket.level = min(_BURST, bucket.level + (now - bucket.at) / _SECONDS_EACH)
        bucket.at = now
        self._buckets[person] = bucket
        while len(self._buckets) > _REMEMBERED:
            self._buckets.popitem(last=False)
        if bucket.level < 1:
            return False
        bucket.level -= 1
        return True


class Once:
    """Says something to somebody once in a while, so that telling is no flood of its own."""

    def __init__(self, seconds: float = _TELL_AGAIN) -> None:
        self._seconds = seconds
        self._told: OrderedDict[str, float] = OrderedDict()

    def may_tell(self, whom: str, now: float) -> bool:
        """Whether `whom` was not told within the last `seconds`; then counts as told."""
        last = self._told.pop(whom, None)
        fresh = last is None or now - last >= self._seconds
        self._told[whom] = now if fresh or last is None else last
        while len(self._told) > _REMEMBERED:
            self._told.popitem(last=False)
        return fresh
