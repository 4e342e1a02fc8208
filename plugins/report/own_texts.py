"""What people read of the cases that they have reported."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from study.reports import texts as case_texts
from study.reports.moves import Refused, Why
from study.reports.state import OPEN, Decision, State
from study.services.following_cases import Happened, Progress

HOW_TO_NAME = "请带上编号，如 {command} JB-7K3Q9。不记得编号就发 /举报 进度"
MISTYPED = "这个编号打错了（对不上校验）。编号像 JB-7K3Q9，请对照收到的回执再发"
NO_SUCH_CASE = "没有这个编号的举报。看自己的举报：/举报 进度"
NO_CASES = "你还没有举报过。要举报发 /举报"
TAKES_NOTHING_MORE = "这件举报已经结束，不能再补充。看进展：/举报 进度"
HOW_TO_APPEAL = "请写上申诉的理由，如 /举报 申诉 {number} 卖家换了号，证据是同一家店"
APPEALED = "✅ {number} 的申诉已收到，有另一位管理员时由另一位来复核，结果私聊告诉你"
APPEALED_ALREADY = "这件举报已经申诉过了，正在复核，结果私聊告诉你"
SURE_TO_WITHDRAW = "撤回后 {number} 就结束了，不能恢复，也没有奖励。确定就发 确认撤回"
CONFIRM_WORD = "确认撤回"
WITHDRAWN = "✅ {number} 已撤回"
_MOST = 10
_HAPPENED = {
    "taken": "管理员领取，开始核实",
    "asked": "管理员请你补充",
    "supplement": "收到你的补充",
    "withdrawn": "你撤回了",
    "appealed": "收到你的申诉",
    "overturned": "撤销了原来的成立",
    "reopened": "重新核实",
}
_WHY = {
    Why.APPEALED_BEFORE: "这件举报已经申诉过一次，不能再申诉",
    Why.TOO_LATE: "申诉要在结果出来后7天内，现在过期了",
}


def not_now(state: State, what: str) -> str:
    """A case stands where its reporter cannot do something with it."""
    return f"这件举报现在是“{case_texts.STATES[state]}”，不能{what}"


def appeal_refused(error: Refused) -> str:
    """Why the reporter cannot appeal."""
    if error.state is State.APPEALED:
        return APPEALED_ALREADY
    only = "；不成立或重复的才能申诉"
    return _WHY.get(error.why) or not_now(error.state, "申诉") + only


def cases(found: Sequence[Progress], timezone: ZoneInfo) -> str:
    """A person's cases, the last first, a line each."""
    lines = [
        f"{one.number}　{_standing(one)}　{one.received_at.astimezone(timezone):%m-%d} 举报"
        for one in found[:_MOST]
    ]
    more = [f"……共{len(found)}件"] if len(found) > _MOST else []
    return "\n".join(["你的举报：", *lines, *more, "看一件的详情：/举报 进度 编号"])


def case(one: Progress, timezone: ZoneInfo) -> str:
    """How far one case is."""
    happened = [(step.at, _happened(step)) for step in one.history]
    steps = [(one.received_at, "受理"), *((at, what) for at, what in happened if what)]
    lines = [
        f"{one.number}：{_standing(one)}",
        *(f"{at.astimezone(timezone):%m-%d %H:%M} {what}" for at, what in steps[-_MOST:]),
        f"理由：{one.reason}" if one.reason else "",
        f"管理员问：{one.question}\n回答请发 /举报 补充 {one.number}" if one.question else "",
        _reward(one),
        *_possible(one),
    ]
    return "\n".join(filter(None, lines))


def _happened(step: Happened) -> str:
    """What happened in a case, '' for what only admins see."""
    if step.kind != "decided":
        return _HAPPENED.get(step.kind, "")
    decided = case_texts.DECISIONS[step.decision]
    if step.state is not State.FINAL:
        return f"判定：{decided}"
    is_upheld = step.decision is Decision.CONFIRMED
    return "申诉成立，改判成立" if is_upheld else f"申诉驳回，维持“{decided}”"


def _standing(one: Progress) -> str:
    return case_texts.standing(one.state, one.decision)


def _reward(one: Progress) -> str:
    if one.decision is not Decision.CONFIRMED or not (one.is_rewarded or one.withheld):
        return ""
    return case_texts.reward(one.member_until, one.withheld)


def _possible(one: Progress) -> list[str]:
    """What its reporter can do with a case."""
    if one.appeal_until:
        until = f"{one.appeal_until.month}月{one.appeal_until.day}日{one.appeal_until:%H:%M}"
        return [f"不同意可在{until}前申诉一次：/举报 申诉 {one.number} 理由"]
    if one.question:
        return [f"不想补充也可以撤回：/举报 撤回 {one.number}"]
    if one.state in OPEN - {State.APPEALED}:
        return [f"可以：/举报 补充 {one.number}、/举报 撤回 {one.number}"]
    return []
