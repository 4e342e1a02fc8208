"""How a player is called where others read it."""

import unicodedata

LONGEST = 12
_DROPPED = {"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me", "Zl", "Zp"}
"""Controls, marks that turn the direction of a line, and accents that can be heaped up."""


def called(name: str, person: str) -> str:
    """A name as a chat shows it, on one line and of at most twelve characters; the end of the
    person's number where nothing is left of it."""
    composed = unicodedata.normalize("NFC", name)
    kept = "".join(
        character for character in composed if unicodedata.category(character) not in _DROPPED
    )
    return " ".join(kept.split())[:LONGEST] or f"尾号{person[-4:]}"
