"""The table of moves: every state, everybody, everything that may be done."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from study.reports.moves import (
    REPORTERS,
    SYSTEM,
    Action,
    Mover,
    Position,
    Refused,
    Why,
    decided,
    may_appeal_until,
    moved,
    possible,
)
from study.reports.state import OPEN, Decision, State

NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)
REPORTER = Mover("rose")
HANDLER, COLLEAGUE = Mover("ann", is_admin=True), Mover("ben", is_admin=True)
STRANGER, ACCUSED = Mover("lily"), Mover("dan", is_admin=True, is_suspected=True)
OWN_CASE = Mover("rose", is_admin=True)
BOT = Mover(SYSTEM, is_admin=True)
TABLE = """
            received    verifying   needs_more  confirmed  rejected  duplicate  withdrawn  appealed   final
take        verifying   verifying   needs_more  -          -         -          -          appealed   -
ask         -           needs_more  needs_more  -          -         -          -          -          -
note        received    verifying   needs_more  confirmed  rejected  duplicate  withdrawn  appealed   final
confirm     -           confirmed   confirmed   -          -         -          -          final      -
reject      -           rejected    rejected    -          -         -          -          final      -
duplicate   -           duplicate   duplicate   -          -         -          -          -          -
overturn    -           -           -           rejected   -         -          -          -          final
supplement  received    verifying   verifying   -          -         -          -          appealed   -
withdraw    withdrawn   withdrawn   withdrawn   -          -         -          -          -          -
appeal      -           -           -           -          appealed  appealed   -          -          -
reopen      -           -           -           -          -         received   -          received   received
"""
"""What becomes of a case when the one who may do it does it."""
EVERY = tuple(product(Action, State))
DECIDED = {
    State.CONFIRMED: Decision.CONFIRMED,
    State.REJECTED: Decision.REJECTED,
    State.DUPLICATE: Decision.DUPLICATE,
    State.APPEALED: Decision.REJECTED,
    State.FINAL: Decision.CONFIRMED,
}


def expected() -> dict[tuple[Action, State], State | None]:
    head, *rows = (line.split() for line in TABLE.strip().splitlines())
    return {
        (Action(row[0]), State(state)): None if cell == "-" else State(cell)
        for row in rows
        for state, cell in zip(head, row[1:], strict=True)
    }


def position(state: State, handler: str = "ann") -> Position:
    decision = DECIDED.get(state, Decision.NONE)
    return Position(state, decision, "rose", handler, "ann" if decision else "", NOW)


def repeating(state: State) -> Position:
    decision = DECIDED.get(state) and Decision.DUPLICATE
    return Position(state, decision or Decision.NONE, "rose", "ann", "ann" if decision else "", NOW)


def result(where: Position, action: Action, who: Mover, now: datetime = NOW) -> State | Why:
    try:
        return moved(where, action, who, now)
    except Refused as error:
        return error.why


def test_the_table_is_complete() -> None:
    assert set(expected()) == set(EVERY)


@pytest.mark.parametrize(("action", "state"), EVERY)
def test_who_may_do_it_does_it(action: Action, state: State) -> None:
    # The handler decides, but takes a case from another.
    where = position(state, "cora" if action is Action.TAKE else "ann")
    who = REPORTER if action in REPORTERS else HANDLER
    if action is Action.REOPEN:
        where, who = repeating(state), BOT
    assert result(where, action, who) == (expected()[action, state] or Why.NOT_NOW)


@pytest.mark.parametrize(("action", "state"), EVERY)
def test_nobody_else_does(action: Action, state: State) -> None:
    where = position(state)
    assert result(where, action, STRANGER) is Why.NOT_YOURS
    if action is Action.REOPEN:
        assert result(where, action, HANDLER) is Why.NOT_YOURS
        return
    if action in REPORTERS:
        assert result(where, action, HANDLER) is Why.NOT_YOURS
        return
    assert result(where, action, REPORTER) is Why.NOT_YOURS
    assert result(where, action, OWN_CASE) is Why.INVOLVED
    assert result(where, action, ACCUSED) is Why.INVOLVED
    other = result(where, action, COLLEAGUE)
    if action in (Action.ASK, Action.CONFIRM, Action.REJECT, Action.DUPLICATE):
        assert other in (Why.NOT_HANDLER, Why.NOT_NOW)


def test_the_one_who_has_it_does_not_take_it_again() -> None:
    assert result(position(State.VERIFYING), Action.TAKE, HANDLER) is Why.IN_HAND


@pytest.mark.parametrize("action", [Action.TAKE, Action.CONFIRM, Action.REJECT, Action.OVERTURN])
def test_an_appeal_goes_to_another_admin_when_there_is_one(action: Action) -> None:
    # The end of an appeal is not undone either by the one against whom it was.
    before = position(State.FINAL if action is Action.OVERTURN else State.APPEALED)
    handler = "" if action is Action.TAKE else "ann"
    where = replace(before, handler=handler, has_appealed=True, appealed_from="ann")
    alone, with_colleague = HANDLER, Mover("ann", is_admin=True, has_colleague=True)
    assert result(where, action, with_colleague) is Why.OWN_DECISION
    assert isinstance(result(where, action, alone), State)


def test_one_appeals_once_and_within_seven_days() -> None:
    where = position(State.REJECTED)
    week = timedelta(days=7)
    assert may_appeal_until(where) == NOW + week
    assert result(where, Action.APPEAL, REPORTER, NOW + week) is State.APPEALED
    late = NOW + week + timedelta(seconds=1)
    assert result(where, Action.APPEAL, REPORTER, late) is Why.TOO_LATE
    again = Position(State.REJECTED, Decision.REJECTED, "rose", "ann", "ann", NOW, True)
    assert result(again, Action.APPEAL, REPORTER) is Why.APPEALED_BEFORE
    assert may_appeal_until(again) is None
    assert may_appeal_until(position(State.VERIFYING)) is None


def test_an_appeal_without_success_leaves_the_decision() -> None:
    where = Position(State.APPEALED, Decision.DUPLICATE, "rose")
    assert decided(where, Action.REJECT) is Decision.DUPLICATE
    assert decided(where, Action.CONFIRM) is Decision.CONFIRMED


def test_only_what_is_confirmed_is_overturned() -> None:
    where = Position(State.FINAL, Decision.REJECTED, "rose")
    assert result(where, Action.OVERTURN, HANDLER) is Why.NOT_NOW
    assert decided(position(State.FINAL), Action.OVERTURN) is Decision.REJECTED


def test_what_is_possible_is_what_is_not_refused() -> None:
    assert possible(position(State.RECEIVED, ""), HANDLER, NOW) == (Action.TAKE, Action.NOTE)
    assert possible(position(State.CONFIRMED), COLLEAGUE, NOW) == (Action.NOTE, Action.OVERTURN)
    assert possible(position(State.REJECTED), REPORTER, NOW) == (Action.APPEAL,)
    assert State.APPEALED in OPEN
    assert State.FINAL not in OPEN
