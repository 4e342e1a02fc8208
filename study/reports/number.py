"""Numbers of cases: JB-7K3Q9, four random characters and one that checks them."""

import re
from collections.abc import Callable, Sequence

from study.members.checked import ALPHABET, check_character, is_checked, tidy

PREFIX = "JB-"
_DRAWN = 4
_WRITTEN = re.compile(
    r"\s*(?:[JjＪｊ][BbＢｂ][\s\-－—–_]*)?([0-9A-Za-z０-９Ａ-Ｚａ-ｚ]{4,7})(?![0-9A-Za-z０-９Ａ-Ｚａ-ｚ])"
)


class NoNumber(Exception):
    """The words begin with nothing like the number of a case."""


class Mistyped(Exception):
    """What looks like a number has a wrong character, or one too few or too many."""


def drawn(choose: Callable[[Sequence[str]], str]) -> str:
    """A number, with characters that `choose` draws from a sequence."""
    body = "".join(choose(ALPHABET) for _ in range(_DRAWN))
    return f"{PREFIX}{body}{check_character(body)}"


def read(words: str) -> tuple[str, str]:
    """The number that words begin with, however it was typed, and the words behind it.

    Raises NoNumber and Mistyped.
    """
    match = _WRITTEN.match(words)
    if match is None:
        raise NoNumber
    code = tidy(match[1])
    if len(code) != _DRAWN + 1 or not is_checked(code):
        raise Mistyped
    return PREFIX + code, words[match.end() :].strip()
