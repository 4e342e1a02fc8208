"""What people read while they write a report."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from plugins._chat.table import Unknown
from plugins._chat.texts import short
from study.evidence.piece import MOST_PIECES, Form
from study.reports.draft import (
    LONGEST_CIRCUMSTANCES,
    LONGEST_SUSPECT,
    STEPS,
    Draft,
    Problem,
    Step,
    missing,
)
from study.reports.limits import MOST_A_DAY, MOST_OPEN, Limit
from study.services.drafting import Writing

PRIVATE_ONLY = "举报只在私聊里收：请私聊我发 /举报"
OWN_NUMBER = "这里面有你自己的QQ号，不能举报自己。"
NOTHING_BEGUN = "现在没有在填的举报。要举报发 /举报，看进展发 /举报 进度"
HOW_TO_BEGIN = "要举报倒卖会员资料的人，发 /举报（前面的斜杠要带上）；看举报的进展发 /举报 进度"
CANCELLED = "好，取消了，刚才填的和发来的都已删除。要举报随时发 /举报"
NOT_TAKEN = "这种消息收不了，请发文字、图片、文件或合并转发。"
PUT_ASIDE = "（举报先放着，接着填发 /举报；7天内都在）"
IS_ASIDE = "你的举报先放着，刚才这条没有收。先发 /举报 接着填，再重发一次"
SURE_TO_CANCEL = "刚才填的和发来的都会删掉，确定取消吗？是就再发一次 取消，不是就发 不"
SURE_TO_RESTART = "刚才填的和发来的都会删掉，确定重来吗？是就再发一次 重来，不是就发 不"
TOO_YOUNG = "你的QQ号和入群都还不满{days}天，暂时不能举报。请先把证据存好，过几天再来"
AGE_UNKNOWN = "账号年龄未知"
NOT_STORED = "有一件没有存下来，请过一会儿重发"
WELCOME = (
    "📮 举报倒卖会员资料，分4步。内容只有管理员能看，卖家不会知道是谁举报的；查实后送你一年会员"
)
GOES_ON = "接着填没交的举报。"
NOT_WRITTEN = "你有一份举报还没交，刚才这句没有写进去。"
LIMITS = {
    Limit.OPEN: f"你有{MOST_OPEN}件举报还没处理完，先等一等。看进展：/举报 进度",
    Limit.DAY: f"一天最多举报{MOST_A_DAY}次，请明天再来",
}
KEPT_MEANWHILE = "填好的都留着。"

IDLE = timedelta(days=1)
"""After which a writer is told which draft he goes on with."""
_UNITS = {
    Form.PICTURE: "张图片",
    Form.FILE: "个文件",
    Form.FORWARD: "份合并转发",
    Form.TEXT: "段文字",
}
_NAMES = {
    Step.SUSPECT: "谁在卖",
    Step.EVIDENCE: "证据",
    Step.CIRCUMSTANCES: "时间和地点",
    Step.SUMMARY: "核对",
}
_PROBLEMS = {
    Problem.NOTHING: "",
    Problem.NO_SUSPECT: "还没写谁在卖。",
    Problem.NO_EVIDENCE: "还没有证据。没有证据的举报很难核实，至少要发一件。",
    Problem.NO_CIRCUMSTANCES: "还没写时间和地点。",
    Problem.FIRST_STEP: "前面没有步骤了。",
    Problem.NOT_UNDERSTOOD: "没看懂这句。",
    Problem.NOT_SEEN: "都齐了，请看一遍再提交。",
}
_AT_SUMMARY = {
    Problem.NOT_UNDERSTOOD: "刚才这句没有写进去。要改发 上一步，没问题发 提交",
    Problem.NOT_SUBMITTED: "还没有交。没问题发 提交，要改发 上一步",
}
"""In place of the whole summary, which was shown before."""


def step(writing: Writing, problem: Problem = Problem.NOTHING) -> str:
    """Where a draft stands: what is wrong, what is wanted now, and what can be said."""
    draft = writing.draft
    if problem in _AT_SUMMARY and draft.step is Step.SUMMARY:
        return _AT_SUMMARY[problem]
    wrong = _too_long(draft) if problem is Problem.TOO_LONG else _PROBLEMS[problem]
    if draft.case_number:
        return "\n".join(filter(None, [wrong, *_supplement(writing)]))
    return "\n".join(
        filter(
            None,
            [
                wrong,
                f"【第{STEPS.index(draft.step) + 1}/4步 · {_NAMES[draft.step]}】",
                *_wanted(writing),
                f"也可以发：{'' if draft.step is Step.SUSPECT else '上一步、'}重来、取消",
            ],
        )
    )


def goes_on(writing: Writing, now: datetime, timezone: ZoneInfo) -> str:
    """That a draft was left some time ago, '' when it was not."""
    if now - writing.touched_at <= IDLE:
        return ""
    day = writing.touched_at.astimezone(timezone)
    what = f"给 {writing.draft.case_number} 的补充" if writing.draft.case_number else "举报"
    return f"接着{day.month}月{day.day}日没填完的{what}。"


def came(stored: Sequence[Form], in_all: int, again: int, failures: Sequence[str]) -> str:
    """What became of what somebody has sent; `in_all` is 0 where all of it is in the case to which
    he adds."""
    parts = [
        f"收到 {counted(stored)}" if stored else "",
        f"{'另' if stored else ''}有 {again} 件先前交过了，不重复收" if again else "",
        f"共 {in_all} 件" if in_all and (stored or again) else "",
    ]
    return "\n".join(filter(None, ["，".join(filter(None, parts)), *dict.fromkeys(failures)]))


def after_evidence(writing: Writing) -> str:
    """What can be done after evidence came."""
    draft = writing.draft
    if draft.case_number:
        return f"还有就接着发，没有了发 提交（补充 {draft.case_number}）"
    if draft.step is Step.EVIDENCE and writing.forms:
        return "【第2/4步】还有就接着发，没有了发 好了；也可以发：上一步、重来、取消"
    return step(writing)


def counted(forms: Sequence[Form]) -> str:
    """2张图片、1个文件"""
    return "、".join(f"{number}{_UNITS[form]}" for form, number in Counter(forms).items())


def receipt_again(number: str, *, is_supplement: bool) -> str:
    """What who submits without having anything to submit is told of his last report."""
    told = receipt(number, is_supplement=is_supplement)
    return f"{told}\n（这是上一次的回执，现在没有在填的举报）"


def receipt(number: str, *, is_supplement: bool) -> str:
    """What who has submitted is told, and told again when he submits once more."""
    first = f"✅ 补充已收进 {number}" if is_supplement else f"✅ 已受理 {number}"
    told = "" if is_supplement else "管理员会核实，有结果私聊告诉你。"
    return f"{first}\n{told}看进展：/举报 进度 {number}"


def unknown(parsed: Unknown) -> str:
    """Words behind /举报 that name neither a command nor who sells."""
    near = f"，是不是：{'、'.join(parsed.near)}？" if parsed.near else "。"
    return f"没有“{short(parsed.word)}”这个命令{near}要举报只发 /举报，看全部发 /举报 帮助"


def came_late(number: str) -> str:
    """Evidence that came after the report was submitted."""
    return f"{number} 已经交了，刚才这条没有收进去。要补充发 /举报 补充 {number}"


def other_draft(case_number: str) -> str:
    """Something else is half written."""
    if case_number:
        return f"你给 {case_number} 的补充还没交。发 /举报 接着填，交了或取消了再做这个"
    return "你有一份举报还没交。发 /举报 接着填，交了或取消了再做这个"


def _wanted(writing: Writing) -> list[str]:
    draft = writing.draft
    match draft.step:
        case Step.SUSPECT if draft.suspect:
            return [f"现在写的是：{draft.suspect}", "要改就重新发一遍，不改发 下一步"]
        case Step.SUSPECT:
            return ["发卖家的QQ号、群号或店铺链接，知道几个写几个；都不知道发 不清楚"]
        case Step.EVIDENCE:
            return [
                "发聊天截图、文件、合并转发，或粘贴文字；发完回 好了",
                f"已收 {counted(writing.forms)}" if writing.forms else f"最多{MOST_PIECES}件",
            ]
        case Step.CIRCUMSTANCES if draft.circumstances:
            return [f"现在写的是：{draft.circumstances}", "要改就重新发一遍，不改发 下一步"]
        case Step.CIRCUMSTANCES:
            return ["什么时候、在哪里看到的？如：11月20日晚，闲鱼；记不清就写大概"]
        case Step.SUMMARY:
            return _summary(writing)


def _summary(writing: Writing) -> list[str]:
    draft, pieces = writing.draft, len(writing.forms)
    lacking = missing(draft, pieces)
    return [
        f"谁在卖：{draft.suspect or '（没写）'}",
        f"证据：{counted(writing.forms)}，共 {pieces} 件" if pieces else "证据：（没有）",
        f"时间和地点：{draft.circumstances or '（没写）'}",
        "没问题就发 提交" if lacking is Problem.NOTHING else _PROBLEMS[lacking],
    ]


def _supplement(writing: Writing) -> list[str]:
    draft = writing.draft
    return [
        f"【补充 {draft.case_number}】",
        f"已收 {counted(writing.forms)}" if writing.forms else "",
        f"说明：{draft.circumstances}" if draft.circumstances else "",
        "发截图、文件、合并转发，或直接写说明；都发完了发 提交",
        "也可以发：重来、取消",
    ]


def _too_long(draft: Draft) -> str:
    is_suspect = draft.step is Step.SUSPECT and not draft.case_number
    most = LONGEST_SUSPECT if is_suspect else LONGEST_CIRCUMSTANCES
    return f"太长了，请缩到{most}字以内再发。"
