"""/群 设为, /群 列表, /管理 加, 减, 列表."""

import re

from nonebot import get_driver

from plugins._chat.call import Call, Refusal, Reply, Role
from plugins._chat.standings import is_superuser
from plugins._chat.table import Command, register
from plugins.admin import texts
from study.members.entitlement import GroupKind
from study.services import administering

_KINDS = {
    **dict.fromkeys(("会员群", "会员"), GroupKind.MEMBER),
    **dict.fromkeys(("免费群", "免费", "普通群"), GroupKind.FREE),
    **dict.fromkeys(("静默", "静音", "禁言"), GroupKind.MUTED),
}
_NUMBER = re.compile(r"[1-9][0-9]{4,11}")


async def set_group(call: Call) -> Reply:
    """Say what a group is: this one, or in private the one that is named."""
    words = call.words
    kind = next((_KINDS[word] for word in words if word in _KINDS), None)
    numbers = [word for word in words if _NUMBER.fullmatch(word)]
    group = numbers[0] if numbers else call.group
    if kind is None or group is None or len(words) != 1 + len(numbers) or len(numbers) > 1:
        raise Refusal(texts.HOW_TO_SET)
    before = await administering.set_group(call.database, group, kind, call.person, call.now)
    return Reply(texts.group_set(group, before, kind))


async def list_groups(call: Call) -> Reply:
    """The groups that were set."""
    return Reply(texts.groups(await administering.groups(call.database)))


async def appoint(call: Call) -> Reply:
    """Make somebody an admin."""
    person = _person(call)
    done = await administering.appoint(
        call.database, call.vault.keyring, person, call.person, texts.YOU_ARE_ADMIN, call.now
    )
    return Reply(texts.appointed(person, done=done))


async def dismiss(call: Call) -> Reply:
    """Have somebody be no admin any more."""
    person = _person(call)
    freed = await administering.dismiss(call.database, person, call.person, call.now)
    return Reply(texts.dismissed(person, freed))


async def list_admins(call: Call) -> Reply:
    """Who is an admin."""
    superusers = sorted(get_driver().config.superusers)
    return Reply(texts.admins(superusers, await administering.admins(call.database)))


def _person(call: Call) -> str:
    """Whom a superuser names. Raises Refusal."""
    if not is_superuser(call.person):
        raise Refusal(texts.SUPERUSERS_ONLY)
    if not _NUMBER.fullmatch(call.rest):
        raise Refusal(texts.HOW_TO_APPOINT)
    if is_superuser(call.rest):
        raise Refusal(texts.OWN_SEAT)
    return call.rest


for root, word, handler, usage, summary in (
    ("群", "设为", set_group, "/群 设为 会员群|免费群|静默 [群号]", "这个群能看什么"),
    ("群", "列表", list_groups, "/群 列表", "设过的群"),
    ("管理", "加", appoint, "/管理 加 QQ", "任命管理员"),
    ("管理", "减", dismiss, "/管理 减 QQ", "免去管理员"),
    ("管理", "列表", list_admins, "/管理 列表", "谁是管理员"),
):
    register(
        Command(root, word, handler, usage, summary, role=Role.ADMIN, takes_rest=word != "列表")
    )
