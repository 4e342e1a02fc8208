"""What somebody means who speaks to us in private without a command: 举报, a bare code.

Features register functions that know their words again.
"""

from collections.abc import Callable

from plugins._chat.call import Reply

LONGEST = 60
"""Characters of what may be meant as a command; longer messages are talk."""

Hint = Callable[[str], Reply | None]
_hints: list[Hint] = []


def register(hint: Hint) -> None:
    """Let a function say what to do about a text, None where it does not know it."""
    _hints.append(hint)


def find(text: str) -> Reply | None:
    """What to do for what a text seems to mean, None when nobody knows it."""
    plain = text.strip()
    if not plain or len(plain) > LONGEST:
        return None
    return next(filter(None, (hint(plain) for hint in _hints)), None)
