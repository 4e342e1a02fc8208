"""The command table: every command of every feature, and how a message finds its command."""

import difflib
import unicodedata
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass

from plugins._chat.call import Call, Reply, Role

Handler = Callable[[Call], Awaitable[Reply]]


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `word` follows the root (/学习 今日), `aliases` mean the same.

    `usage` and `summary` stand in the menu; `accepts` tells words that are the command by
    their form, such as dates; `takes_rest` says whether words may follow. In a group
    `group_role` is needed, everywhere `role`; `place` orders the menu, lower first. One that is
    `urgent` is let through however much its sender has sent, one that is `bare` is called by its
    root alone, in place of the menu.
    """

    root: str
    word: str
    handler: Handler
    usage: str
    summary: str
    aliases: tuple[str, ...] = ()
    role: Role = Role.MEMBER
    group_role: Role = Role.MEMBER
    place: int = 50
    takes_rest: bool = False
    urgent: bool = False
    bare: bool = False
    accepts: Callable[[str], bool] | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A message that calls a command, with the words after it."""

    command: Command
    rest: str

    @property
    def root(self) -> str:
        """The root word of the command."""
        return self.command.root


@dataclass(frozen=True, slots=True)
class Unknown:
    """A message that begins as ours and names no command; `near` are the nearest ones, whole."""

    root: str
    word: str
    near: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Menu:
    """A message that is only the root: show what can be done."""

    root: str


Parsed = Found | Unknown | Menu

_HELP = {"帮助", "菜单", "命令", "help"}
_PUNCTUATION = "。！!？?，,、~～…"
_INVISIBLE = {ord(character): None for character in "\u200b\u200c\u200d\u2060\ufeff"}

_commands: list[Command] = []
_private: dict[str, str] = {}
"""Roots that are for private chat, with what a group reads in place of any answer."""


def register(command: Command) -> None:
    """Put a command into the table. Raises ValueError when its name is taken."""
    for other in _commands:
        if other.root == command.root and _names(other) & _names(command):
            raise ValueError(f"two commands named {command.root} {command.word}")
    _commands.append(command)


def keep_private(root: str, sentence: str) -> None:
    """Answer everything that begins with a root in a group with one sentence, and nothing else."""
    _private[root] = sentence


def said_in_group(root: str) -> str | None:
    """What a group reads in place of any answer to a root, None where it is answered there."""
    return _private.get(root)


def may_use(command: Command, role: Role, *, in_group: bool) -> bool:
    """Whether somebody with `role` may use a command there."""
    return role >= command.role and (not in_group or role >= command.group_role)


def menu_of(root: str, role: Role, *, in_group: bool) -> list[Command]:
    """The commands of a root word that somebody may use, in the order of the menu."""
    return sorted(
        (one for one in _commands if one.root == root and may_use(one, role, in_group=in_group)),
        key=lambda command: command.place,
    )


def other_roots(root: str, role: Role, *, in_group: bool) -> list[str]:
    """The other roots under which somebody may use something: those for everybody, then those for
    admins, in the order of the table."""
    usable = (one for one in _commands if may_use(one, role, in_group=in_group))
    ordered = sorted(usable, key=lambda command: command.role)
    return [one for one in dict.fromkeys(one.root for one in ordered) if one != root]


def strip_start(text: str, starts: Collection[str]) -> str | None:
    """The message without its start sign (half or full width), None when it has none."""
    plain = text.lstrip()
    for start in sorted(starts, key=len, reverse=True):
        if start and _half_width(plain[: len(start)]) == _half_width(start):
            return plain[len(start) :]
    return None


def _half_width(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def is_ours(text: str, starts: Collection[str]) -> bool:
    """Whether a message begins as one of our commands. Cheap: asked for every message."""
    body = strip_start(text, starts)
    return body is not None and any(body.lstrip().startswith(root) for root in _roots())


def parse(text: str, starts: Collection[str]) -> Parsed | None:
    """The command that a message calls, None when it is none of ours.

    /学习 今日, /学习今日 and ／学习　今日 are one command.
    """
    # Half a character and nothing can neither be stored nor sent.
    text = text.encode("utf-8", "ignore").decode().replace("\0", "")
    body = strip_start(text, starts)
    if body is None:
        return None
    body = body.lstrip()
    for root in sorted(_roots(), key=len, reverse=True):
        if body.startswith(root):
            return _parse_rest(root, body[len(root) :].strip())
    return None


def _parse_rest(root: str, rest: str) -> Parsed:
    rest = rest.translate(_INVISIBLE)
    word = rest.split(maxsplit=1)[0] if rest.strip() else ""
    after = rest[len(word) :].strip()
    word = word.rstrip(_PUNCTUATION)
    commands = [command for command in _commands if command.root == root]
    bare = next((command for command in commands if command.bare), None)
    if not word and bare:
        return Found(bare, "")
    if not word or word.casefold() in _HELP:
        return Menu(root)
    for command in commands:
        if word in _names(command) or (command.accepts and command.accepts(word)):
            kept = f"{word} {after}".strip() if command.accepts else after
            return Found(command, kept)
    for command in commands:
        for name in sorted(_names(command), key=len, reverse=True):
            if command.takes_rest and rest.startswith(name):
                return Found(command, rest[len(name) :].strip())
    return unknown(root, word)


def unknown(root: str, word: str) -> Unknown:
    """A word behind a root that names no command, with the nearest that do."""
    return Unknown(root, word, _near(root, word, [one for one in _commands if one.root == root]))


def _near(root: str, word: str, commands: list[Command]) -> tuple[str, ...]:
    """Up to three commands that `word` behind `root` may have meant; first a root of that name."""
    named = [f"/{other}" for other in _roots() - {root} if word == other]
    names = {name: command.word for command in commands for name in _names(command)}
    close = difflib.get_close_matches(word, names, n=6, cutoff=0.4)
    begun = [name for name in names if word.startswith(name) or name.startswith(word)]
    near = [f"/{root} {names[name]}" for name in [*begun, *close]]
    return tuple(dict.fromkeys([*named, *near]))[:3]


def _names(command: Command) -> set[str]:
    return {command.word, *command.aliases} - {""}


def _roots() -> set[str]:
    return {command.root for command in _commands}
