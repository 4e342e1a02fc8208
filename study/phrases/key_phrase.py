"""A key phrase of a material."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a key phrase is; the rule that found it."""

    NUMERAL = "numeral"
    """A number stands for items: 四个意识, 六稳, 四讲四有, 五位一体."""
    QUOTED = "quoted"
    """A formulation in quotation marks: “放管服”."""
    SLOGAN = "slogan"
    """One of several parallel ones: 产业兴市、作风兴市."""
    ENUMERATION = "enumeration"
    """A formulation with its items in order: “四个自信” → 道路自信、理论自信…"""
    NAME = "name"
    """A law, a meeting, a plan."""
    SET_PHRASE = "set phrase"
    """Repeated word for word: 高质量发展."""


@dataclass(frozen=True, slots=True)
class KeyPhrase:
    """A key phrase where it first stands in a material, verbatim.

    `paragraph` is its number, `start` the index in the paragraph's text; `times` how often the
    material has it; `items` those of an enumeration, verbatim in the source's order (empty for
    other kinds); `reason` says in Chinese why the rule took it.
    """

    paragraph: int
    start: int
    text: str
    kind: Kind
    reason: str
    times: int = 1
    items: tuple[str, ...] = ()
