"""What somebody who reports writes and sends in private, message by message."""

from dataclasses import dataclass, field
from datetime import timedelta
from secrets import choice

from nonebot import get_driver
from nonebot.adapters.onebot.v11 import Bot
from nonebot.log import logger

from plugins._chat import library, talks
from plugins._chat.call import Call, Reply, Role
from plugins._chat.talks import SILENCE, Spoken, Talk
from plugins.report import ages, evidence_texts, fetch, own_texts, texts
from study.evidence.errors import EvidenceRefused
from study.evidence.piece import Form, Piece
from study.reports.draft import Asked, Does
from study.reports.moves import Refused
from study.reports.words import Word, word_of
from study.services import drafting, evidence, reporting
from study.services.case_moves import NoSuchCase
from study.services.drafting import NothingBegun, OwnNumber, Writing
from study.storage.database import Database

PAUSE = 0.8
"""Seconds to wait for the next of several pictures, so that they are answered together."""
_LATE = timedelta(hours=1)
"""Evidence that comes within this time after a report was submitted was meant for it."""


@dataclass(slots=True)
class _Tally:
    """What came for a draft and is not answered yet."""

    stored: list[Form] = field(default_factory=list[Form])
    again: int = 0
    failures: list[str] = field(default_factory=list[str])


_tallies: dict[str, _Tally] = {}


async def hear(bot: Bot, call: Call, spoken: Spoken) -> Reply | None:
    """Answer what somebody writes or sends while he reports; None when he does not."""
    before = await _in_hand(call)
    if before is None:
        return await _beside(call, spoken)
    try:
        return await _hear(bot, call, spoken, before)
    except NothingBegun:  # It was cleared away this very moment.
        talks.end(call.person)
        return Reply(_lines(await settled(call), texts.NOTHING_BEGUN))


async def _hear(bot: Bot, call: Call, spoken: Spoken, before: Writing) -> Reply:
    """Answer what is meant for the draft in hand. Raises NothingBegun."""
    has_evidence = fetch.has_evidence(spoken.segments)
    if has_evidence:
        await _take_in(bot, call, spoken)
    text, came = spoken.text.strip(), ""
    if text:
        came = await settled(call) if word_of(text) else ""  # It may be submitted or go with it.
        told = await say(bot, call, text, is_caption=has_evidence)
    else:
        told = "" if has_evidence else f"{texts.NOT_TAKEN}\n{texts.step(before)}"
    if not told:
        if await talks.more_comes(call.person, PAUSE):
            return SILENCE
        told = await _after_evidence(call)
    idle = texts.goes_on(before, call.now, call.timezone)
    return Reply(_lines(idle, came, await settled(call), told))


async def say(bot: Bot, call: Call, text: str, *, is_caption: bool = False) -> str:
    """What to answer to a text for the draft, '' when it was evidence. Raises NothingBegun."""
    try:
        heard, writing = await drafting.say(
            call.database, call.vault, call.person, text, call.now, is_caption=is_caption
        )
    except OwnNumber:
        return _lines(texts.OWN_NUMBER, texts.step(await _written(call)))
    match heard.does:
        case Does.EVIDENCE:
            await _store(call, Piece(Form.TEXT, "", text.encode()))
            return ""
        case Does.SUBMIT:
            return await _submit(bot, call)
        case Does.CANCEL:
            talks.end(call.person)
            return texts.CANCELLED
        case Does.ASK:
            is_cancel = heard.draft.asked is Asked.CANCEL
            return texts.SURE_TO_CANCEL if is_cancel else texts.SURE_TO_RESTART
        case Does.GO | Does.RESTART:
            return texts.step(writing, heard.problem)


async def settled(call: Call) -> str:
    """What came and was not answered yet, in words; '' for nothing."""
    tally = _tallies.pop(call.person, None)
    if tally is None:
        return ""
    writing = await drafting.find(call.database, call.vault, call.person)
    in_all = len(writing.forms) if writing else 0
    return texts.came(tally.stored, in_all, tally.again, tally.failures)


async def nothing_begun(call: Call) -> str:
    """That somebody writes nothing, with the receipt of what he has last submitted."""
    writing = await drafting.find(call.database, call.vault, call.person)
    if writing is None or not writing.receipt:
        return texts.NOTHING_BEGUN
    return texts.receipt_again(writing.receipt, is_supplement=bool(writing.draft.case_number))


async def put_aside(call: Call) -> str:
    """Let the draft wait while another command is carried out; the line that says so."""
    await drafting.put_aside(call.database, call.person)
    return _lines(await settled(call), texts.PUT_ASIDE)


async def begin_again(database: Database) -> None:
    """After a restart: let messages go to the drafts that were in hand."""
    for person in await drafting.in_hand(database):
        talks.begin(person)


async def _in_hand(call: Call) -> Writing | None:
    """The draft that somebody's messages go to."""
    if not talks.is_open(call.person):
        return None
    try:
        return await _written(call)
    except NothingBegun:  # It was cleared away after its seven days.
        talks.end(call.person)
        return None


async def _written(call: Call) -> Writing:
    return await drafting.written(call.database, call.vault, call.person)


async def _beside(call: Call, spoken: Spoken) -> Reply | None:
    """What is meant for a report though none is in hand: for one that was put aside, once more
    提交, or evidence behind it."""
    has_evidence = fetch.has_evidence(spoken.segments)
    if has_evidence and call.role is Role.ADMIN:
        return None  # Admins send files to be taken in.
    writing = await drafting.find(call.database, call.vault, call.person)
    if writing and not writing.receipt:
        return Reply(texts.IS_ASIDE)
    if word_of(spoken.text) is Word.SUBMIT:
        return Reply(await nothing_begun(call))
    if writing is None:
        return None
    is_late = has_evidence and call.now - writing.touched_at < _LATE
    return Reply(texts.came_late(writing.receipt)) if is_late else None


async def _take_in(bot: Bot, call: Call, spoken: Spoken) -> None:
    """Fetch what a message brings and store it, before it can be answered."""
    await drafting.touch(call.database, call.vault, call.person, call.now)
    fetched = await fetch.fetch(bot, call.person, spoken.segments)
    _tally(call).failures.extend(fetched.failures)
    for piece in fetched.pieces:
        await _store(call, piece)


async def _store(call: Call, piece: Piece) -> None:
    tally, quota = _tally(call), library.settings.evidence_quota
    try:
        stored = await evidence.add_evidence(
            call.database, call.vault, call.person, piece, call.now, quota
        )
    except EvidenceRefused as error:
        tally.failures.append(evidence_texts.refused(error, piece))
    except OSError as error:
        logger.error(f"a piece of evidence could not be stored: {error.strerror}")
        tally.failures.append(texts.NOT_STORED)
    else:
        tally.again += stored.is_again
        tally.stored.extend([] if stored.is_again else [piece.form])


async def _after_evidence(call: Call) -> str:
    return texts.after_evidence(await _written(call))


async def _submit(bot: Bot, call: Call) -> str:
    """Hand the draft in; its receipt, once everything is in the database."""
    office = reporting.Office(get_driver().config.superusers, await _remarks(bot, call), choice)
    try:
        receipt = await reporting.submit(call.database, call.vault, call.person, office, call.now)
    except reporting.LimitReached as error:
        return f"{texts.LIMITS[error.limit]}。{texts.KEPT_MEANWHILE}"
    except (NoSuchCase, Refused):
        return own_texts.TAKES_NOTHING_MORE
    talks.end(call.person)
    return texts.receipt(receipt.number, is_supplement=receipt.is_supplement)


async def _remarks(bot: Bot, call: Call) -> tuple[str, ...]:
    """What only admins are to know of who reports."""
    least = timedelta(days=library.settings.report_min_days)
    age = await ages.age_of(bot, call.person, least, call.now)
    return () if age.is_known else (texts.AGE_UNKNOWN,)


def _tally(call: Call) -> _Tally:
    return _tallies.setdefault(call.person, _Tally())


def _lines(*parts: str) -> str:
    return "\n".join(filter(None, parts))


talks.register(Talk("举报", hear, put_aside))
library.after_opening.append(begin_again)
