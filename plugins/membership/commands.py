"""/学习 会员, /学习 兑换."""

from plugins._chat import hints
from plugins._chat.call import Call, Refusal, Reply, Role
from plugins._chat.table import Command, register
from plugins.membership import texts
from study.members.codes import is_code, typed
from study.services import redeeming
from study.services.membership import TooFarAhead, held
from study.services.redeeming import CannotRedeem

_WORD = "兑换"


async def mine(call: Call) -> Reply:
    """Whether the membership runs; everything about it in private."""
    found = await held(call.database, call.person)
    today = call.now.astimezone(call.timezone).date()
    if call.group is not None:
        return Reply(texts.in_group(found, today))
    return Reply(texts.mine(found, today, is_admin=call.role is Role.ADMIN))


async def redeem(call: Call) -> Reply:
    """Redeem a code."""
    if not call.rest:
        raise Refusal(texts.HOW_TO_REDEEM)
    try:
        done = await redeeming.redeem(
            call.database, call.person, call.rest, call.now, call.timezone
        )
    except CannotRedeem as error:
        raise Refusal(texts.not_redeemed(error, call.now)) from None
    except TooFarAhead:
        raise Refusal(texts.ENOUGH) from None
    return Reply(texts.redeemed(done, in_group=call.group is not None))


def _hint(text: str) -> Reply | None:
    """Who sends a code without a command is asked whether it shall be redeemed."""
    code = typed(text.removeprefix(_WORD))
    if is_code(code):
        return Reply(texts.ASK_TO_REDEEM, shortcuts={_WORD: f"/学习 {_WORD} {code}"})
    return Reply(texts.HOW_TO_REDEEM) if text.startswith(_WORD) else None


hints.register(_hint)
register(Command("学习", "会员", mine, "/学习 会员", "会员到什么时候，怎样开通", place=40))
register(
    Command(
        "学习",
        _WORD,
        redeem,
        "/学习 兑换 <码>",
        "用兑换码开通或续会员",
        takes_rest=True,
        place=41,
    )
)
