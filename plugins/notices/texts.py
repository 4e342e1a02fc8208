"""What people read in private without having asked."""

from study.members.ending import Ending
from study.reports.texts import STATES
from study.services.reminding import Digest, Verdict, Waiting

_HASH = 12
"""Characters of the audit log's hash: enough to compare with what one was told before."""


def membership_ends(ending: Ending) -> str:
    """A membership ends soon. Said with the date, for it may be read late."""
    day = f"{ending.last.year}年{ending.last.month}月{ending.last.day}日"
    return (
        f"⏳ 你的会员到 {day}为止（含当天）。\n"
        "续期：/学习 兑换 加兑换码。举报倒卖资料的人，查实也送一年：/举报"
    )


def open_cases(digest: Digest) -> str:
    """The open cases of the day, and how the audit log was found."""
    rest = digest.count - len(digest.cases)
    return "\n".join(
        [
            f"📋 未结的举报 {digest.count} 件",
            *(_case(one) for one in digest.cases),
            *([f"……另有 {rest} 件：/案 列表"] if rest else []),
            _log(digest.log),
        ]
    )


def _case(one: Waiting) -> str:
    handler = f"{one.handler} 处理" if one.handler else "没人领取"
    late = " ⏰" if one.is_overdue else ""
    return f"{one.number}　{STATES[one.state]}　{_waited(one.hours)}　{handler}{late}"


def _waited(hours: int) -> str:
    if not hours:
        return "等了不到1小时"
    return f"等了 {hours} 小时" if hours < 48 else f"等了 {hours // 24} 天"


def _log(log: Verdict) -> str:
    if log.broken is not None:
        return (
            f"⚠️ 操作记录从第 {log.broken} 条起对不上，可能被改过。"
            "请在服务器上运行 python3 -m study audit --verify"
        )
    return f"操作记录 {log.count} 条，校验一致，末尾 {log.hash[:_HASH]}"


def overdue(numbers: list[str]) -> str:
    """Cases that nobody has moved for 72 hours."""
    named = "、".join(numbers)
    return f"⏰ 超过 72 小时没有进展，等你处理：{named}\n先看：/案 看 {numbers[0]}"
