"""A quiz as a whole: when it ends, and that no play whatever breaks its promises.

PLAYS=1000 plays more of them.
"""

import asyncio
import os
import shutil
import tempfile
from collections import Counter
from datetime import timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from study.members.entitlement import EVERYTHING
from study.questions.question import Kind
from study.quiz.attempt import Attempt, Occasion
from study.quiz.posed import Posed
from study.quiz.scope import Scope
from study.quiz.session import Ending, Outcome, Plan, Session
from study.services import playing
from study.storage import memory, quizzes
from study.storage.database import Database, open_database
from tests.library import MONDAY
from tests.quiz.posing import ITEMS, posed, stored

SHANGHAI = ZoneInfo("Asia/Shanghai")
KINDS = tuple(Kind)
MADE = {
    kind: posed(kind, ("对", "错") if kind is Kind.TRUTH else ITEMS, number=number)
    for number, kind in enumerate(KINDS, start=1)
}
PEOPLE = ("30001", "30002", "30003", "30004")
RIGHT = {
    Kind.CHOICE: ("A", "选a", "道路自信"), Kind.TYPED: ("道路自信", "“道路自信”"), Kind.TRUTH: ("对", "√"),
    Kind.SEVERAL: ("A", "1"), Kind.ORDER: ("ABCD", "1234"), Kind.TOGETHER: ("道路自信", "理论、制度", "文化自信"),
}  # fmt: skip
WRONG = {
    Kind.CHOICE: ("B", "文化自信"), Kind.TYPED: ("答：实干",), Kind.TRUTH: ("错",), Kind.SEVERAL: ("AB", "D"),
    Kind.ORDER: ("DCBA",), Kind.TOGETHER: ("哈哈",),
}  # fmt: skip
SAID = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.sampled_from((RIGHT, RIGHT, WRONG)),
        st.integers(0, 2),
        st.floats(0.01, 2),
    ),
    max_size=8,
)
"""Who says what after how many seconds."""


def a_session(rounds: int = 5, chat: str = "group:20000") -> Session:
    return Session(Plan(chat, Occasion.RACE, rounds, 30))


def play(session: Session, said: str, *, arrived: bool = True) -> Outcome:
    """Ask, let the first person say something, and close."""
    current = session.ask(1, posed(), 0.0, MONDAY)
    if arrived:
        current.shown(0.0)
    if said:
        assert session.take("30001", said, 5.0)
    current.close(40.0)
    return session.settle(arrived=arrived)


def test_it_ends_after_the_last_question() -> None:
    session = a_session(rounds=2)
    assert play(session, "A") is Outcome.ANSWERED
    assert session.ending is None
    assert play(session, "B") is Outcome.ANSWERED
    assert session.ending is Ending.FINISHED
    assert (session.scores, session.missed) == ({"30001": 1}, [12])


def test_it_ends_after_two_questions_in_a_row_that_nobody_answers() -> None:
    session = a_session(rounds=9)
    assert play(session, "") is Outcome.UNANSWERED
    assert play(session, "B") is Outcome.ANSWERED
    assert play(session, "") is Outcome.UNANSWERED
    assert session.ending is None
    play(session, "")
    assert session.ending is Ending.UNANSWERED


def test_what_did_not_arrive_counts_for_nothing_and_ends_it_the_second_time() -> None:
    session = a_session()
    assert play(session, "", arrived=False) is Outcome.VOID
    assert (session.counted, session.missed) == (0, [])
    assert session.ending is None
    assert play(session, "A", arrived=False) is Outcome.ANSWERED  # it was seen, whatever was said
    play(session, "", arrived=False)
    assert session.ending is None
    play(session, "", arrived=False)
    assert session.ending is Ending.UNSENT


def test_a_question_that_is_stopped_is_void_unless_somebody_answered() -> None:
    for said, outcome in (("", Outcome.VOID), ("B", Outcome.ANSWERED)):
        session = a_session()
        session.ask(1, posed(), 0.0, MONDAY).shown(0.0)
        if said:
            session.take("30001", said, 1.0)
        session.end(Ending.STOPPED, 2.0)
        assert not session.take("30002", "A", 2.0)
        assert session.settle(arrived=True) is outcome
        assert session.ending is Ending.STOPPED


def test_nothing_is_an_answer_while_nothing_is_asked() -> None:
    session = a_session()
    assert not session.take("30001", "A", 1.0)
    play(session, "A")
    assert not session.take("30001", "A", 50.0)


@cache
def template() -> tuple[Path, tuple[int, ...]]:
    """A library with a question of each kind, made once, and their numbers there."""

    async def make() -> tuple[int, ...]:
        database = await open_database(path)
        numbers = await stored(database, *MADE.values())
        await database.close()
        return tuple(numbers)

    path = Path(tempfile.mkdtemp(prefix="study-plays-")) / "study.db"
    with asyncio.Runner() as runner:
        return path, runner.run(make())


Said = list[tuple[int, dict[Kind, tuple[str, ...]], int, float]]


class Plays(RuleBasedStateMachine):
    """A quiz, driven as its task drives it, with answers, silence, stops and crashes at random."""

    def __init__(self) -> None:
        super().__init__()
        source, self.numbers = template()
        self.path = Path(tempfile.mkdtemp(prefix="study-play-")) / "study.db"
        shutil.copy(source, self.path)
        self.runner = asyncio.Runner()
        self.database: Database = self.runner.run(open_database(self.path))
        self.clock = 1000.0
        self.credits: Counter[str] = Counter()
        self.kept = 0
        self.arrived, self.shown, self.kind = True, 0.0, Kind.CHOICE
        self.answers: list[Attempt] = []

    @initialize(
        occasion=st.sampled_from((Occasion.RACE, Occasion.OPEN)),
        rounds=st.integers(1, 6),
        alone=st.booleans(),
    )
    def begin(self, occasion: Occasion, rounds: int, alone: bool) -> None:
        chat = f"person:{PEOPLE[0]}" if alone else "group:20000"
        self.people = PEOPLE[:1] if alone else PEOPLE
        plan = Plan(chat, occasion, rounds, 30)
        self.quiz = self.runner.run(
            playing.begin(self.database, "10000", PEOPLE[0], plan, Scope(), self.now)
        )
        self.session = Session(plan)

    @property
    def now(self):
        return MONDAY + timedelta(seconds=self.clock)

    @precondition(lambda self: self.session.round is None and not self.session.ending)
    @rule(kind=st.sampled_from(KINDS), unsent=st.integers(0, 7), said=SAID)
    def ask(self, kind: Kind, unsent: int, said: Said) -> None:
        arrives = unsent != 7
        one = self._stored(kind)
        number = self.runner.run(playing.ask(self.database, self.quiz, one, self.now))
        current = self.session.ask(number, one, self.clock, self.now)
        self.clock += 0.2
        self.arrived, self.kept, self.shown = arrives, 0, self.clock
        self.kind = kind
        if arrives:
            current.shown(self.clock)
        else:
            current.close(self.clock)
        self.say(said)

    def _stored(self, kind: Kind) -> Posed:
        from study.storage import questions

        number = self.numbers[KINDS.index(kind)]
        question = self.runner.run(questions.find(self.database, number, window=EVERYTHING))
        assert question
        shown = () if kind in (Kind.TYPED, Kind.TOGETHER) else question.choices
        return Posed(question, shown)

    @rule(said=SAID)
    def say(self, said: Said) -> None:
        kind = self.kind
        for who, words, which, after in said:
            self.clock += after
            text = words[kind][which % len(words[kind])]
            self._say(self.people[who % len(self.people)], text)

    def _say(self, person: str, text: str) -> None:
        current, ended = self.session.round, self.session.ending
        before = len(current.attempts) if current else 0
        was_over = current is None or current.is_over(self.clock)
        taken = self.session.take(person, text, self.clock)
        grown = len(current.attempts) - before if current else 0
        assert not (taken and was_over), "answered after the end"
        assert grown in (0, 1)
        assert not (grown and ended), "counted after the end"
        assert not (grown and self.clock > self.shown + 60), "counted after the time"

    @rule(seconds=st.sampled_from((0.5, 5.0, 70.0)))
    def wait(self, seconds: float) -> None:
        self.clock += seconds

    @precondition(lambda self: self.session.round is not None)
    @rule()
    def keep(self) -> None:
        self._keep(None)

    def _keep(
        self, settled: tuple[int, Outcome] | None, attempts: list[Attempt] | None = None
    ) -> None:
        current = self.session.round
        everything = attempts if attempts is not None else (current.attempts if current else [])
        fresh = everything[self.kept :]
        self.kept += len(fresh)
        names = {one.person: "某" for one in fresh}
        keeping = playing.keep(self.database, self.quiz, fresh, names, SHANGHAI, settled)
        self.runner.run(keeping)
        self.answers += fresh
        for one in fresh:
            self.credits[one.person] += one.credit

    @precondition(lambda self: self.session.round and self.session.round.is_over(self.clock))
    @rule()
    def settle(self) -> None:
        done = self.session.round
        assert done
        outcome = self.session.settle(arrived=self.arrived)
        self._keep((done.asked.number, outcome), done.attempts)

    @precondition(lambda self: not self.session.ending)
    @rule(chance=st.integers(0, 9))
    def stop(self, chance: int) -> None:
        if chance == 0:
            self.session.end(Ending.STOPPED, self.clock)

    @precondition(lambda self: not self.session.ending)
    @rule(chance=st.integers(0, 3))
    def crash(self, chance: int) -> None:
        """The process is killed: what was not stored is gone, and all else is as it was."""
        if chance:
            return
        due = self._due()
        was_open = self.session.round is not None
        self.runner.run(self.database.close())
        self.database = self.runner.run(open_database(self.path))
        assert self._due() == due
        [left] = self.runner.run(playing.interrupted(self.database, "10000", ()))
        assert (left.open is not None) == was_open
        assert left.progress.counted == self.session.counted
        self.session = Session(self.quiz.plan, left.progress)

    def _due(self) -> list[list[object]]:
        ahead = self.now + timedelta(days=30)
        return [
            list(self.runner.run(memory.due(self.database, person, ahead, window=EVERYTHING)))
            for person in self.people
        ]

    @invariant()
    def promises(self) -> None:
        if not hasattr(self, "session"):
            return
        for asked in {one.asked for one in self.answers}:
            self._check([one for one in self.answers if one.asked == asked])
        open_now = self.session.round
        if open_now and open_now.attempts:
            self._check(open_now.attempts)
        scores = self.runner.run(quizzes.scores(self.database, self.quiz.number))
        assert +Counter(scores) == +self.credits
        held = Counter(scores)
        for one in open_now.attempts[: self.kept] if open_now else ():
            held[one.person] -= one.credit
        assert +self.session.scores == +held

    def _check(self, answers: list[Attempt]) -> None:
        """What holds of the answers to one question."""
        kind = KINDS[self.numbers.index(answers[0].question)]
        if kind is Kind.TOGETHER:
            named = [number for one in answers for number in one.given]
            assert len(set(named)) == len(named) == sum(one.credit for one in answers)
            return
        assert len({one.person for one in answers}) == len(answers)
        assert [one.credit for one in answers] == [int(one.is_right) for one in answers]
        if self.quiz.plan.occasion is Occasion.RACE:
            assert not any(one.is_right for one in answers[:-1]), "two winners"

    def teardown(self) -> None:
        if hasattr(self, "session"):
            why = self.session.ending or Ending.STOPPED
            scores = self.runner.run(playing.end(self.database, self.quiz, why, self.now))
            assert +Counter(scores) == +self.credits
            assert self.runner.run(playing.interrupted(self.database, "10000", ())) == []
        self.runner.run(self.database.close())
        self.runner.close()
        shutil.rmtree(self.path.parent)


TestPlays = Plays.TestCase
TestPlays.settings = settings(
    max_examples=int(os.environ.get("PLAYS", "25")),
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
