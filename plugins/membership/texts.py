"""What people read about their membership and about codes they redeem."""

import math
from datetime import date, datetime

from study.members.codes import LENGTH
from study.members.runs import Grant
from study.members.term import THREE_YEARS_BACK, after
from study.members.texts import given, length, until
from study.services.membership import Held
from study.services.redeeming import (
    CannotRedeem,
    Expired,
    Locked,
    NotACode,
    OwnCode,
    Redeemed,
    Revoked,
    UnknownCode,
    Used,
    WrongCode,
)

HOW_TO_REDEEM = "写法：/学习 兑换 XXXX-XXXX-XXXX-XXXX，大小写、空格和横线都不要紧"
ASK_TO_REDEEM = "这是会员兑换码。要用它给自己开通或续会员，发 兑换"
ENOUGH = "会员已经排到三十年以后了，这个码先留着，没有用掉"
_LOCKED_AFTER = "连续输错，已锁定，请30分钟后再试"
_HOW_TO_GET = """\
开通：/学习 兑换 <兑换码>（向管理员要）
或者举报倒卖会员资料的人，查实后送一年：私聊我发 /举报"""
_OPENS = "会员能看首次开通前三年以来的会员资料和今后新出的全部资料，查找、测验都包括在内"
_ADMIN = "你是管理员，私聊里全部资料都能看"
_MOST = 8


def mine(found: Held, today: date, *, is_admin: bool) -> str:
    """Everything about somebody's membership, for nobody else to read."""
    state = _running(found, today) if found.membership.runs_on(today) else _not_running(found)
    lines = [state, *([_ADMIN] if is_admin else []), *_ledger(found.grants)]
    return "\n".join(lines)


def in_group(found: Held, today: date) -> str:
    """What others may read too."""
    ends = found.membership.ends_after(today)
    if ends:
        return f"🎫 会员{until(ends)}。详情请私聊我发 /学习 会员"
    if found.membership.runs:
        return "🎫 会员已到期。怎样续，请私聊我发 /学习 会员"
    return "🎫 还不是会员。能看什么、怎样开通，请私聊我发 /学习 会员"


def window(first: date) -> str:
    """What of the members' materials is open to who became a member on a day."""
    since = after(first, THREE_YEARS_BACK)
    return f"可看：{since} 以来的会员资料，会员期间新出的全部资料"


def redeemed(done: Redeemed, *, in_group: bool) -> str:
    """A code was redeemed."""
    first = done.membership.first_start
    lines = [
        f"✅ 兑换成功，会员{'加' if done.changed.before else '开通'}{length(done.changed.term)}："
        f"{until(done.changed.after)}",
        window(first) if first else "",
        "下次请私聊我兑换，免得码被别人先用" if in_group else "",
    ]
    return "\n".join(filter(None, lines))


def not_redeemed(error: CannotRedeem, now: datetime) -> str:
    """Why a code brought nothing, and what to do."""
    match error:
        case NotACode():
            return (
                f"兑换码是{LENGTH}个字母和数字，这里有{error.length}个。"
                "请照原样再发：/学习 兑换 XXXX-XXXX-XXXX-XXXX"
            )
        case WrongCode():
            return _wrong(error)
        case Locked():
            minutes = math.ceil((error.until - now).total_seconds() / 60)
            return f"错的码试得太多，已锁定，请{minutes}分钟后再试"
        case OwnCode():
            return "这批兑换码是你生成的，不能自己用。请别的管理员给你加：/会员 加"
        case Used() if error.at:
            return f"这个码你在 {error.at:%Y-%m-%d %H:%M} 已经用过了，不用再兑换。查看：/学习 会员"
        case Used():
            return "这个码已经被用掉了，每个码只能用一次。请找给你码的人换一个"
        case Expired():
            return f"这个码 {error.last} 已过期。请找给你码的人换一个"
        case Revoked():
            return "这个码已作废。请找给你码的人换一个"
        case _:
            raise error


def _wrong(error: WrongCode) -> str:
    if isinstance(error, UnknownCode):
        wrong = "没有这个兑换码。请核对，或找给你码的人"
    else:
        wrong = "兑换码打错了字符（码里没有 0、O、1、I、L）。请照原样再发一次"
    return f"{wrong}；还能试{error.left}次" if error.left else f"{wrong}。{_LOCKED_AFTER}"


def _running(found: Held, today: date) -> str:
    ends, first = found.membership.ends_after(today), found.membership.first_start
    left = f"，还有{(ends - today).days}天" if ends and ends > today else "，今天是最后一天"
    lines = [f"🎫 会员{until(ends)}{left}", f"首次开通：{first}", window(first or today)]
    return "\n".join(lines)


def _not_running(found: Held) -> str:
    if not found.membership.runs:
        return f"🎫 还不是会员。{_OPENS}\n{_HOW_TO_GET}"
    last = found.membership.runs[-1].last
    return f"🎫 会员 {last} 已到期，会员资料现在看不了，续上就能接着看\n{_HOW_TO_GET}"


def _ledger(grants: list[Grant]) -> list[str]:
    """The grants that a membership is made of, the newest first."""
    if not grants:
        return []
    more = f"（最近{_MOST}条，共{len(grants)}条）" if len(grants) > _MOST else ""
    return [f"记录{more}：", *(_grant(one) for one in reversed(grants[-_MOST:]))]


def _grant(one: Grant) -> str:
    case = f" {one.reference}" if one.source == "reward" else ""
    return f"{one.granted_on} {given(one)}{case}"
