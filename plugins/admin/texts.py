"""What admins read about groups and admins."""

from collections.abc import Mapping, Sequence

from study.members.entitlement import GroupKind
from study.members.texts import KINDS

HOW_TO_SET = "写成 /群 设为 会员群（或 免费群、静默）。私聊里要带上群号：/群 设为 会员群 12345678"
HOW_TO_APPOINT = "请写上 QQ 号，如：/管理 加 12345678"
SUPERUSERS_ONLY = "任免管理员只有机器人的主人能做（.env 里 SUPERUSERS 写的人）"
OWN_SEAT = "机器人的主人写在 .env 的 SUPERUSERS 里，不在这里任免"
YOU_ARE_ADMIN = (
    "你现在是这个机器人的管理员。私聊我发 /案 列表 看举报，/管理 列表 看还有谁；看不懂就发 /案"
)
NO_GROUPS = "还没有设过群：所有群都按免费群。在群里发 /群 设为 会员群"
_MEANS = {
    GroupKind.FREE: "只用免费资料",
    GroupKind.MEMBER: "会员能在群里查近三年的会员资料、按它答题；群里只放摘录",
    GroupKind.MUTED: "不回群友的话，也不推送；管理员的命令照常",
}


def group_set(group: str, before: GroupKind, kind: GroupKind) -> str:
    """What a group is now, and what that means."""
    if before is kind:
        return f"群 {group} 本来就是{KINDS[kind]}：{_MEANS[kind]}"
    return f"✅ 群 {group} 从{KINDS[before]}改为{KINDS[kind]}：{_MEANS[kind]}"


def groups(found: Mapping[str, GroupKind]) -> str:
    """The groups by their kinds."""
    if not found:
        return NO_GROUPS
    parts = [
        f"{KINDS[kind]}：{'、'.join(number for number, its in found.items() if its is kind)}"
        for kind in GroupKind
        if kind in found.values()
    ]
    return "\n".join(["设过的群（其余都按免费群）", *parts])


def appointed(person: str, *, done: bool) -> str:
    """Somebody is an admin."""
    return (
        f"✅ {person} 现在是管理员，私聊发 / 开头的命令就能用"
        if done
        else f"{person} 本来就是管理员"
    )


def dismissed(person: str, freed: Sequence[str] | None) -> str:
    """Somebody is no admin, and which cases wait for another one; None when he was no admin."""
    if freed is None:
        return f"{person} 不是管理员，没有变动"
    waiting = f"。他手上的举报现在没人办：{'、'.join(freed)}" if freed else ""
    return f"✅ {person} 不再是管理员{waiting}"


def admins(superusers: Sequence[str], others: Sequence[str]) -> str:
    """Who is an admin."""
    lines = [f"机器人的主人：{'、'.join(superusers)}"]
    return "\n".join([*lines, f"任命的管理员：{'、'.join(others) or '没有'}"])
