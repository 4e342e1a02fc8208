"""The one way through: message → command → handler → reply."""

import time
from datetime import UTC, datetime

from nonebot import get_driver, on_message
from nonebot.adapters.onebot.v11 import Bot, GroupMessageEvent, MessageEvent

from plugins._chat import files, library, sending, table, texts
from plugins._chat.call import Call, Refusal, Reply, Role, chat_key
from plugins._chat.failures import reply_to
from plugins._chat.limits import Once, PersonLimit
from plugins._chat.shortcuts import offered
from plugins._chat.table import Command, Found, Menu, Parsed, Unknown

_driver = get_driver()
_limit = PersonLimit()
_told_too_fast = Once()
_hinted = Once(seconds=600)
_told_of_files = Once()

_driver.on_startup(library.open_library)
_driver.on_shutdown(library.close_library)
_matcher = on_message(priority=1, block=False)


@_matcher.handle()
async def dispatch(bot: Bot, event: MessageEvent) -> None:
    """Answer one message that got through the gate."""
    person, group = event.get_user_id(), _group(event)
    chat, now = chat_key(group, person), time.monotonic()
    if group is None and (sent := files.sent(event.message)):
        await _received(bot, event, sent)
        return
    text = event.get_plaintext()
    command = offered.command(chat, person, text, now)
    starts = _driver.config.command_start
    parsed = table.parse(command, "/") if command else table.parse(text, starts)
    reply = await _reply(bot.self_id, event, parsed, _role(event))
    if reply is not None:
        if parsed is not None:  # A hint takes nothing back that was offered.
            offered.offer(chat, person, reply.shortcuts, now, keep=command is not None)
        await sending.send(bot, group, person, reply)


async def _received(bot: Bot, event: MessageEvent, sent: files.Sent) -> None:
    """Answer a file that somebody sent in private."""
    person, role, now = event.get_user_id(), _role(event), time.monotonic()
    if role < Role.ADMIN and not _told_of_files.may_tell(person, now):
        return
    call = _call(bot.self_id, event, "", role)
    try:
        receiver = files.receiver_of(sent.name, role)
        file = files.File(sent.name, await files.content_of(bot, person, sent))
        reply = await receiver.handler(call, file)
    except Exception as error:  # noqa: BLE001 - whatever it is, the person gets an answer
        reply = reply_to(error)
    offered.offer(call.chat, person, reply.shortcuts, time.monotonic(), keep=False)
    await sending.send(bot, None, person, reply)


async def _reply(
    account: str, event: MessageEvent, parsed: Parsed | None, role: Role
) -> Reply | None:
    """What to say, None to stay silent."""
    person, now = event.get_user_id(), time.monotonic()
    if parsed is None:
        spoken_to = (event.is_tome() or _group(event) is None) and _hinted.may_tell(
            chat_key(_group(event), person), now
        )
        return Reply(texts.PRIVATE_HINT) if spoken_to else None
    is_urgent = isinstance(parsed, Found) and parsed.command.urgent
    if role < Role.ADMIN and not is_urgent and not _limit.admits(person, now):
        return Reply(texts.TOO_FAST) if _told_too_fast.may_tell(person, now) else None
    match parsed:
        case Menu():
            return Reply(_menu(parsed.root, role, in_group=_group(event) is not None))
        case Unknown():
            return Reply(texts.unknown(parsed))
        case Found():
            return await _run(parsed, _call(account, event, parsed.rest, role))


def _menu(root: str, role: Role, *, in_group: bool) -> str:
    commands = table.menu_of(root, role, in_group=in_group)
    return texts.menu(root, commands, table.other_roots(root, role, in_group=in_group))


async def _run(found: Found, call: Call) -> Reply:
    """The handler's reply, or a sentence about its error. The only place that catches all."""
    try:
        _require(found.command, call)
        return await found.command.handler(call)
    except Exception as error:  # noqa: BLE001 - whatever it is, the person gets an answer
        return reply_to(error)


def present() -> datetime:
    """The present; the only clock of the commands."""
    return datetime.now(UTC)


def _call(account: str, event: MessageEvent, rest: str, role: Role) -> Call:
    return Call(
        person=event.get_user_id(),
        group=_group(event),
        account=account,
        role=role,
        rest=rest,
        now=present(),
        timezone=library.settings.timezone,
        database=library.database(),
    )


def _require(command: Command, call: Call) -> None:
    if call.role < command.role:
        raise Refusal(texts.ADMINS_ONLY)
    if not table.may_use(command, call.role, in_group=call.group is not None):
        raise Refusal(texts.GROUP_ADMINS_ONLY)


def _group(event: MessageEvent) -> str | None:
    return str(event.group_id) if isinstance(event, GroupMessageEvent) else None


def _role(event: MessageEvent) -> Role:
    if event.get_user_id() in _driver.config.superusers:
        return Role.ADMIN
    in_charge = event.sender.role in ("owner", "admin") and isinstance(event, GroupMessageEvent)
    return Role.GROUP_ADMIN if in_charge else Role.MEMBER
