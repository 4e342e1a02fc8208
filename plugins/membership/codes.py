"""/兑换码 生成, /兑换码 列表, /兑换码 看, /兑换码 作废, for admins in private."""

import asyncio
from random import SystemRandom

from plugins._chat.call import Attachment, Call, Refusal, Reply, Role
from plugins._chat.table import Command, register
from plugins.membership import code_texts as texts
from plugins.membership.wanted import WantedBatch, batch_of, codes_of, number_of
from study.members.spoken import OutOfBounds
from study.services import issuing
from study.services.issuing import MOST, CannotRevoke, Issued, Order, Revoked, UnknownBatch

_random = SystemRandom()


async def make(call: Call) -> Reply:
    """Make a batch and hand it over as a file."""
    _in_private(call)
    wanted = _wanted(call.rest)
    order = Order(wanted.amount, wanted.term, wanted.valid, wanted.note, call.person)
    made = await issuing.issue(call.database, order, call.now, call.timezone, _random)
    content = await asyncio.to_thread(_workbook, made)
    file = Attachment(texts.file_name(made.batch), content, texts.otherwise(made, wanted.valid))
    return Reply(texts.made(made), files=(file,))


async def batches(call: Call) -> Reply:
    """The batches, the newest first."""
    _in_private(call)
    page = max(1, number_of(call.rest or "1") or 1)
    most = texts.BATCHES_A_PAGE
    found = await issuing.batches(call.database, most + 1, (page - 1) * most)
    if not found:
        raise Refusal(texts.NO_MORE_BATCHES if page > 1 else texts.NO_BATCHES)
    shortcuts = {"下一页": f"/兑换码 列表 {page + 1}"} if len(found) > most else {}
    return Reply(texts.batches(found[:most], has_more=bool(shortcuts)), shortcuts=shortcuts)


async def look(call: Call) -> Reply:
    """A batch and what became of its codes."""
    _in_private(call)
    first, second = [*call.words, "", ""][:2]
    number, page = number_of(first), number_of(second or "1")
    if number is None or not page:
        raise Refusal(texts.HOW_TO_LOOK)
    try:
        batch, codes = await issuing.look(call.database, number)
    except UnknownBatch:
        raise Refusal(texts.UNKNOWN_BATCH) from None
    begin = (page - 1) * texts.CODES_A_PAGE
    shown = codes[begin : begin + texts.CODES_A_PAGE]
    if not shown:
        raise Refusal(texts.NO_MORE_CODES)
    has_more = len(codes) > begin + len(shown)
    shortcuts = {"下一页": f"/兑换码 看 {number} {page + 1}"} if has_more else {}
    return Reply(texts.looked(batch, shown, call.timezone, has_more=has_more), shortcuts=shortcuts)


async def revoke(call: Call) -> Reply:
    """Revoke a batch, or one code of it."""
    _in_private(call)
    try:
        done, is_batch = await _revoked(call)
    except CannotRevoke as error:
        raise Refusal(texts.not_revoked(error)) from None
    return Reply(texts.revoked(done, is_batch=is_batch))


async def _revoked(call: Call) -> tuple[Revoked, bool]:
    """What was revoked, and whether a whole batch was meant."""
    wanted = codes_of(call.rest)
    if wanted is None:
        raise Refusal(texts.HOW_TO_REVOKE)
    if wanted.code:
        done = await issuing.revoke_code(call.database, wanted.code, call.person, call.now)
        return done, False
    if wanted.tail:
        done = await issuing.revoke_tail(
            call.database, wanted.batch, wanted.tail, call.person, call.now
        )
        return done, False
    return await issuing.revoke_batch(call.database, wanted.batch, call.person, call.now), True


def _wanted(text: str) -> WantedBatch:
    try:
        wanted = batch_of(text)
    except OutOfBounds:
        raise Refusal(texts.OUT_OF_BOUNDS) from None
    if wanted is None:
        raise Refusal(texts.HOW_TO_MAKE)
    if not 1 <= wanted.amount <= MOST:
        raise Refusal(texts.WRONG_AMOUNT)
    return wanted


def _workbook(made: Issued) -> bytes:
    from study.members.sheet import workbook  # The library is heavy, and seldom needed.

    return workbook(made.batch, made.codes)


def _in_private(call: Call) -> None:
    """Who reads a code can redeem it."""
    if call.group is not None:
        raise Refusal(texts.IN_PRIVATE)


for word, handler, usage, summary in (
    ("生成", make, "/兑换码 生成 10 365天 [有效 90天] [备注]", "生成一批兑换码"),
    ("列表", batches, "/兑换码 列表", "各批用了多少、还剩多少"),
    ("看", look, "/兑换码 看 3", "一批里每个码的去向"),
    ("作废", revoke, "/兑换码 作废 3（或完整的码，或 3 尾号）", "作废还没用的码"),
):
    register(Command("兑换码", word, handler, usage, summary, role=Role.ADMIN, takes_rest=True))
