"""The one way through: message → command → handler → reply."""

import time
from dataclasses import replace
from datetime import UTC, datetime

from nonebot import get_driver, on_message
from nonebot.adapters.onebot.v11 import Bot, GroupMessageEvent, MessageEvent

from plugins._chat import contact, files, hints, library, sending, table, talks, texts
from plugins._chat.call import Call, Refusal, Reply, Role
from plugins._chat.failures import reply_to
from plugins._chat.limits import Once, PersonLimit
from plugins._chat.shortcuts import offered
from plugins._chat.standings import standing_of
from plugins._chat.table import Command, Found, Menu, Parsed, Unknown

_driver = get_driver()
_limit = PersonLimit()
_told_too_fast = Once()
_hinted = Once(seconds=600)
_told_of_files = Once()
_told_of_flood = Once()

_driver.on_startup(library.open_library)
_driver.on_shutdown(library.close_library)
_matcher = on_message(priority=1, block=False)


@_matcher.handle()
async def dispatch(bot: Bot, event: MessageEvent) -> None:
    """Answer one message that got through the gate, in its turn where somebody reports."""
    person, starts = event.get_user_id(), _driver.config.command_start
    if _group(event) or not talks.needs_turn(person, event.get_plaintext(), starts):
        await _dispatch(bot, event)
        return
    if talks.is_again(bot.self_id, person, event.message_id):
        return
    try:
        async with talks.turn(person):
            await _dispatch(bot, event)
    except talks.Flood:
        if _told_of_flood.may_tell(person, time.monotonic()):
            await sending.send(bot, None, person, Reply(texts.FLOOD))


async def _dispatch(bot: Bot, event: MessageEvent) -> None:
    call = await _call(bot.self_id, event)
    if call is None:
        return
    await _answer(bot, event, call)
    if call.group is None:
        await contact.met(bot, call)


async def _answer(bot: Bot, event: MessageEvent, call: Call) -> None:
    """Say what there is to say to a message."""
    now, text = time.monotonic(), event.get_plaintext()
    command = offered.command(call.chat, call.person, text, now)
    starts = _driver.config.command_start
    parsed = table.parse(command, "/") if command else table.parse(text, starts)
    if reply := Reply(command) if command and parsed is None else _hint(call, event, parsed):
        offered.offer(call.chat, call.person, reply.shortcuts, now, keep=command is None)
        await sending.send(bot, call.group, call.person, reply)
        return
    spoken = talks.Spoken(event.message, text)
    if call.group is None and parsed is None and await _is_talk(bot, call, spoken):
        return
    if call.group is None and (sent := files.sent(event.message)):
        await _received(bot, call, sent)
        return
    aside = await talks.put_aside(call, parsed.root) if parsed and not call.group else ""
    reply = await _reply(call, parsed, is_spoken_to=event.is_tome() or call.group is None)
    if reply is not None:
        reply = replace(reply, text=f"{reply.text}\n\n{aside}") if aside else reply
        if parsed is not None:  # A hint takes nothing back that was offered.
            offered.offer(call.chat, call.person, reply.shortcuts, now, keep=command is not None)
        await sending.send(bot, call.group, call.person, reply)
    if call.group is None and parsed and talks.is_open(call.person) and _shows(event):
        await _is_talk(bot, call, talks.Spoken(event.message, ""))  # A picture beside /举报.


def _hint(call: Call, event: MessageEvent, parsed: Parsed | None) -> Reply | None:
    """What to do for what somebody seems to mean who speaks in private without a command."""
    if call.group is not None or parsed or talks.is_open(call.person) or _shows(event):
        return None
    hint = hints.find(event.get_plaintext())
    is_admitted = hint is not None and _limit.admits(call.person, time.monotonic())
    return hint if is_admitted else None


def _shows(event: MessageEvent) -> bool:
    return any(one.type not in ("text", "face", "reply", "at") for one in event.message)


async def _is_talk(bot: Bot, call: Call, spoken: talks.Spoken) -> bool:
    """Give a message to the conversation in this private chat; whether it was for it."""
    try:
        reply = await talks.hear(bot, call, spoken)
    except Exception as error:  # noqa: BLE001 - whatever it is, the person gets an answer
        reply = reply_to(error, call.role)
    if reply is not None and reply is not talks.SILENCE:
        await sending.send(bot, None, call.person, reply)
    return reply is not None


async def _received(bot: Bot, call: Call, sent: files.Sent) -> None:
    """Answer a file that somebody sent in private."""
    if call.role < Role.ADMIN and not _told_of_files.may_tell(call.person, time.monotonic()):
        return
    try:
        receiver = files.receiver_of(sent.name, call.role)
        file = files.File(sent.name, await files.content_of(bot, call.person, sent))
        reply = await receiver.handler(call, file)
    except Exception as error:  # noqa: BLE001 - whatever it is, the person gets an answer
        reply = reply_to(error, call.role)
    offered.offer(call.chat, call.person, reply.shortcuts, time.monotonic(), keep=False)
    await sending.send(bot, None, call.person, reply)


async def _reply(call: Call, parsed: Parsed | None, *, is_spoken_to: bool) -> Reply | None:
    """What to say, None to stay silent."""
    now, in_group = time.monotonic(), call.group is not None
    if parsed is None:
        may_hint = is_spoken_to and _hinted.may_tell(call.chat, now)
        return Reply(texts.PRIVATE_HINT) if may_hint else None
    is_urgent = isinstance(parsed, Found) and parsed.command.urgent
    if call.role < Role.ADMIN and not is_urgent and not _limit.admits(call.person, now):
        return Reply(texts.TOO_FAST) if _told_too_fast.may_tell(call.person, now) else None
    if in_group and (sentence := table.said_in_group(parsed.root)):
        return Reply(sentence)
    match parsed:
        case Menu():
            return Reply(_menu(parsed.root, call.role, in_group=in_group))
        case Unknown():
            return Reply(texts.unknown(parsed))
        case Found():
            return await _run(parsed, replace(call, rest=parsed.rest))


def _menu(root: str, role: Role, *, in_group: bool) -> str:
    commands = table.menu_of(root, role, in_group=in_group)
    return texts.menu(root, commands, table.other_roots(root, role, in_group=in_group))


async def _run(found: Found, call: Call) -> Reply:
    """The handler's reply, or a sentence about its error. The only place that catches all."""
    try:
        _require(found.command, call)
        return await found.command.handler(call)
    except Exception as error:  # noqa: BLE001 - whatever it is, the person gets an answer
        return reply_to(error, call.role)


def present() -> datetime:
    """The present; the only clock of the commands."""
    return datetime.now(UTC)


async def _call(account: str, event: MessageEvent) -> Call | None:
    """What somebody says, as yet without a command; None in a muted group, but for admins."""
    person, group, now = event.get_user_id(), _group(event), present()
    standing = await standing_of(group, person, now)
    if standing.is_muted and not standing.is_admin:
        return None
    return Call(
        person=person,
        group=group,
        account=account,
        role=Role.ADMIN if standing.is_admin else _role_in_chat(event),
        rest="",
        now=now,
        timezone=library.settings.timezone,
        database=library.database(),
        vault=library.vault(),
        window=standing.window,
    )


def _require(command: Command, call: Call) -> None:
    if call.role < command.role:
        raise Refusal(texts.ADMINS_ONLY)
    if not table.may_use(command, call.role, in_group=call.group is not None):
        raise Refusal(texts.GROUP_ADMINS_ONLY)


def _group(event: MessageEvent) -> str | None:
    return str(event.group_id) if isinstance(event, GroupMessageEvent) else None


def _role_in_chat(event: MessageEvent) -> Role:
    in_charge = event.sender.role in ("owner", "admin") and isinstance(event, GroupMessageEvent)
    return Role.GROUP_ADMIN if in_charge else Role.MEMBER
