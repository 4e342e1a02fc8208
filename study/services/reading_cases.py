"""What admins read of cases: the list, and everything about one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from study.clock import stamp
from study.reports.moves import Action, possible
from study.reports.reward import PERIOD
from study.reports.rivals import Alike
from study.reports.state import Decision, State
from study.reports.waiting import hours, is_overdue
from study.services import case_moves
from study.services.case_moves import Desk, find_for_admin
from study.services.evidence import Shown, content, of_case
from study.services.likenesses import likenesses
from study.services.unsealing import words_of
from study.storage import audit, case_entries, cases, rewards, traits
from study.storage.cases import Case
from study.storage.vault import Missing

PAGE = 10
"""Cases on a page of the list."""


@dataclass(frozen=True, slots=True)
class Line:
    """A case in the list: the admin who works on it and the one who decided it last, '' for nobody;
    `waited` are whole hours since it was last moved."""

    number: str
    state: State
    decision: Decision
    handler: str
    decided_by: str
    waited: int
    is_overdue: bool
    is_closed: bool
    is_own: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the list; `number` of `of`, and how many cases are open in all."""

    lines: tuple[Line, ...]
    number: int
    of: int
    opened: int


@dataclass(frozen=True, slots=True)
class Said:
    """Something that was said or done in a case; see `case_entry` for the kinds."""

    kind: str
    person: str
    state: State
    decision: Decision
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Reporter:
    """What is known of who reported a case: his other cases, rewards of the last year that he still
    has, whether he is suspected in this case, or only mentioned, and whether he is suspected in one
    that is confirmed."""

    person: str
    others: tuple[tuple[str, State, Decision], ...]
    rewards: int
    is_suspect: bool
    is_mentioned: bool
    is_reseller: bool


@dataclass(frozen=True, slots=True)
class View:
    """Everything about a case, for an admin. `possible` is what this admin can do now."""

    line: Line
    suspect: str
    circumstances: str
    received_at: datetime
    main: str
    evidence: tuple[Shown, ...]
    history: tuple[Said, ...]
    reporter: Reporter
    alike: tuple[Alike, ...]
    possible: tuple[Action, ...]


async def listed(desk: Desk, page: int) -> Page:
    """A page of the list: open cases first, the oldest of them first; then closed ones, those that
    ended last first. A page behind the last is the last."""
    viewer = case_moves.person_trait(desk.keyring, desk.person)
    opened = await cases.count(desk.database, viewer, is_open=True)
    closed = await cases.count(desk.database, viewer, is_open=False)
    of = max(1, -(-(opened + closed) // PAGE))
    number = min(page, of)
    first = (number - 1) * PAGE
    found = await cases.page(desk.database, viewer, first, PAGE, is_open=True)
    if len(found) < PAGE:
        rest = max(0, first - opened)
        size = PAGE - len(found)
        found += await cases.page(desk.database, viewer, rest, size, is_open=False)
    everybody = await case_moves.admins(desk.database, desk.superusers)
    return Page(tuple(_line(desk, case, everybody) for case in found), number, of, opened)


async def view(desk: Desk, number: str) -> View:
    """Everything about a case. Raises NoSuchCase, and Refused for the admin who reported it."""
    case = await find_for_admin(desk, desk.database, number)
    case_moves.refuse_reporter(desk, case)
    await _note_looking(desk, f"看举报 {number}")
    by = await case_moves.mover(desk, desk.database, case)
    # An admin reads nothing of cases against himself, also beside others.
    trait = case_moves.person_trait(desk.keyring, desk.person)
    hidden = await traits.mentioned_in(desk.database, trait)
    alike = await likenesses(desk.database, case.id)
    main = None if case.main in hidden else case.main
    return View(
        line=_line(desk, case, await case_moves.admins(desk.database, desk.superusers)),
        suspect=words_of(desk.keyring, case.suspect),
        circumstances=words_of(desk.keyring, case.circumstances),
        received_at=datetime.fromisoformat(case.received_at),
        main=await cases.number_of(desk.database, main) if main else "",
        evidence=tuple(await of_case(desk.database, desk.vault, case.id)),
        history=await _history(desk, case),
        reporter=await _reporter(desk, case, hidden),
        alike=tuple(one for one in alike if one.place not in hidden),
        possible=possible(case_moves.position(case), by, desk.now),
    )


async def pieces(desk: Desk, number: str) -> list[Shown]:
    """The evidence of a case. Raises NoSuchCase, and Refused for the admin who reported it."""
    case = await find_for_admin(desk, desk.database, number)
    case_moves.refuse_reporter(desk, case)
    await _note_looking(desk, f"看证据 {number}")
    return await of_case(desk.database, desk.vault, case.id)


async def _note_looking(desk: Desk, what: str) -> None:
    """Who reads whose report is written down too."""
    async with desk.database.transaction() as transaction:
        await audit.note(transaction, stamp(desk.now), desk.person, what, "", "")


async def content_of(desk: Desk, piece: Shown) -> bytes | None:
    """The content of a piece, None where it was deleted after its time. Raises Unsealable."""
    try:
        return await content(desk.vault, piece)
    except Missing:
        return None


def _line(desk: Desk, case: Case, everybody: Collection[str]) -> Line:
    since = datetime.fromisoformat(case.moved_at)
    return Line(
        case.number,
        case.state,
        case.decision,
        case.handler if case.handler in everybody else "",
        case.decided_by,
        hours(since, desk.now),
        is_overdue=not case.closed_at and is_overdue(since, desk.now),
        is_closed=bool(case.closed_at),
        is_own=case.reporter == desk.person,
    )


async def _history(desk: Desk, case: Case) -> tuple[Said, ...]:
    return tuple(
        Said(
            one.kind,
            one.person,
            one.state,
            one.decision,
            words_of(desk.keyring, one.text),
            datetime.fromisoformat(one.at),
        )
        for one in await case_entries.of_case(desk.database, case.id)
    )


async def _reporter(desk: Desk, case: Case, hidden: Collection[int]) -> Reporter:
    trait = case_moves.person_trait(desk.keyring, case.reporter)
    others = [
        one
        for one in await cases.of_reporter(desk.database, case.reporter)
        if one.id != case.id and one.id not in hidden
    ]
    since = stamp(desk.now - PERIOD)
    return Reporter(
        case.reporter,
        tuple((one.number, one.state, one.decision) for one in others),
        await rewards.given_since(desk.database, case.reporter, since),
        is_suspect=await traits.is_suspected(desk.database, case.id, trait),
        is_mentioned=await traits.is_mentioned(desk.database, case.id, trait),
        is_reseller=await traits.is_reseller(desk.database, trait),
    )
