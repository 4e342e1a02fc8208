"""What admins read about somebody's membership."""

from datetime import date
from zoneinfo import ZoneInfo

from plugins.membership.texts import window
from study.members.runs import Grant
from study.members.spoken import LONGEST_YEARS
from study.members.texts import given, is_taken, length, until
from study.services.membership import (
    CannotChange,
    Changed,
    Held,
    NothingToTake,
    Oneself,
    Record,
    Reversed,
    Reward,
    TooFarAhead,
    UnknownGrant,
)

IN_PRIVATE = "会员的事请私聊我办，群里不处理"
HOW_TO_LOOK = "写法：/会员 查 QQ号"
HOW_TO_ADD = "写法：/会员 加 QQ号 1年 理由（也可以写 365天、6个月）"
HOW_TO_TAKE = "写法：/会员 减 QQ号 30天 理由"
HOW_TO_REVERSE = "写法：/会员 撤销 编号 理由。编号用 /会员 查 QQ号 看"
NO_TERM = "第二项写时长，如 1年、6个月、365天"
OUT_OF_BOUNDS = f"时长最短1天，最长{LONGEST_YEARS}年"
NO_REASON = "请在最后写上理由，对方和审计记录里都看得到"


def looked(person: str, found: Held, records: list[Record], today: date, timezone: ZoneInfo) -> str:
    """What somebody has, and every grant with its number, the newest first."""
    ends, first = found.membership.ends_after(today), found.membership.first_start
    lines = [f"🎫 {person} 会员{until(ends)}"]
    if first:
        lines += [f"首次开通：{first}", window(first)] if ends else [f"首次开通：{first}"]
    if first and not ends:
        lines.append(f"上次到期：{found.membership.runs[-1].last}")
    lines += ["记录：" if records else "没有记录"]
    return "\n".join([*lines, *(_recorded(one, timezone) for one in reversed(records))])


def changed(done: Changed) -> str:
    """A term was given or taken."""
    what = f"{'减' if is_taken(done.term) else '加'}{length(done.term)}"
    return f"✅ {done.person} {what}（#{done.number}）\n{_before_and_after(done)}"


def reversed_(done: Changed) -> str:
    """A grant was taken back."""
    return f"✅ 已撤销 {done.person} 的 #{done.number}\n{_before_and_after(done)}"


def not_changed(error: CannotChange) -> str:
    """Why a membership was not changed, and what to do."""
    match error:
        case Oneself():
            return "自己的会员不能自己改，请另一位管理员来办"
        case NothingToTake():
            return "对方现在没有生效的会员，没有可减的"
        case TooFarAhead():
            return "这样会员会排到三十年以后，没有加。请核对时长"
        case UnknownGrant():
            return "没有这个编号的记录。编号用 /会员 查 QQ号 看"
        case Reversed():
            return "这笔记录已经撤销过了，没有再动"
        case Reward():
            return "这是举报的奖励，要随案子一起撤：/案 撤销 编号 理由"
        case _:
            raise error


def _before_and_after(done: Changed) -> str:
    if done.before == done.after:
        days = f"会员期限没有变：{until(done.after)}"
    else:
        days = f"之前：{until(done.before)}\n现在：{until(done.after)}"
    return f"{days}\n已排队私聊告诉对方，理由一并附上"


def _recorded(one: Record, timezone: ZoneInfo) -> str:
    line = f"#{one.grant.number} {one.grant.granted_on} {given(one.grant)}{_origin(one.grant)}"
    if one.reversed_at is None:
        return line
    day = one.reversed_at.astimezone(timezone).date()
    if one.grant.source == "reward":
        return f"{line}，{day} 已随举报撤销"
    return f"{line}，{day} 已由 {one.reversed_by} 撤销：{one.reversed_why}"


def _origin(one: Grant) -> str:
    """Of a reward nothing: the case tells who reported, also to an admin who is suspected in it,
    and hiding it from that one alone would tell him as well."""
    match one.source:
        case "code":
            return f" 第{one.reference}批"
        case "admin":
            return f"（{one.reason}）"
        case _:
            return ""
