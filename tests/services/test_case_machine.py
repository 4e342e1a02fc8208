"""Whatever reporters and admins do, in whatever order: no case gets where it must not.

CASES=1000 plays more of it.
"""

import asyncio
import os
import tempfile
from collections.abc import Awaitable
from datetime import datetime, timedelta
from pathlib import Path
from sqlite3 import Row
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from study.reports.limits import MOST_OPEN
from study.reports.moves import Refused
from study.reports.reward import PERIOD
from study.reports.state import OPEN, State
from study.sealing.key_file import load_keyring
from study.services import deciding, working_cases
from study.services.case_moves import NoSuchCase, person_trait
from study.services.deciding import Blocked, WrongMain
from study.services.opening_cases import may_report
from study.storage import audit
from study.storage.database import open_database
from study.storage.vault import Vault
from tests.casework import Office

ADMINS = ("10001", "10002", "10003")
REPORTERS = ("30001", "30002", "30003", "10001")
SUSPECTS = ("QQ 66600001", "QQ 66600002", "QQ 30001", "QQ 30002", "QQ 10002", "学习小屋")
PASTED = ("全套资料三百元打包，要的私我，付款秒发", "今晚八点前下单再送一份内部讲义，先到先得")
NEXT = {
    "take": {"received": "verifying", "verifying": "verifying", "needs_more": "needs_more", "appealed": "appealed"},
    "ask": {"verifying": "needs_more", "needs_more": "needs_more"},
    "confirm": {"verifying": "confirmed", "needs_more": "confirmed", "appealed": "final"},
    "reject": {"verifying": "rejected", "needs_more": "rejected", "appealed": "final"},
    "repeat": {"verifying": "duplicate", "needs_more": "duplicate"},
    "overturn": {"confirmed": "rejected", "final": "final"},
    "supplement": {"received": "received", "verifying": "verifying", "needs_more": "verifying", "appealed": "appealed"},
    "withdraw": {"received": "withdrawn", "verifying": "withdrawn", "needs_more": "withdrawn"},
    "appeal": {"rejected": "appealed", "duplicate": "appealed"},
}  # fmt: skip
CASE = st.integers(0, 7)
ADMIN = st.sampled_from(ADMINS)
REPORTER = st.sampled_from(REPORTERS)


class Cases(RuleBasedStateMachine):
    """Reports, decisions, appeals and clocks at random, through the services and a database."""

    def __init__(self) -> None:
        super().__init__()
        folder = Path(tempfile.mkdtemp(prefix="study-cases-"))
        self.runner = asyncio.Runner()
        database = self.runner.run(open_database(folder / "study.db"))
        vault = Vault(folder / "evidence", load_keyring(folder / "study.key"))
        self.office = Office(database, vault, superusers=frozenset(ADMINS))
        self.numbers: list[str] = []

    @initialize(most=st.integers(0, 2))
    def begin(self, most: int) -> None:
        self.office.most_rewards = most

    @rule(
        reporter=REPORTER, suspect=st.sampled_from(SUSPECTS), pasted=st.sampled_from(("", *PASTED))
    )
    def report(self, reporter: str, suspect: str, pasted: str) -> None:
        if len(self.numbers) > 7:
            return
        if self.runner.run(may_report(self.office.database, reporter, self.office.now)):
            return
        evidence = [pasted] if pasted else []
        self.numbers.append(self.runner.run(self.office.report(reporter, suspect, *evidence)))

    @rule(hours=st.sampled_from((-48, 1, 30, 24 * 8, 24 * 200)))
    def time_passes(self, hours: int) -> None:
        self.office.now += timedelta(hours=hours)

    @rule(case=CASE, admin=ADMIN)
    def take(self, case: int, admin: str) -> None:
        self.do("take", case, lambda number: self.office.take(number, admin))

    @rule(case=CASE, admin=ADMIN)
    def ask(self, case: int, admin: str) -> None:
        desk = self.office.desk(admin)
        self.do("ask", case, lambda number: working_cases.ask(desk, number, "何时？"))

    @rule(case=CASE, admin=ADMIN, another=st.booleans(), take=st.booleans())
    def confirm(self, case: int, admin: str, another: bool, take: bool) -> None:
        if take:
            self.take(case, admin)
        desk = self.office.desk(admin)
        self.do(
            "confirm",
            case,
            lambda number: deciding.confirm(desk, number, "属实", is_another=another),
        )

    @rule(case=CASE, admin=ADMIN, take=st.booleans())
    def reject(self, case: int, admin: str, take: bool) -> None:
        if take:
            self.take(case, admin)
        desk = self.office.desk(admin)
        self.do("reject", case, lambda number: deciding.reject(desk, number, "不足"))

    @rule(case=CASE, main=CASE, admin=ADMIN, fuller=st.booleans())
    def repeat(self, case: int, main: int, admin: str, fuller: bool) -> None:
        self.take(case, admin)
        desk, first = self.office.desk(admin), self.number(main)
        self.do(
            "repeat",
            case,
            lambda number: deciding.repeat(desk, number, first, "", is_fuller=fuller),
        )

    @rule(case=CASE, admin=ADMIN)
    def overturn(self, case: int, admin: str) -> None:
        self.do("overturn", case, lambda number: self.office.overturn(number, admin))

    @rule(case=CASE, reporter=REPORTER)
    def supplement(self, case: int, reporter: str) -> None:
        self.do("supplement", case, lambda number: self.office.supplement(reporter, number))

    @rule(case=CASE, reporter=REPORTER)
    def withdraw(self, case: int, reporter: str) -> None:
        self.do("withdraw", case, lambda number: self.office.withdraw(reporter, number))

    @rule(case=CASE, reporter=REPORTER)
    def appeal(self, case: int, reporter: str) -> None:
        self.do("appeal", case, lambda number: self.office.appeal(reporter, number))

    def number(self, case: int) -> str:
        return self.numbers[case] if case < len(self.numbers) else "JB-22222"

    def do(self, action: str, case: int, move: Any) -> None:
        """Let somebody try a move: it goes by the table, or leaves everything as it was."""
        number = self.number(case)
        before = self.everything()
        made: Awaitable[object] = move(number)
        try:
            self.runner.run(self.awaited(made))
        except (Refused, NoSuchCase, Blocked, WrongMain):
            assert self.everything() == before
            return
        old = next(row["state"] for row in before["resale_case"] if row["number"] == number)
        assert self.runner.run(self.office.state(number))[0] == NEXT[action][old]

    async def awaited(self, made: Awaitable[object]) -> object:
        return await made

    def rows(self, sql: str, *values: str | int) -> list[Row]:
        return self.runner.run(self.office.database.read(sql, values))

    def everything(self) -> dict[str, list[Row]]:
        tables = ("resale_case", "reward", "membership_grant", "case_entry", "audit", "notice")
        return {table: self.rows(f"select * from {table} order by id") for table in tables}  # noqa: S608

    @invariant()
    def a_case_is_one_thing(self) -> None:
        for row in self.rows("select * from resale_case"):
            state, decision = State(row["state"]), row["decision"]
            assert (row["closed_at"] == "") == (state in OPEN)
            assert bool(decision) == bool(row["decided_by"]) == bool(row["decided_at"])
            if state in (State.CONFIRMED, State.REJECTED, State.DUPLICATE):
                assert decision == state
            if state in (State.RECEIVED, State.VERIFYING, State.NEEDS_MORE, State.WITHDRAWN):
                assert decision == ""
            if state in (State.APPEALED, State.FINAL):
                assert row["appealed_at"]
            assert (row["main_id"] is not None) == (decision == "duplicate")
            assert state is not State.RECEIVED or not row["handler"]

    @invariant()
    def what_is_repeated_has_not_come_to_nothing(self) -> None:
        assert not self.rows(
            "select 1 from resale_case c join resale_case m on m.id = c.main_id"
            " where m.state = 'withdrawn' or m.decision in ('rejected', 'duplicate')"
        )

    @invariant()
    def nobody_judges_in_his_own_cause(self) -> None:
        for row in self.rows("select * from resale_case where handler <> '' or decided_by <> ''"):
            for admin in {row["handler"], row["decided_by"]} - {""}:
                assert admin in ADMINS
                assert admin != row["reporter"]
                trait = person_trait(self.office.vault.keyring, admin)
                sql = "select 1 from case_trait where kind = 'qq' and trait = ? and case_id = ?"
                assert not self.rows(sql, trait, row["id"])

    @invariant()
    def each_confirmed_case_has_one_reward_and_no_other_has_any(self) -> None:
        counted = self.rows(
            "select c.decision, count(r.id) as rewards from resale_case c"
            " left join reward r on r.case_id = c.id and r.reversed_at = '' group by c.id"
        )
        assert all(row["rewards"] == (row["decision"] == "confirmed") for row in counted)
        standing = self.rows("select grant_id from reward where reversed_at = '' and withheld = ''")
        grants = self.rows("select id from membership_grant where reversed_at = ''")
        assert {row[0] for row in standing} == {row[0] for row in grants}

    @invariant()
    def nobody_has_more_than_is_due(self) -> None:
        given: dict[str, list[datetime]] = {}
        for row in self.rows(
            "select r.person, r.at, r.case_id, c.reporter from reward r"
            " join resale_case c on c.id = r.case_id where r.reversed_at = '' and r.withheld = ''"
        ):
            assert row["person"] == row["reporter"]
            trait = person_trait(self.office.vault.keyring, row["person"])
            sql = "select 1 from case_trait where kind = 'qq' and trait = ? and case_id = ?"
            assert not self.rows(sql, trait, row["case_id"])
            given.setdefault(row["person"], []).append(datetime.fromisoformat(row["at"]))
        for moments in given.values():
            for first in moments:
                year = [one for one in moments if first <= one < first + PERIOD]
                assert len(year) <= self.office.most_rewards

    @invariant()
    def nobody_has_too_many_open(self) -> None:
        # An appeal, or the end of what it repeats, opens a case again, whatever else is open.
        sql = (
            "select count(*) from resale_case c where closed_at = '' and state <> 'appealed'"
            " and not exists (select 1 from case_entry where case_id = c.id and kind = 'reopened')"
            " group by reporter"
        )
        assert all(row[0] <= MOST_OPEN for row in self.rows(sql))

    def teardown(self) -> None:
        async def end() -> None:
            assert (await audit.verify(self.office.database)).broken is None
            await self.office.database.close()

        self.runner.run(end())
        self.runner.close()


TestCases = Cases.TestCase
TestCases.settings = settings(
    max_examples=int(os.environ.get("CASES", "25")),
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
