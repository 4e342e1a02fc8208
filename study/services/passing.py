"""Notices that are true for some time only, by their subjects."""

from datetime import date

from study.members.runs import membership
from study.storage import grants
from study.storage.database import Database, Transaction

ENDS = "ends:"
"""A membership ends on a day: ends:2027-11-23:7, the last day and how many days before."""
DIGEST, OVERDUE = "digest:", "overdue:"
"""For one day: digest:2026-11-23, overdue:2026-11-23:JB-7K3Q9."""
REMINDERS = (ENDS, DIGEST, OVERDUE)


async def is_still_true(
    source: Database | Transaction, person: str, subject: str, today: date
) -> bool:
    """Whether what a notice says still is so on the local day `today`."""
    kind, _, rest = subject.partition(":")
    day = rest.partition(":")[0]
    if f"{kind}:" == ENDS:
        last = date.fromisoformat(day)
        return membership(await grants.of_person(source, person)).ends_after(last) == last
    return f"{kind}:" not in (DIGEST, OVERDUE) or day == today.isoformat()
