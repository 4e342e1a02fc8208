"""A running quiz: asks, waits, reveals, and tells the points. One task for each.

Answers are judged the moment they arrive, by the session; storing and sending happen in the task.
What is told was stored before. The answer to a question and the next question are one message.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from plugins._chat.failures import reply_to
from plugins.quiz import question_texts, texts
from plugins.quiz.world import World
from study.delivery.splitting import LONGEST
from study.questions.question import Kind
from study.quiz.asides import stops
from study.quiz.attempt import Attempt
from study.quiz.player import called, told_apart
from study.quiz.posed import Posed
from study.quiz.round import Round
from study.quiz.session import Ending, Outcome, Session
from study.services import playing
from study.services.playing import Quiz

Words = Callable[[int], str]
"""What is still to be said, in at most so many characters."""


class Play:
    """One quiz, from its first question to the points."""

    def __init__(
        self, quiz: Quiz, session: Session, world: World, names: Mapping[str, str] | None = None
    ) -> None:
        """`names` are those of people who play already."""
        self.quiz = quiz
        self.session = session
        self._world = world
        self._people = dict(names or {})
        """Everybody who has answered, and how the chat calls them."""
        self._woken = asyncio.Event()
        self._kept = 0
        self._acknowledged = 0
        self._is_unclear = self._is_explained = False
        """Whether a person alone has said what is no answer, and was told what would be one."""
        self._said_at = world.steady()
        self._last_words: asyncio.Future[str] | None = None
        self.is_parting = False
        """Whether it ends already, by itself or because somebody has stopped it."""

    def take(self, person: str, name: str, text: str, at: float) -> bool:
        """Judge a message that arrived at `at`; whether it was meant for the quiz. Alone with the
        bot all are: what comes between two questions is a late answer."""
        is_alone = self.session.plan.is_alone
        if is_alone and stops(text):
            self._end(at)
            return True
        current = self.session.round
        if current is None or current.is_over(at):
            return is_alone
        before = len(current.attempts)
        taken = current.take(person, text, at)
        if len(current.attempts) > before:
            self._people[person] = called(name, person)
            if current.is_over(at) or current.asked.kind is Kind.TOGETHER:
                self._woken.set()
        if is_alone and not taken:
            self._is_unclear = True
            self._woken.set()
        return taken or is_alone

    def how_to_answer(self) -> str:
        """How the question that is open is answered, '' when none is."""
        current = self.session.round
        is_open = current is not None and not current.is_over(self._world.steady())
        return question_texts.how_to_answer(current) if current and is_open else ""

    async def stop(self) -> str:
        """End it, unless `is_parting`; return what is to be said of it."""
        self._last_words = asyncio.get_running_loop().create_future()
        self._end(self._world.steady())
        return await self._last_words

    def _end(self, at: float) -> None:
        self.is_parting = True
        self.session.end(Ending.STOPPED, at)
        self._woken.set()

    async def run(self, first: Posed | None, opening: Words) -> None:
        """Ask until it ends; `opening` is said with the first question."""
        try:
            try:
                await self._part(await self._questions(first, opening))
            except Exception as error:  # noqa: BLE001 - nobody waits for this task: it tells itself
                told = reply_to(error).text
                await self._part(lambda room: told, Ending.FAILED)
        finally:
            if self._last_words and not self._last_words.done():
                self._last_words.set_exception(RuntimeError("a quiz ended without its last words"))

    async def _questions(self, posed: Posed | None, told: Words) -> Words:
        """Ask all questions; what is still to be said of the last one."""
        while not self.session.ending:
            posed = posed or await self._world.draw(self.session)
            if posed is None:
                self.session.end(Ending.NOTHING_LEFT, self._world.steady())
                break
            pace = self._world.pace
            await self._pause(self._said_at + (pace.between if self.session.drawn else pace.first))
            if not self.session.ending:
                told = await self._ask(posed, told)
            posed = None
        return told

    async def _ask(self, posed: Posed, before: Words) -> Words:
        """Put one question, after what is still to be said; what is to be said of it then."""
        world, session = self._world, self.session
        number = await playing.ask(world.database, self.quiz, posed, world.present())
        if session.ending:
            return before
        current = session.ask(number, posed, world.steady(), world.present())
        self._kept = self._acknowledged = 0
        self._is_unclear = self._is_explained = False
        arrived = await self._say(self._question(current, before))
        if arrived or current.attempts:
            current.shown(world.steady())
        else:
            current.close(world.steady())
        await self._until_closed(current)
        outcome = session.settle(arrived=arrived)
        await self._keep(current, (number, outcome))
        if outcome is Outcome.VOID and not arrived:
            await self._pause(world.steady() + self._world.pace.unsent)
            return before  # What stood above the question has not arrived either.
        remark = await world.remark(current)
        if not await playing.is_in_play(world.database, posed.question.number):
            remark = question_texts.JUST_SUSPENDED
        return lambda room: question_texts.reveal(
            current, self._names, remark, room, is_void=outcome is Outcome.VOID
        )

    @property
    def _names(self) -> dict[str, str]:
        """How people are called where others stand beside them."""
        return told_apart(self._people)

    def _question(self, current: Round, before: Words) -> str:
        place = texts.place(self.session.plan, self.session.counted + 1)
        return _with(before, question_texts.question(place, current))

    async def _until_closed(self, current: Round) -> None:
        """Wait, hint and acknowledge until no more answers are taken."""
        while not current.is_over(now := self._world.steady()):
            moments = [current.closes, current.hint_due, self._claims_due(current)]
            await self._sleep(min(moment for moment in moments if moment is not None) - now)
            await self._meanwhile(current, self._world.steady())

    async def _meanwhile(self, current: Round, now: float) -> None:
        if current.is_over(now):
            return
        if current.hint_due is not None and now >= current.hint_due:
            current.hint()
            await self._say(question_texts.hint(current.asked.posed))
        if self._is_unclear and not self._is_explained:
            self._is_explained = True
            await self._say(question_texts.unclear(current))
        due = self._claims_due(current)
        if due is not None and now >= due:
            await self._acknowledge(current)

    async def _acknowledge(self, current: Round) -> None:
        """Tell what was named lately, unless all is told at once."""
        await self._keep(current)
        fresh = current.attempts[self._acknowledged : self._kept]
        self._acknowledged = self._kept
        if not current.is_over(self._world.steady()):
            await self._say(question_texts.claimed(current, _points(fresh), self._names))

    def _claims_due(self, current: Round) -> float | None:
        """When what a group has named is to be acknowledged, None when there is nothing."""
        if current.asked.kind is not Kind.TOGETHER or current.asked.is_alone:
            return None
        is_fresh = len(current.attempts) > self._acknowledged
        return self._said_at + self._world.pace.claims if is_fresh else None

    async def _keep(self, current: Round, settled: tuple[int, Outcome] | None = None) -> None:
        """Store the answers that are not stored yet, and what became of the question."""
        fresh = current.attempts[self._kept :]
        self._kept += len(fresh)
        names = {one.person: self._people[one.person] for one in fresh}
        world = self._world
        await playing.keep(world.database, self.quiz, fresh, names, world.timezone, settled)

    async def _part(self, words: Words, why: Ending | None = None) -> None:
        """End the quiz and tell the points, after the words that are still to be said."""
        session, world = self.session, self._world
        self.is_parting = True
        ending = why or session.ending or Ending.FAILED
        scores = await playing.end(world.database, self.quiz, ending, world.present())
        told = texts.ended(session, ending, scores, self._people)
        text = _with(words, told)
        if self._last_words and not self._last_words.done():
            self._last_words.set_result(text)
        else:
            await self._say(text)

    async def _say(self, text: str) -> bool:
        arrived = await self._world.say(text)
        self._said_at = self._world.steady()
        return arrived

    async def _pause(self, until: float) -> None:
        """Wait until a moment, or until the quiz is to stop."""
        while not self.session.ending and (left := until - self._world.steady()) > 0:
            await self._sleep(left)

    async def _sleep(self, seconds: float) -> None:
        """Sleep, but wake up when something has happened."""
        with suppress(TimeoutError):
            async with asyncio.timeout(max(seconds, 0)):
                await self._woken.wait()
        self._woken.clear()


def _with(before: Words, text: str) -> str:
    """A text after what is still to be said, which takes the room that is left."""
    return "\n\n".join(filter(None, [before(LONGEST - len(text) - 2), text]))


def _points(attempts: Sequence[Attempt]) -> Counter[str]:
    points: Counter[str] = Counter()
    for one in attempts:
        points[one.person] += one.credit
    return points
