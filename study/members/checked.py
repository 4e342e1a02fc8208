"""Codes that people type: no two characters that look alike, and the last one checks the others.

A weighted sum modulo 31, a prime, with a weight of its own for each place: every single wrong
character and every swap of two is caught (the scheme of ISBN-10).
"""

import unicodedata

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without 0 and O, 1, I and L."""


def check_character(body: str) -> str:
    """The character that goes behind `body`, at most 29 characters of ALPHABET."""
    total = sum(place * ALPHABET.index(one) for place, one in enumerate(body, 2))
    return ALPHABET[-total % len(ALPHABET)]


def is_checked(code: str) -> bool:
    """Whether a code of ALPHABET has the right check character at its end."""
    if len(code) < 2 or not set(code) <= set(ALPHABET):
        return False
    return check_character(code[:-1]) == code[-1]


def tidy(text: str) -> str:
    """What somebody typed, as codes are written: half-width capitals without blanks and hyphens."""
    plain = unicodedata.normalize("NFKC", text).upper()
    return "".join(one for one in plain if one.isalnum())
