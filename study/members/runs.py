"""From a ledger of given and taken terms to the days on which a membership runs.

The days are never stored: one grant that is reversed must leave no trace in those behind it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from study.members.term import Term, after


@dataclass(frozen=True, slots=True)
class Grant:
    """A term given to somebody (or taken, where it is negative) on a local day."""

    number: int
    term: Term
    source: str
    reference: str
    reason: str
    granted_on: date


@dataclass(frozen=True, slots=True)
class Run:
    """Days of membership without a gap, the first and the last included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Membership:
    """What a ledger comes to: the runs in their order, none for somebody who never was a member."""

    runs: tuple[Run, ...] = ()

    @property
    def first_start(self) -> date | None:
        """The day on which the person first became a member."""
        return self.runs[0].first if self.runs else None

    def runs_on(self, day: date) -> bool:
        """Whether the membership runs on a day."""
        return any(run.first <= day <= run.last for run in self.runs)

    def ends_after(self, day: date) -> date | None:
        """The last day of the run that `day` belongs to, None when none runs."""
        return next((run.last for run in self.runs if run.first <= day <= run.last), None)


def membership(grants: Iterable[Grant]) -> Membership:
    """What grants that stand come to, in the order in which they were given.

    The day of the grant itself is not counted, so a year from 23 November runs until that day of
    the next year, included (Civil Code of the PRC, articles 201 and 202). A grant to somebody whose
    membership runs is added at its end; one that takes days ends it earlier, though never before
    the day on which they are taken. A run is gone when nothing is left of it but the day on which
    it began: who is given a year and gets it taken that day is no member.
    """
    runs: list[Run] = []
    for grant in sorted(grants, key=lambda one: (one.granted_on, one.number)):
        _add(runs, grant)
    return Membership(tuple(runs))


def _add(runs: list[Run], grant: Grant) -> None:
    day = grant.granted_on
    running = runs.pop() if runs and runs[-1].last >= day else None
    first = running.first if running else day
    last = after(running.last if running else day, grant.term)
    if first < day:
        runs.append(Run(first, max(last, day - timedelta(days=1))))
    elif last > day:
        runs.append(Run(first, last))
