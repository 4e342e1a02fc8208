"""Why a material was not taken.

    MaterialError
    ├── UnreadableFile      the file cannot be turned into text; `reason` says why
    ├── NotASpeech          text, but no Chinese paragraphs to learn from are left in it
    └── DuplicateMaterial   the library has it already; `number` says which

Errors carry data; what a person reads about them stands in `texts.py`.
"""

from enum import StrEnum


class Unreadable(StrEnum):
    """What is wrong with a file."""

    ABSENT = "absent"
    EMPTY = "empty"
    TOO_LARGE = "too large"
    UNSUPPORTED = "unsupported"
    OLD_WORD = "old word"
    LOCK_FILE = "lock file"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    TOO_DEMANDING = "too demanding"
    NO_TEXT = "no text"
    NOT_CHINESE = "not chinese"
    UNKNOWN_CHARSET = "unknown charset"
    FORBIDDEN = "forbidden"


class MaterialError(Exception):
    """Base of everything that keeps a material out of the library."""


class UnreadableFile(MaterialError):
    """A file that cannot be turned into text."""

    def __init__(self, reason: Unreadable, kind: str = "") -> None:
        super().__init__(reason, kind)
        self.reason = reason
        self.kind = kind
        """The format in words a person knows: txt, md, docx, pdf, or the file's own ending."""


class NotASpeech(MaterialError):
    """Nothing that could be excerpted was left after cleaning."""


class DuplicateMaterial(MaterialError):
    """The same text is in the library already, as material `number`."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number
