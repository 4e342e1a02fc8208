"""Reports, the people who make them, and admins who decide them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from zoneinfo import ZoneInfo

from study.evidence.piece import Form, Piece
from study.services import deciding, drafting, following_cases, working_cases
from study.services.case_moves import Desk
from study.services.evidence import add_evidence
from study.services.opening_cases import Report, open_case, supplement_case
from study.services.rewarding import Given
from study.storage.database import Database
from study.storage.vault import Vault
from tests.library import MONDAY

SHANGHAI = ZoneInfo("Asia/Shanghai")
ANN, BEN = "10001", "10002"
"""Admins."""
ROSE, LILY, IRIS = "30001", "30002", "30003"
"""Members."""
SELLER = "QQ 66600001"
_QUOTA = 1024**3


async def go_on(database: Database, vault: Vault, person: str, now: datetime) -> None:
    """Begin a draft, or go on with the one that a person writes."""
    found = await drafting.find(database, vault, person)
    if found is None or found.receipt:
        await drafting.begin(database, vault, person, now)


@dataclass
class Office:
    """A database with cases, at a time that the test says."""

    database: Database
    vault: Vault
    now: datetime = MONDAY
    superusers: frozenset[str] = frozenset({ANN, BEN})
    most_rewards: int = 3
    random: Random = field(default_factory=lambda: Random(7))

    def desk(self, person: str = ANN) -> Desk:
        """An admin at work."""
        return Desk(
            self.database,
            self.vault,
            person,
            self.superusers,
            self.now,
            SHANGHAI,
            self.most_rewards,
        )

    async def report(
        self,
        reporter: str = ROSE,
        suspect: str = SELLER,
        *evidence: Piece | str,
        circumstances: str = "昨晚，闲鱼",
        remarks: Sequence[str] = (),
    ) -> str:
        """Report somebody; the number of the case."""
        await self.sends(reporter, *evidence)
        told = Report(reporter, suspect, circumstances, tuple(remarks))
        async with self.database.transaction() as transaction:
            return await open_case(
                transaction, self.vault.keyring, told, self.superusers, self.now, self.random.choice
            )

    async def sends(self, reporter: str, *evidence: Piece | str) -> None:
        """Put evidence into somebody's draft."""
        await go_on(self.database, self.vault, reporter, self.now)
        for one in evidence:
            piece = Piece(Form.TEXT, "", one.encode()) if isinstance(one, str) else one
            await add_evidence(self.database, self.vault, reporter, piece, self.now, _QUOTA)

    async def supplement(self, reporter: str, number: str, words: str = "补充") -> None:
        """Add to a case what is in the reporter's draft, and words."""
        async with self.database.transaction() as transaction:
            await supplement_case(
                transaction, self.vault.keyring, reporter, number, words, self.superusers, self.now
            )

    async def take(self, number: str, admin: str = ANN) -> None:
        """Take a case."""
        await working_cases.take(self.desk(admin), number)

    async def confirm(
        self, number: str, admin: str = ANN, *, take: bool = True, is_another: bool = False
    ) -> Given:
        """Confirm a case, taken first."""
        if take:
            await self.take(number, admin)
        return await deciding.confirm(self.desk(admin), number, "截图属实", is_another=is_another)

    async def reject(self, number: str, admin: str = ANN) -> None:
        """Take a case and reject it."""
        await self.take(number, admin)
        await deciding.reject(self.desk(admin), number, "看不出来")

    async def repeat(
        self, number: str, main: str, admin: str = ANN, *, is_fuller: bool = False
    ) -> None:
        """Take a case and call it a repetition."""
        await self.take(number, admin)
        await deciding.repeat(self.desk(admin), number, main, "", is_fuller=is_fuller)

    async def overturn(self, number: str, admin: str = ANN) -> bool:
        """Take a confirmation back."""
        return await deciding.overturn(self.desk(admin), number, "截图是假的")

    async def withdraw(self, reporter: str, number: str) -> None:
        """Take a report back."""
        await following_cases.withdraw(
            self.database, self.vault.keyring, reporter, number, self.superusers, self.now
        )

    async def appeal(self, reporter: str, number: str) -> None:
        """Appeal."""
        await following_cases.appeal(
            self.database,
            self.vault.keyring,
            reporter,
            number,
            "请再看第二张图",
            self.superusers,
            self.now,
        )

    async def rewards(self, person: str | None = None) -> int:
        """How many years were given and not taken back."""
        rows = await self.database.read(
            "select count(*) from reward r join membership_grant g on g.id = r.grant_id"
            " where r.reversed_at = '' and g.reversed_at = '' and g.term = 'P1Y'"
            " and g.source = 'reward' and g.person = r.person and (?1 is null or r.person = ?1)",
            (person,),
        )
        return int(rows[0][0])

    async def state(self, number: str) -> tuple[str, str]:
        """State and decision of a case."""
        [row] = await self.database.read(
            "select state, decision from resale_case where number = ?", (number,)
        )
        return row["state"], row["decision"]

    async def notices(self, person: str) -> list[str]:
        """What somebody is told, in order."""
        rows = await self.database.read(
            "select text from notice where person = ? order by id", (person,)
        )
        return [self.vault.keyring.unseal_text(row["text"]) for row in rows]
