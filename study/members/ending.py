"""When somebody is to be reminded that his membership ends."""

from dataclasses import dataclass
from datetime import date, timedelta

from study.members.runs import Membership

DAYS_BEFORE = (7, 1)
"""How many days before its last day somebody is reminded of it."""


@dataclass(frozen=True, slots=True)
class Ending:
    """A membership that ends, with its last day, and for how many days before the reminder is."""

    last: date
    before: int


def ending(membership: Membership, today: date) -> Ending | None:
    """The reminder that is due on a local day, None when none is.

    One that was missed is made up for until the next one is due. There is none for a run that was
    shorter than the time before: who gets five days knows that they end soon.
    """
    run = next((run for run in membership.runs if run.first <= today <= run.last), None)
    if run is None:
        return None
    left, length = run.last - today, run.last - run.first
    before = min((one for one in DAYS_BEFORE if left <= timedelta(one)), default=None)
    return Ending(run.last, before) if before and length >= timedelta(before) else None
