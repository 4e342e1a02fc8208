"""Which material a chat's excerpt comes from today."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

NEW_DAYS = 7
"""How many study days a material that was just published goes before older ones."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """What the choice looks at: `spoken_on` is ISO 8601 or '', `excerpts` is above 0."""

    number: int
    new: bool
    spoken_on: str
    excerpts: int


def choose(shelf: Iterable[Shelved], shown: Mapping[int, int]) -> int | None:
    """The number of the material to excerpt for a chat, None for an empty shelf.

    `shown` counts the excerpts that the chat has had of each material. No excerpt comes again
    before every material is used up; new materials go first; otherwise the materials take
    turns, the latest speech first.
    """

    def turn(item: Shelved) -> tuple[int, bool, int, str, int]:
        rounds, place = divmod(shown.get(item.number, 0), item.excerpts)
        return rounds, not item.new, place, _later_first(item.spoken_on), -item.number

    chosen = min(shelf, key=turn, default=None)
    return chosen.number if chosen else None


def _later_first(spoken_on: str) -> str:
    """A key that sorts later dates before earlier ones and unknown ones last.

    >>> sorted(["2021", "", "2026-01-27"], key=_later_first)
    ['2026-01-27', '2021', '']
    """
    padded = f"{spoken_on:-<10}"
    return "".join(chr(0x7E - ord(character)) for character in padded)
