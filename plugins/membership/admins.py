"""/会员 查, /会员 加, /会员 减, /会员 撤销, for admins in private."""

from plugins._chat.call import Call, Refusal, Reply, Role
from plugins._chat.table import Command, register
from plugins.membership import admin_texts as texts
from plugins.membership.wanted import NoPerson, NoReason, NoTerm, change_of, person_of, reversal_of
from study.members.spoken import OutOfBounds
from study.members.term import Term
from study.services import membership
from study.services.membership import CannotChange, Order


async def look(call: Call) -> Reply:
    """What somebody has."""
    _in_private(call)
    person = person_of(call.rest)
    if person is None:
        raise Refusal(texts.HOW_TO_LOOK)
    found = await membership.held(call.database, person)
    records = await membership.ledger(call.database, person)
    today = call.now.astimezone(call.timezone).date()
    return Reply(texts.looked(person, found, records, today, call.timezone))


async def add(call: Call) -> Reply:
    """Give somebody a term."""
    return await _change(call, 1, texts.HOW_TO_ADD)


async def take(call: Call) -> Reply:
    """Take a term from somebody."""
    return await _change(call, -1, texts.HOW_TO_TAKE)


async def reverse(call: Call) -> Reply:
    """Take a grant back as if it had never been."""
    _in_private(call)
    wanted = reversal_of(call.rest)
    if wanted is None:
        raise Refusal(texts.HOW_TO_REVERSE)
    number, reason = wanted
    try:
        done = await membership.reverse(
            *(call.database, call.vault.keyring, number, call.person, reason),
            *(call.now, call.timezone),
        )
    except CannotChange as error:
        raise Refusal(texts.not_changed(error)) from None
    return Reply(texts.reversed_(done))


async def _change(call: Call, sign: int, how: str) -> Reply:
    _in_private(call)
    try:
        person, term, reason = change_of(call.rest)
    except NoPerson:
        raise Refusal(how) from None
    except NoTerm:
        raise Refusal(texts.NO_TERM) from None
    except OutOfBounds:
        raise Refusal(texts.OUT_OF_BOUNDS) from None
    except NoReason:
        raise Refusal(texts.NO_REASON) from None
    signed = Term(sign * term.years, sign * term.months, sign * term.days)
    order = Order(person, signed, reason, call.person)
    try:
        done = await membership.change(
            call.database, call.vault.keyring, order, call.now, call.timezone
        )
    except CannotChange as error:
        raise Refusal(texts.not_changed(error)) from None
    return Reply(texts.changed(done))


def _in_private(call: Call) -> None:
    """What concerns one person is for nobody else to read."""
    if call.group is not None:
        raise Refusal(texts.IN_PRIVATE)


for word, handler, usage, summary in (
    ("查", look, "/会员 查 QQ", "某人的会员和每一笔记录"),
    ("加", add, "/会员 加 QQ 1年 理由", "加会员（365天、6个月、1年）"),
    ("减", take, "/会员 减 QQ 30天 理由", "减会员"),
    ("撤销", reverse, "/会员 撤销 12 理由", "撤销一笔记录（编号用 /会员 查 看）"),
):
    register(Command("会员", word, handler, usage, summary, role=Role.ADMIN, takes_rest=True))
