"""A quiz in a chat: question after question, points, and when it ends."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from study.quiz.attempt import Occasion
from study.quiz.choosing import Played
from study.quiz.posed import Posed, Question
from study.quiz.round import Asked, Round

MOST_SILENT = 2
"""Questions in a row that nobody answers, after which a quiz ends by itself."""
MOST_UNSENT = 2
"""Questions in a row that did not arrive, after which it ends too."""
GRACE = 1.5
"""Seconds after a further question in which letters still mean the one before, in a group: nobody
reads, thinks and types so fast, and nobody is to lose by having been second."""


class Outcome(StrEnum):
    """What became of a question."""

    ANSWERED = "answered"
    UNANSWERED = "unanswered"
    VOID = "void"
    """It did not arrive, or a stop or a restart came between: it counts for nothing."""


class Ending(StrEnum):
    """Why a quiz ended."""

    FINISHED = "finished"
    UNANSWERED = "unanswered"
    STOPPED = "stopped"
    UNSENT = "unsent"
    """Messages do not arrive."""
    NOTHING_LEFT = "nothing left"
    INTERRUPTED = "interrupted"
    """A restart came between, and too long ago to go on."""
    FAILED = "failed"
    """By an error of ours."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a quiz is to be: how many questions in which chat, `seconds` for each."""

    chat: str
    occasion: Occasion
    rounds: int
    seconds: int

    @property
    def is_alone(self) -> bool:
        """Whether it is played by one person in private."""
        return self.chat.startswith("person:")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a quiz has come.

    `drawn` are the questions that were put, `counted` says how many of them count, `missed` are
    the numbers of those that nobody answered rightly, `unanswered` of those among them that nobody
    answered at all, `scores` the points of each person.
    """

    drawn: tuple[Question, ...] = ()
    counted: int = 0
    missed: tuple[int, ...] = ()
    unanswered: tuple[int, ...] = ()
    scores: tuple[tuple[str, int], ...] = ()


class Session:
    """The state of a running quiz. Nothing is read or sent here: whoever drives it does both."""

    def __init__(self, plan: Plan, progress: Progress | None = None) -> None:
        before = progress or Progress()
        self.plan = plan
        self.round: Round | None = None
        self.drawn = list(before.drawn)
        self.counted = before.counted
        self.missed = list(before.missed)
        self.unanswered = list(before.unanswered)
        self.scores = Counter(dict(before.scores))
        self._grace = 0.0
        self._silent = 0
        self._unsent = 0
        self._ending: Ending | None = None

    @property
    def ending(self) -> Ending | None:
        """Why no further question comes, None while one may."""
        if self._ending:
            return self._ending
        if self._unsent >= MOST_UNSENT:
            return Ending.UNSENT
        if self.counted >= self.plan.rounds:
            return Ending.FINISHED
        return Ending.UNANSWERED if self._silent >= MOST_SILENT else None

    @property
    def played(self) -> Played:
        """What must not come again, for the drawing of the next question."""
        return Played(
            tuple(one.identity for one in self.drawn),
            tuple(one.material for one in self.drawn),
            tuple(one.folded for one in self.drawn),
            tuple(one.kind for one in self.drawn),
        )

    def ask(self, number: int, posed: Posed, since: float, at: datetime) -> Round:
        """Put the next question under a number; it may be answered from `since` on."""
        plan = self.plan
        asked = Asked(number, posed, plan.chat, plan.occasion, plan.seconds, since, at)
        self.round = Round(asked, self._grace)
        self._grace = 0.0 if asked.is_alone else GRACE
        self.drawn.append(posed.question)
        return self.round

    def take(self, person: str, text: str, at: float) -> bool:
        """Judge a message; False when it is no answer to an open question."""
        return self.round is not None and self.round.take(person, text, at)

    def settle(self, *, arrived: bool) -> Outcome:
        """Count the question, which is closed. One that somebody answered has arrived."""
        assert self.round is not None  # noqa: S101 - it is settled once, after it was asked
        done, self.round = self.round, None
        for attempt in done.attempts:
            self.scores[attempt.person] += attempt.credit
        if not done.attempts and (self._ending or not arrived):
            self._unsent += not arrived
            return Outcome.VOID
        self._unsent = 0
        self.counted += 1
        self._silent = 0 if done.attempts else self._silent + 1
        if not any(attempt.is_right for attempt in done.attempts):
            self.missed.append(done.asked.posed.question.number)
        if not done.attempts:
            self.unanswered.append(done.asked.posed.question.number)
        return Outcome.ANSWERED if done.attempts else Outcome.UNANSWERED

    def end(self, ending: Ending, at: float) -> None:
        """Ask nothing further, and take no answers from `at` on."""
        self._ending = self._ending or ending
        if self.round:
            self.round.close(at)
