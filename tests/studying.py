"""Questions of a bank, and people who answer them."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from study.clock import stamp
from study.questions.question import Choice, Kind
from study.quiz.attempt import Attempt, Occasion
from study.services.attempting import record
from study.storage import questions
from study.storage.database import Database, single
from study.storage.questions import New
from tests.library import MONDAY

SHANGHAI = ZoneInfo("Asia/Shanghai")
GROUP = "group:20000"
ANNA, BEN = "30001", "30002"
FOUR = ("政治意识", "大局意识", "核心意识", "看齐意识")


async def a_bank(database: Database, access: str = "free") -> int:
    """An empty bank; return its number."""
    async with database.transaction() as transaction:
        rows = await transaction.read(
            "insert into question_bank (name, digest, access, imported_by, imported_at)"
            " values ('题库', ?, ?, '', '') returning id",
            (access, access),
        )
    return int(single(rows))


async def a_question(
    database: Database,
    bank: int,
    stem: str,
    phrase: str = "",
    kind: Kind = Kind.CHOICE,
    score: float = 1.0,
) -> int:
    """A question of a bank; return its number."""
    choices = tuple(Choice(text, text == FOUR[0]) for text in FOUR)
    new = New(
        kind, stem, choices, (FOUR[0],), "", phrase, score, (), f"{bank}{stem}", 0.5, bank=bank
    )
    async with database.transaction() as transaction:
        number = await questions.put(transaction, new)
    assert number
    return number


@dataclass(frozen=True, slots=True)
class Student:
    """Somebody who answers questions."""

    database: Database
    person: str = ANNA
    chat: str = GROUP
    occasion: Occasion = Occasion.RACE
    timezone: ZoneInfo = SHANGHAI

    async def answers(
        self, question: int, right: bool = True, at: datetime = MONDAY, *, seconds: float = 8,
        hinted: bool = False, credit: int | None = None,
    ) -> Attempt:  # fmt: skip
        """Answer a question as a play would store it."""
        attempt = Attempt(
            asked=await self._asked(question, at),
            question=question,
            phrase=single(
                await self.database.read("select folded from question where id = ?", (question,))
            ),
            person=self.person,
            chat=self.chat,
            occasion=self.occasion,
            given="",
            is_right=right,
            credit=int(right) if credit is None else credit,
            seconds=seconds,
            hinted=hinted,
            at=at,
        )
        await record(self.database, [attempt], self.timezone)
        return attempt

    async def _asked(self, question: int, at: datetime) -> int:
        async with self.database.transaction() as transaction:
            quiz = await transaction.read(
                "insert into quiz (chat, account, started_by, occasion, scope, rounds, seconds,"
                " started_at, ended_at) values (?,'1',?,?,'{}',1,30,'','-') returning id",
                (self.chat, self.person, self.occasion),
            )
            rows = await transaction.read(
                "insert into asked (quiz_id, chat, question_id, choices, at)"
                " values (?,?,?,'[]',?) returning id",
                (single(quiz), self.chat, question, stamp(at)),
            )
        return int(single(rows))


async def memories(database: Database, person: str = ANNA) -> list[tuple[object, ...]]:
    """Everything that a person remembers, as it is stored."""
    rows = await database.read("select * from memory where person = ? order by subject", (person,))
    return [tuple(row) for row in rows]
