"""What people are told of cases: reporters in private, admins, and the audit log."""

import re
from datetime import date, datetime

from study.reports.reward import Withheld
from study.reports.state import Decision, State

STATES = {
    State.RECEIVED: "受理",
    State.VERIFYING: "核实中",
    State.NEEDS_MORE: "需补充",
    State.CONFIRMED: "成立",
    State.REJECTED: "不成立",
    State.DUPLICATE: "重复",
    State.WITHDRAWN: "已撤回",
    State.APPEALED: "申诉中",
    State.FINAL: "终结",
}
DECISIONS = {
    Decision.NONE: "",
    Decision.CONFIRMED: "成立",
    Decision.REJECTED: "不成立",
    Decision.DUPLICATE: "重复",
}
WITHHELD = {
    Withheld.SELF: "被举报的号码里有举报人自己",
    Withheld.RESELLER: "举报人自己在一件成立的举报里被举报",
    Withheld.CAPPED: "一年内的奖励次数已满",
}
"""Why there is no reward, as admins read it."""
_OTHER_CASE = re.compile(r"(?<![0-9A-Za-z])JB[\s\-－—]*[0-9A-Z]{5}(?![0-9A-Za-z])", re.IGNORECASE)


def standing(state: State, decision: Decision) -> str:
    """Where a case stands, in words: 终结（成立）."""
    return f"终结（{DECISIONS[decision]}）" if state is State.FINAL else STATES[state]


def shown(text: str, number: str) -> str:
    """An admin's words as the reporter of case `number` reads them: without the numbers of other
    cases, which are other people's."""
    return _OTHER_CASE.sub(
        lambda match: match[0] if match[0].upper() == number else "另一案", text
    ).strip()


def asked(number: str, question: str) -> str:
    """An admin needs to know more."""
    return (
        f"你的举报 {number} 需要补充：{shown(question, number)}\n"
        f"请私聊发 /举报 补充 {number}，照提示把文字、图片发来"
    )


def confirmed(number: str, reason: str, until: date | None, withheld: Withheld | None) -> str:
    """A case is confirmed, and what it brings."""
    return f"你的举报 {number} 成立：{shown(reason, number)}\n{reward(until, withheld)}"


def reward(until: date | None, withheld: Withheld | None) -> str:
    """What a confirmed case brings its reporter; `until` is the membership's last day."""
    match withheld:
        case None:
            end = f"，会员到{until.year}年{until.month}月{until.day}日（含当天）" if until else ""
            return f"奖励会员一年已经加上{end}。谢谢你"
        case Withheld.SELF:
            return "被举报的号码里有你自己的，这一件不给奖励"
        case Withheld.CAPPED:
            return "一年内的奖励次数你已经拿满，这一件不再加会员。仍然谢谢你"
        case Withheld.RESELLER:
            return "你的账号不符合奖励条件，这一件不加会员。有疑问请问管理员"


def rejected(number: str, reason: str, until: datetime | None) -> str:
    """A case is not confirmed; `until` is the local time until which one may appeal."""
    return f"你的举报 {number} 不成立：{shown(reason, number)}{_appeal(number, until)}"


def repeated(number: str, reason: str, until: datetime | None) -> str:
    """A case repeats another one."""
    said = f"：{shown(reason, number)}" if reason else ""
    return (
        f"你的举报 {number} 按重复处理{said}\n这件转卖先有人举报了，奖励只给先报全的那一件。谢谢你"
        f"{_appeal(number, until)}"
    )


def overturned(number: str, reason: str, until: datetime | None, *, was_rewarded: bool) -> str:
    """A confirmed case is confirmed no longer."""
    back = "\n因这件举报加的会员一年已收回" if was_rewarded else ""
    said = shown(reason, number)
    return f"你的举报 {number} 原来成立，现在撤销：{said}{back}{_appeal(number, until)}"


def appeal_failed(number: str, decision: Decision, reason: str) -> str:
    """An appeal changed nothing."""
    kept = DECISIONS[decision]
    said = shown(reason, number)
    return f"你对 {number} 的申诉已复核，维持“{kept}”：{said}\n这件举报到此结束"


def appeal_upheld(number: str, reason: str, until: date | None, withheld: Withheld | None) -> str:
    """An appeal was right."""
    said = shown(reason, number)
    return f"你对 {number} 的申诉成立，举报改判成立：{said}\n{reward(until, withheld)}"


def received_for_admins(number: str) -> str:
    """A new case, for all admins."""
    return f"有新的举报 {number}。/案 看 {number} 看内容，/案 领取 {number} 由你来办"


def appealed_for_admins(number: str) -> str:
    """An appeal, for the admins who may decide it."""
    return f"举报 {number} 有申诉，请复核。/案 看 {number} 看内容，/案 领取 {number} 由你来办"


def appealed_for_decider(number: str) -> str:
    """An appeal, for the admin against whose decision it is."""
    return f"你判的举报 {number} 有申诉，由别的管理员复核，你不用办。看内容：/案 看 {number}"


def supplemented_for_admin(number: str) -> str:
    """What was asked for has come, for the admin who works on the case."""
    return f"举报 {number} 的举报人补充了材料。/案 看 {number}"


def withdrawn_for_admin(number: str) -> str:
    """The reporter takes a case back, for the admin who works on it."""
    return f"你在办的举报 {number} 已由举报人撤回，不用再办"


def taken_over(number: str, by: str) -> str:
    """Another admin works on a case now, for the one who did."""
    return f"你在办的举报 {number} 由 {by} 接手了，不用再办"


def reopened(number: str) -> str:
    """A repetition is looked at anew."""
    return f"你的举报 {number} 先前按重复处理，现在重新核实：先报的那一件没有成立。有结果私聊告诉你"


def reopened_for_admins(number: str) -> str:
    """A repetition is looked at anew, for all admins."""
    return f"举报 {number} 的主案没有成立，这一件重新核实。/案 看 {number}，/案 领取 {number}"


def _appeal(number: str, until: datetime | None) -> str:
    if until is None:
        return ""
    last = f"{until.month}月{until.day}日{until:%H:%M}"
    return f"\n不同意，可以在{last}前申诉一次：/举报 申诉 {number} 理由"
