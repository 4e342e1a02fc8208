"""What a handler gets and gives: a call in, a reply out. No chat framework in either."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from zoneinfo import ZoneInfo

from study.members.entitlement import Window
from study.services.reader import Reader
from study.storage.database import Database
from study.storage.vault import Vault


class Role(IntEnum):
    """What a person may do in a chat; a higher role may do all that a lower one may."""

    MEMBER = 0
    GROUP_ADMIN = 1
    """Owner or admin of the group that the call came from."""
    ADMIN = 2
    """An admin of the bot."""


@dataclass(frozen=True, slots=True)
class Call:
    """A command that somebody sent.

    `rest` is what follows the command's word, `words` the same cut at blanks; `window` is what of
    the members' part is open to this person in this chat.
    """

    person: str
    group: str | None
    account: str
    role: Role
    rest: str
    now: datetime
    timezone: ZoneInfo
    database: Database
    vault: Vault
    window: Window

    @property
    def words(self) -> list[str]:
        """`rest` cut at blanks, full-width ones too."""
        return self.rest.split()

    @property
    def chat(self) -> str:
        """The key of the chat: one for a group, one for each person in private."""
        return chat_key(self.group, self.person)

    @property
    def reader(self) -> Reader:
        """The chat as the library sees it."""
        return Reader(self.chat, self.window)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to hand over; `otherwise` says what to do when it does not arrive."""

    name: str
    content: bytes
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What the chat reads. A long text is sent in pieces; pictures come after it, then files.

    Files go to the person in private, also where a group was spoken to.

    `shortcuts` are bare words that the same person may answer with for a while, each with the
    command that it stands for: {"下一页": "/学习 查 四个自信 2"}; or with the sentence that is all
    the answer, see `shortcuts.confirmation`.
    """

    text: str
    pictures: tuple[bytes, ...] = ()
    files: tuple[Attachment, ...] = ()
    shortcuts: Mapping[str, str] = field(default_factory=dict[str, str])


class Refusal(Exception):
    """A call that cannot be carried out; the sentence says what is wrong and what to do."""

    def __init__(self, sentence: str, shortcuts: Mapping[str, str] | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.shortcuts = shortcuts or {}


def chat_key(group: str | None, person: str) -> str:
    """The key under which a chat is stored: group:20000 or person:30001."""
    return f"group:{group}" if group else f"person:{person}"
