"""Notices that are true for some time only, by their subjects."""

from datetime import date

from study.members.runs import membership
from study.storage import cases, grants
from study.storage.cases import Case
from study.storage.database import Database, Transaction

ENDS = "ends:"
"""A membership ends on a day: ends:2027-11-23:7, the last day and how many days before."""
DIGEST, OVERDUE = "digest:", "overdue:"
"""For one day: digest:2026-11-23, overdue:2026-11-23:JB-7K3Q9."""
REMINDERS = (ENDS, DIGEST, OVERDUE)
_UNTAKEN, _IN_HAND, _TOLD = "untaken:", "in_hand:", "told:"
APPOINTED = "appointed:"
"""Somebody is an admin: appointed:2026-11-23T01:00:00+00:00."""
ADMINS = (DIGEST, OVERDUE, APPOINTED, _UNTAKEN, _IN_HAND, _TOLD)
"""What only admins are told."""


def untaken(case: Case, entry: int = 0) -> str:
    """The subject of what is told while nobody has taken a case that stands where it stands now;
    0 is for the report itself."""
    return f"{_UNTAKEN}{case.number}:{case.state}:{entry}"


def in_hand(case: Case, entry: int) -> str:
    """The subject of what is told while a case is open and in the hands of who is told, or of
    nobody."""
    return f"{_IN_HAND}{case.number}:{entry}"


def told(case: Case, entry: int) -> str:
    """The subject of what an admin is told of a case for good."""
    return f"{_TOLD}{case.number}:{entry}"


async def is_still_true(
    source: Database | Transaction, person: str, subject: str, today: date
) -> bool:
    """Whether what a notice says still is so on the local day `today`."""
    kind, _, rest = subject.partition(":")
    day = rest.partition(":")[0]  # Or the number of a case.
    if f"{kind}:" == ENDS:
        last = date.fromisoformat(day)
        return membership(await grants.of_person(source, person)).ends_after(last) == last
    if f"{kind}:" == _UNTAKEN:
        case = await cases.find(source, day)
        state = rest.split(":")[1]
        return case is not None and case.state == state and not case.handler
    if f"{kind}:" == _IN_HAND:
        case = await cases.find(source, day)
        return case is not None and not case.closed_at and case.handler in ("", person)
    return f"{kind}:" not in (DIGEST, OVERDUE) or day == today.isoformat()
