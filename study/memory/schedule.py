"""When something is due again: FSRS over study days, with lighter weekends.

FSRS (github.com/open-spaced-repetition) counts whole days between reviews. Here they are study
days, which turn at 04:00 local time: an answer at 23:00 and the next one at 09:00 are a day apart,
in summer time and out of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from fsrs import Card, Rating, Scheduler, State

from study.clock import day_begins, study_day
from study.memory.memory import Memory

_STEP = (timedelta(minutes=10),)
"""What was missed comes again the same day; a right answer needs no second one on that day, for
nobody waits in a chat for the next minute."""
_LONGEST = 365
"""Days after which everything comes again: formulations change with the year."""
_SCHEDULER = Scheduler(
    learning_steps=_STEP,
    relearning_steps=_STEP,
    maximum_interval=_LONGEST,
    enable_fuzzing=False,  # The same answers must always give the same days.
)
_MOVABLE, _MOVABLE_FURTHER = 3, 7
"""Days from which an interval may give way by one day, and by two."""
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Plan:
    """What is known after an answer, before its day is settled; `days` it may come again on, the
    nearest to what FSRS says first; none when it comes again at `memory.due`."""

    memory: Memory
    days: tuple[date, ...]


def plan(before: Memory | None, rating: Rating, at: datetime, timezone: ZoneInfo) -> Plan:
    """What FSRS makes of an answer at the aware time `at`; `before` is None for the first one."""
    today = study_day(at, timezone)
    card, _ = _SCHEDULER.review_card(_card(before, timezone), rating, _midnight(today))
    interval = card.due - _midnight(today)
    memory = Memory(card.state.value, card.step, card.stability, card.difficulty, at + interval, at)
    if interval < timedelta(days=1):
        return Plan(memory, ())
    return Plan(memory, tuple(_days(today, interval.days)))


def settled(plan: Plan, load: Mapping[date, int], timezone: ZoneInfo) -> Memory:
    """What is remembered, due on that of the plan's days which has the least to do; of equal ones
    on the nearest."""
    if not plan.days:
        return plan.memory
    day = min(plan.days, key=lambda day: load.get(day, 0))
    return replace(plan.memory, due=day_begins(day, timezone))


def forgotten(memory: Memory, now: datetime) -> float:
    """How far it is forgotten: what FSRS calls retrievability falls as this grows."""
    elapsed = (now - memory.last_review).total_seconds()
    return elapsed / (memory.stability or 1)


def end_of_day(now: datetime, timezone: ZoneInfo) -> datetime:
    """The moment at which the present study day ends; what is due before it is due today."""
    return day_begins(study_day(now, timezone) + timedelta(days=1), timezone)


def _days(today: date, interval: int) -> list[date]:
    """The days that may take what is due in `interval` days, the nearest to it first.

    A weekend gives way to working days nearby, as “easy days” do in Anki: from three days on by
    one day, from seven on by up to two. Shorter intervals stay, so that weekends are not empty.
    """
    due = today + timedelta(days=interval)
    reach = 0 if interval < _MOVABLE else 1 if interval < _MOVABLE_FURTHER else 2
    if due.weekday() < _SATURDAY or not reach:
        return [due]
    near = [due + timedelta(days=moved) for moved in range(-reach, reach + 1)]
    working = [day for day in near if day.weekday() < _SATURDAY]
    return sorted(working, key=lambda day: (abs(day - due), day))


def _card(memory: Memory | None, timezone: ZoneInfo) -> Card:
    if memory is None:
        return Card(card_id=0, due=datetime.max.replace(tzinfo=UTC))
    return Card(
        0,
        State(memory.state),
        memory.step,
        memory.stability,
        memory.difficulty,
        memory.due,
        _midnight(study_day(memory.last_review, timezone)),
    )


def _midnight(day: date) -> datetime:
    """A study day as FSRS is given it: midnights of UTC are whole days apart."""
    return datetime.combine(day, time(), UTC)
