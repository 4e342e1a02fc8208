"""Who may move a case, from which state to which: the one table that all of its moves go by."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from study.reports.state import OPEN, Decision, State

APPEAL_WITHIN = timedelta(days=7)
"""How long after a decision its reporter may appeal."""


class Action(StrEnum):
    """What somebody does with a case."""

    TAKE = "take"
    ASK = "ask"
    NOTE = "note"
    CONFIRM = "confirm"
    REJECT = "reject"
    DUPLICATE = "duplicate"
    OVERTURN = "overturn"
    SUPPLEMENT = "supplement"
    WITHDRAW = "withdraw"
    APPEAL = "appeal"
    REOPEN = "reopen"
    """The bot does it: what a case repeats has come to nothing."""


SYSTEM = "system"
"""Who does what no person does."""


class Why(StrEnum):
    """Why somebody may not do that."""

    NOT_YOURS = "not_yours"
    """He is neither the reporter, for what reporters do, nor an admin, for what admins do."""
    INVOLVED = "involved"
    """An admin who reported the case or is suspected in it."""
    NOT_NOW = "not_now"
    """The case stands where this cannot be done."""
    NOT_HANDLER = "not_handler"
    """Another admin, or nobody, works on it."""
    IN_HAND = "in_hand"
    """He works on it already."""
    OWN_DECISION = "own_decision"
    """The appeal is against his decision, and there is another admin to decide it."""
    APPEALED_BEFORE = "appealed_before"
    TOO_LATE = "too_late"


class Refused(Exception):
    """A move that is not made; `why` says the reason, `state` where the case stands, `handler` who
    works on it, '' for nobody."""

    def __init__(self, why: Why, state: State, handler: str = "") -> None:
        super().__init__(why, state, handler)
        self.why, self.state, self.handler = why, state, handler


@dataclass(frozen=True, slots=True)
class Position:
    """Where a case stands: its reporter, the admins who work on it and who decided it last ('' for
    nobody), when that was, whether its reporter has appealed, and against whose decision."""

    state: State
    decision: Decision
    reporter: str
    handler: str = ""
    decided_by: str = ""
    decided_at: datetime | None = None
    has_appealed: bool = False
    appealed_from: str = ""


@dataclass(frozen=True, slots=True)
class Mover:
    """Who wants to move a case: whether he is an admin and suspected in it, and whether another
    admin could decide an appeal in it."""

    person: str
    is_admin: bool = False
    is_suspected: bool = False
    has_colleague: bool = False


_TO: dict[Action, dict[State, State]] = {
    Action.TAKE: {
        State.RECEIVED: State.VERIFYING,
        State.VERIFYING: State.VERIFYING,
        State.NEEDS_MORE: State.NEEDS_MORE,
        State.APPEALED: State.APPEALED,
    },
    Action.ASK: {State.VERIFYING: State.NEEDS_MORE, State.NEEDS_MORE: State.NEEDS_MORE},
    Action.NOTE: {state: state for state in State},
    Action.CONFIRM: {
        State.VERIFYING: State.CONFIRMED,
        State.NEEDS_MORE: State.CONFIRMED,
        State.APPEALED: State.FINAL,
    },
    Action.REJECT: {
        State.VERIFYING: State.REJECTED,
        State.NEEDS_MORE: State.REJECTED,
        State.APPEALED: State.FINAL,
    },
    Action.DUPLICATE: {
        State.VERIFYING: State.DUPLICATE,
        State.NEEDS_MORE: State.DUPLICATE,
    },
    Action.OVERTURN: {State.CONFIRMED: State.REJECTED, State.FINAL: State.FINAL},
    Action.SUPPLEMENT: {
        State.RECEIVED: State.RECEIVED,
        State.VERIFYING: State.VERIFYING,
        State.NEEDS_MORE: State.VERIFYING,
        State.APPEALED: State.APPEALED,
    },
    Action.WITHDRAW: dict.fromkeys(OPEN - {State.APPEALED}, State.WITHDRAWN),
    Action.APPEAL: {State.REJECTED: State.APPEALED, State.DUPLICATE: State.APPEALED},
    Action.REOPEN: dict.fromkeys((State.DUPLICATE, State.APPEALED, State.FINAL), State.RECEIVED),
}
REPORTERS = frozenset({Action.SUPPLEMENT, Action.WITHDRAW, Action.APPEAL})
"""What the reporter does; all the rest is the admins'."""
_HANDLERS = frozenset({Action.ASK, Action.CONFIRM, Action.REJECT, Action.DUPLICATE})
_JUDGING = frozenset({Action.TAKE, Action.CONFIRM, Action.REJECT, Action.OVERTURN})
"""What an appeal is brought to its end by, or its end undone."""
_ONLY = {Action.OVERTURN: Decision.CONFIRMED, Action.REOPEN: Decision.DUPLICATE}
"""What is undone by some actions, and by those only."""


def moved(position: Position, action: Action, mover: Mover, now: datetime) -> State:
    """The state of a case after somebody has moved it at `now`. Raises Refused."""
    if why := _stranger(position, action, mover):
        raise Refused(why, position.state)
    after = _TO[action].get(position.state)
    if after is None or position.decision is not _ONLY.get(action, position.decision):
        raise Refused(Why.NOT_NOW, position.state)
    if why := _hindrance(position, action, mover, now):
        raise Refused(why, position.state, position.handler)
    return after


def decided(position: Position, action: Action) -> Decision:
    """What is decided in a case after a move: an appeal without success leaves what was."""
    match action:
        case Action.CONFIRM:
            return Decision.CONFIRMED
        case Action.DUPLICATE:
            return Decision.DUPLICATE
        case Action.OVERTURN:
            return Decision.REJECTED
        case Action.REOPEN:
            return Decision.NONE
        case Action.REJECT:
            is_appeal = position.state is State.APPEALED
            return position.decision if is_appeal else Decision.REJECTED
        case _:
            return position.decision


def possible(position: Position, mover: Mover, now: datetime) -> tuple[Action, ...]:
    """What somebody can do with a case now."""
    return tuple(one for one in Action if _is_possible(position, one, mover, now))


def _is_possible(position: Position, action: Action, mover: Mover, now: datetime) -> bool:
    try:
        moved(position, action, mover, now)
    except Refused:
        return False
    return True


def may_appeal_until(position: Position) -> datetime | None:
    """Until when the reporter may still appeal, None when he may not."""
    is_against = position.state in _TO[Action.APPEAL]
    if position.has_appealed or position.decided_at is None or not is_against:
        return None
    return position.decided_at + APPEAL_WITHIN


def _stranger(position: Position, action: Action, mover: Mover) -> Why | None:
    """Why somebody has nothing to do with what he wants to do."""
    is_reporter = mover.person == position.reporter
    if action is Action.REOPEN:
        return None if mover.person == SYSTEM else Why.NOT_YOURS
    if action in REPORTERS:
        return None if is_reporter else Why.NOT_YOURS
    if not mover.is_admin:
        return Why.NOT_YOURS
    return Why.INVOLVED if is_reporter or mover.is_suspected else None


def _hindrance(position: Position, action: Action, mover: Mover, now: datetime) -> Why | None:
    """Why this person may not make this move now, though there is such a move."""
    is_handler = mover.person == position.handler
    if action in _HANDLERS and not is_handler:
        return Why.NOT_HANDLER
    if action is Action.TAKE and is_handler:
        return Why.IN_HAND
    is_own = mover.person == position.appealed_from
    if action in _JUDGING and is_own and mover.has_colleague:
        return Why.OWN_DECISION
    if action is Action.APPEAL and position.has_appealed:
        return Why.APPEALED_BEFORE
    until = may_appeal_until(position)
    return Why.TOO_LATE if action is Action.APPEAL and (until is None or now > until) else None
