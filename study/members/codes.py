"""Redeem codes: fifteen random characters and one that checks them, shown in fours."""

import hashlib
from random import Random

from study.members.checked import ALPHABET, check_character, is_checked, tidy

LENGTH = 16
TAIL = 4
"""The last characters of a code, by which it is spoken of; no two of a batch have the same."""


def drawn(amount: int, random: Random) -> list[str]:
    """New codes of one batch. `random` must be a source that nobody can predict."""
    found: dict[str, str] = {}
    while len(found) < amount:
        body = "".join(random.choice(ALPHABET) for _ in range(LENGTH - 1))
        code = body + check_character(body)
        found.setdefault(tail(code), code)
    return list(found.values())


def typed(text: str) -> str:
    """The characters of a code in what somebody typed, without blanks, hyphens and other words."""
    return "".join(one for one in tidy(text) if one.isascii())


def is_code(code: str) -> bool:
    """Whether typed characters can be a code: none is wrong and no two are swapped."""
    return len(code) == LENGTH and is_checked(code)


def shown(code: str) -> str:
    """A code as people read it: XXXX-XXXX-XXXX-XXXX."""
    return "-".join(code[at : at + TAIL] for at in range(0, len(code), TAIL))


def tail(code: str) -> str:
    """By what a code is named where it must not be seen."""
    return code[-TAIL:]


def digest(code: str) -> str:
    """By what a code is known again without being stored: SHA-256, in hex.

    No salt and no stretching: 31 to the power of 15 codes are too many to go through.
    """
    return hashlib.sha256(code.encode()).hexdigest()
