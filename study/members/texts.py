"""What people read about memberships, wherever it is said."""

from datetime import date

from study.members.entitlement import GroupKind
from study.members.runs import Grant
from study.members.term import Term

KINDS = {
    GroupKind.FREE: "免费群",
    GroupKind.MEMBER: "会员群",
    GroupKind.MUTED: "静默",
}
"""How the kinds of groups are called."""
_SOURCES = {"code": "兑换码", "reward": "举报奖励", "admin": "管理员"}
_UNITS = (("years", "年"), ("months", "个月"), ("days", "天"))


def length(term: Term) -> str:
    """A term without its sign: 1年, 6个月, 365天."""
    counts = ((abs(getattr(term, name)), unit) for name, unit in _UNITS)
    return "".join(f"{count}{unit}" for count, unit in counts if count)


def is_taken(term: Term) -> bool:
    """Whether a term takes time away."""
    return min(term.years, term.months, term.days) < 0


def until(ends: date | None) -> str:
    """Until when a membership runs."""
    return f"有效至 {ends}（含当天）" if ends else "没有生效"


def told(done: str, ends: date | None, reason: str) -> str:
    """What somebody is told in private when an admin changed his membership."""
    told = f"🎫 管理员{done}。你的会员现在{until(ends)}。理由：{reason}"
    return f"{told}\n有疑问请联系管理员；查看：/学习 会员"


def source(grant: Grant) -> str:
    """Where a grant came from."""
    return _SOURCES[grant.source]


def given(grant: Grant) -> str:
    """A grant in short: 兑换码 +1年, 管理员 −30天."""
    return f"{source(grant)} {'−' if is_taken(grant.term) else '+'}{length(grant.term)}"


def dated(grant: Grant) -> str:
    """A grant by its day: 2026年11月24日加的30天."""
    day = grant.granted_on
    did = "兑换" if grant.source == "code" else "减" if is_taken(grant.term) else "加"
    return f"{day.year}年{day.month}月{day.day}日{did}的{length(grant.term)}"
