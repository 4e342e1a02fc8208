"""What of the members' part is open to whom: the one rule that every reader goes by.

Free materials are open to all. For the rest:

- in private a member reads, while the membership runs, what is dated from three years before the
  first start on, and what was published while it ran; an admin reads everything;
- in a members' group what is said is read by all its members, so only what each of them may read is
  open there, the last three years, and it is shown to a caller only if the caller is a member
  (or an admin); what nobody asked for, such as the daily push, counts as asked by a member;
- in any other group nothing, whoever asks.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from study.clock import stamp
from study.members.runs import Membership, Run
from study.members.term import THREE_YEARS_BACK, after


class GroupKind(StrEnum):
    """What an admin made a group."""

    FREE = "free"
    MEMBER = "member"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class Window:
    """The members' materials that are open: those dated from `since` (ISO 8601) on, and those
    published within one of `published` (stamps, the second one excluded)."""

    since: str
    published: tuple[tuple[str, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing of the members' part is open."""
        return self == NOTHING


NOTHING = Window("9999-99-99")
EVERYTHING = Window("")


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks."""

    membership: Membership
    is_admin: bool


def window_in_private(asker: Asker, today: date, timezone: ZoneInfo) -> Window:
    """What is open to somebody in private on the local day `today`."""
    if asker.is_admin:
        return EVERYTHING
    first = asker.membership.first_start
    if first is None or not asker.membership.runs_on(today):
        return NOTHING
    published = tuple(_moments(run, timezone) for run in asker.membership.runs)
    return Window(after(first, THREE_YEARS_BACK).isoformat(), published)


def window_in_group(kind: GroupKind, asker: Asker | None, today: date) -> Window:
    """What is open in a group on the local day `today`; `asker` is None for what nobody asked."""
    may = asker is None or asker.is_admin or asker.membership.runs_on(today)
    if kind is not GroupKind.MEMBER or not may:
        return NOTHING
    return Window(after(today, THREE_YEARS_BACK).isoformat())


def _moments(run: Run, timezone: ZoneInfo) -> tuple[str, str]:
    """The moments between which a run's days lie."""
    first, behind = run.first, run.last + timedelta(days=1)
    return _midnight(first, timezone), _midnight(behind, timezone)


def _midnight(day: date, timezone: ZoneInfo) -> str:
    return stamp(datetime.combine(day, time(), timezone))
