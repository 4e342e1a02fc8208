"""One question that a chat is being asked, and what people answer to it.

Judged at once, in the order of arrival, without the database: who came first is who came first.
All moments are seconds of one steady clock that is handed in.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from study.questions.question import Kind
from study.quiz.answers import Given, answer, is_sign
from study.quiz.asides import gives_up
from study.quiz.attempt import Attempt, Occasion
from study.quiz.judging import is_right
from study.quiz.posed import Posed

MOST_PEOPLE = 2_000
"""People whose answers to one question are kept."""
_LONGEST_GIVEN = 80
SECONDS_TOGETHER = 60
"""The least time for an enumeration that a whole group names."""
_READ_IN_TIME = 120
_READ_IN_A_SECOND = 10
"""Characters of stem and options that the time allows for, and for how many more it grows by one
second."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was put to a chat.

    `number` is the one under which it was put, `seconds` how long it may be answered. It was sent
    off at `since` of the steady clock, that is `at`, an aware time.
    """

    number: int
    posed: Posed
    chat: str
    occasion: Occasion
    seconds: float
    since: float
    at: datetime

    @property
    def is_alone(self) -> bool:
        """Whether only one person is asked."""
        return self.chat.startswith("person:")

    @property
    def kind(self) -> Kind:
        """How it is answered."""
        return self.posed.question.kind


class Round:
    """A question from when it is sent off until it is closed.

    It may be answered at once, and its time runs from when it is known to have arrived (`shown`):
    a slow connection takes nobody's time, and nobody's answer.
    """

    def __init__(self, asked: Asked, grace: float = 0.0) -> None:
        """`grace` are the seconds in which bare letters, numbers and 对 or 错 are meant for the
        question before; words say themselves which one they answer."""
        self.asked = asked
        self._counts_from = asked.since + grace
        self.attempts: list[Attempt] = []
        self.is_hinted = False
        self._shown = asked.since
        self._closes: float | None = None
        self._people: set[str] = set()
        self._named: set[int] = set()

    def shown(self, at: float) -> None:
        """The question has arrived at `at`: the time runs."""
        if self._closes is None:
            self._shown = at
            self._closes = at + self.seconds

    def close(self, at: float) -> None:
        """Take no answers from `at` on."""
        self._closes = min(at, at if self._closes is None else self._closes)

    def hint(self) -> None:
        """Answers from now on were helped."""
        self.is_hinted = True

    @property
    def seconds(self) -> float:
        """How long it may be answered."""
        posed = self.asked.posed
        text = len(posed.question.stem) + sum(len(option.text) for option in posed.options)
        more = max(0, text - _READ_IN_TIME) // _READ_IN_A_SECOND
        least = SECONDS_TOGETHER if self.asked.kind is Kind.TOGETHER else 0
        return max(self.asked.seconds + more, least)

    @property
    def closes(self) -> float | None:
        """When no more answers are taken, None while that is not known."""
        return self._closes

    @property
    def hint_due(self) -> float | None:
        """When a hint is due, None when none is (any more)."""
        if self.asked.kind is not Kind.TYPED or self.is_hinted or self._closes is None:
            return None
        return self._shown + self.seconds / 2

    def is_over(self, at: float) -> bool:
        """Whether an answer that arrives at `at` comes too late."""
        return self._closes is not None and at >= self._closes

    @property
    def winner(self) -> Attempt | None:
        """The answer that ended a race, None in every other case."""
        last = self.attempts[-1] if self.attempts else None
        return last if last and last.is_right and self._is_race else None

    @property
    def is_given_up(self) -> bool:
        """Whether a person alone left it without an answer."""
        return any(attempt.given == "" for attempt in self.attempts)

    @property
    def named(self) -> frozenset[int]:
        """The items of an enumeration that were named."""
        return frozenset(self._named)

    def take(self, person: str, text: str, at: float) -> bool:
        """Judge a message that arrived at `at`; whether it was an answer, counted or not.

        Everybody's first answer counts, except for an enumeration, of which everybody may name
        what nobody has named, one item with each message. Who is alone may give the question up.
        """
        if self.is_over(at):
            return False
        given = answer(text, self.asked.posed, alone=self.asked.is_alone)
        if self.asked.is_alone and not isinstance(given, tuple) and gives_up(text):
            given = ""
        if given is None:
            return False
        if at < self._counts_from and is_sign(text):
            return True
        if self.asked.kind is Kind.TOGETHER and not isinstance(given, str):
            self._claim(person, given, at)
        elif person not in self._people and len(self._people) < MOST_PEOPLE:
            self._people.add(person)
            self._judge(person, given, at)
        return True

    @property
    def _is_race(self) -> bool:
        return self.asked.occasion is Occasion.RACE and self.asked.kind is not Kind.TOGETHER

    def _judge(self, person: str, given: Given, at: float) -> None:
        right = is_right(self.asked.posed, given)
        self._note(person, given, at, is_right=right, credit=int(right))
        if self.asked.is_alone or (right and self._is_race):
            self.close(at)

    def _claim(self, person: str, given: tuple[int, ...], at: float) -> None:
        fresh = next((number for number in given if number not in self._named), None)
        if fresh is None:
            return
        self._named.add(fresh)
        self._note(person, (fresh,), at, is_right=True, credit=1)
        if len(self._named) == len(self.asked.posed.question.right):
            self.close(at)

    def _note(self, person: str, given: Given, at: float, *, is_right: bool, credit: int) -> None:
        question = self.asked.posed.question
        attempt = Attempt(
            asked=self.asked.number,
            question=question.number,
            phrase=question.folded,
            person=person,
            chat=self.asked.chat,
            occasion=self.asked.occasion,
            given=given if isinstance(given, tuple) else given[:_LONGEST_GIVEN],
            is_right=is_right,
            credit=credit,
            seconds=max(0.0, at - self._shown),
            hinted=self.is_hinted,
            at=self.asked.at + timedelta(seconds=at - self.asked.since),
        )
        self.attempts.append(attempt)
