"""What a confirmed case brings its reporter, given and taken back with the decision."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from study.clock import stamp
from study.members.runs import membership
from study.members.term import YEAR
from study.reports import reward as rule
from study.reports import texts
from study.reports.moves import SYSTEM
from study.reports.reward import Claim, Withheld
from study.services.case_moves import Desk, person_trait, steady
from study.storage import audit, case_entries, grants, rewards, traits
from study.storage.case_entries import Entry
from study.storage.cases import Case
from study.storage.database import Database, Transaction


@dataclass(frozen=True, slots=True)
class Given:
    """A year of membership and the last day of it, or why there is none."""

    until: date | None
    withheld: Withheld | None


async def give(transaction: Transaction, desk: Desk, case: Case) -> Given:
    """Reward the reporter of a case that this transaction confirms, once."""
    at = stamp(await steady(transaction, desk.now))
    withheld = rule.withheld(await _claim(transaction, desk, case))
    grant = None if withheld else await _grant(transaction, desk, case)
    await rewards.add(transaction, case.id, case.reporter, grant, withheld, at)
    until = await last_day(transaction, case.reporter, desk.now, desk.timezone) if grant else None
    said = f"不给：{texts.WITHHELD[withheld]}" if withheld else f"会员一年，到{until}"
    await _write(transaction, desk, case, said)
    await audit.note(transaction, at, SYSTEM, f"举报奖励 {case.number}", "", said)
    return Given(until, withheld)


async def take_back(transaction: Transaction, desk: Desk, case: Case, why: str) -> bool:
    """Take back what a case brought, with the days of membership; whether there were any."""
    reward = await rewards.standing(transaction, case.id)
    if reward is None:
        return False
    at = stamp(desk.now)
    await rewards.reverse(transaction, reward.id, at)
    if reward.grant is not None:
        await grants.reverse(transaction, reward.grant, desk.person, why, at)
    await _write(transaction, desk, case, "收回")
    was = "会员一年" if reward.grant is not None else "不给"
    await audit.note(transaction, at, SYSTEM, f"举报奖励 {case.number}", was, "收回")
    return reward.grant is not None


async def last_day(
    source: Database | Transaction, person: str, now: datetime, timezone: ZoneInfo
) -> date | None:
    """The last day of the membership that runs now, None when none does."""
    found = membership(await grants.of_person(source, person))
    return found.ends_after(now.astimezone(timezone).date())


async def _claim(transaction: Transaction, desk: Desk, case: Case) -> Claim:
    trait = person_trait(desk.keyring, case.reporter)
    since = stamp(desk.now - rule.PERIOD)
    return Claim(
        await traits.is_suspected(transaction, case.id, trait),
        await traits.is_reseller(transaction, trait),
        await rewards.given_since(transaction, case.reporter, since),
        desk.most_rewards,
    )


async def _grant(transaction: Transaction, desk: Desk, case: Case) -> int:
    one = grants.New(
        case.reporter,
        YEAR,
        "reward",
        case.number,
        "举报成立",
        desk.person,
        desk.now.astimezone(desk.timezone).date(),
        stamp(desk.now),
    )
    return await grants.add(transaction, one)


async def _write(transaction: Transaction, desk: Desk, case: Case, said: str) -> None:
    text = desk.keyring.seal_text(said)
    entry = Entry("reward", SYSTEM, case.state, text, stamp(desk.now))
    await case_entries.add(transaction, case.id, entry)
