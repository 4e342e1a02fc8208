"""How a player is called where others read it."""

import unicodedata
from collections import Counter
from collections.abc import Mapping

LONGEST = 12
_DROPPED = {"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me", "Zl", "Zp"}
"""Controls, marks that turn the direction of a line, and accents that can be heaped up."""


def called(name: str, person: str) -> str:
    """A name as a chat shows it, on one line, of a longer one twelve characters and …; the end of
    the person's number where nothing is left of it. What is called so once stays so."""
    composed = unicodedata.normalize("NFC", name)
    kept = "".join(
        character for character in composed if unicodedata.category(character) not in _DROPPED
    )
    plain = " ".join(kept.split())
    short = plain if len(plain) <= LONGEST else plain[:LONGEST] + "…"
    return short or f"群友{person[-4:]}"


def told_apart(names: Mapping[str, str]) -> dict[str, str]:
    """Names (person → name) that stand side by side: two people of one name get the ends of their
    numbers."""
    people = Counter(names.values())
    return {
        person: name if people[name] == 1 else f"{name}（{person[-4:]}）"
        for person, name in names.items()
    }
