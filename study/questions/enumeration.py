"""An enumeration that is worth asking about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from study.materials.sentences import sentences
from study.phrases.coordination import shared_prefix, shared_suffix
from study.phrases.key_phrase import KeyPhrase
from study.phrases.key_phrase import Kind as Sort
from study.questions.question import Choice, Kind, Made

GAP = "……"
"""What stands in a stem for items that the source lists there."""
_JOINT = re.compile("[、，]")
_NUMERALS = "零一二三四五六七八九十"
_LEAST, _MOST = 3, 12
_LONGEST = 18
"""Characters of an item that can be learnt."""
_FEW = 4


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Items that paragraph `paragraph` lists, verbatim and in its order.

    `name` is the formulation that they make up, '' for none. `frame` are words of the paragraph
    with GAP in their place; '' where the name is enough to ask by. `quote` is the sentence that
    lists them, `naming` what has both the name and them, '' for nothing; both verbatim. `score` and
    `reasons` say what it is worth to know them, as in `study.questions.question.Made`. `then` is
    the year of which alone it is true as far as is known, 0 for none.
    """

    paragraph: int
    items: tuple[str, ...]
    quote: str
    name: str
    frame: str
    score: float
    reasons: tuple[str, ...]
    naming: str = ""
    then: int = 0

    @property
    def count(self) -> str:
        """How many items, as it is written: 四, 十二."""
        tens, ones = divmod(len(self.items), 10)
        return "十" * tens + (_NUMERALS[ones] if ones else "")

    def asked(self, kind: Kind, stem: str, choices: tuple[Choice, ...]) -> Made:
        """A question about it; what is told after it are all the items."""
        return Made(
            kind,
            stem,
            choices,
            self.items,
            self.quote,
            self.paragraph,
            self.name,
            self.score,
            self.reasons,
        )


def items_of(phrase: KeyPhrase) -> tuple[str, ...]:
    """The items of a key phrase, be they those of an enumeration or three slogans or more."""
    slogans = tuple(_JOINT.split(phrase.text)) if phrase.kind is Sort.SLOGAN else ()
    return phrase.items or (slogans if len(slogans) >= _LEAST else ())


def can_be_learnt(items: Sequence[str]) -> bool:
    """Whether items are neither too few or too many nor too long."""
    return _LEAST <= len(items) <= _MOST and all(
        len(item) <= _LONGEST and not any(sign in item for sign in "、，；") for item in items
    )


def affixes(items: Sequence[str]) -> tuple[str, str]:
    """What the items begin and end with, all of them; where there are four or more, all but one may
    do: 形式主义, 官僚主义, 享乐主义 of the “四风”."""
    prefix, suffix = shared_prefix(items), shared_suffix(items)
    if prefix or suffix or len(items) < _FEW:
        return prefix, suffix
    rests = [[*items[:index], *items[index + 1 :]] for index in range(len(items))]
    suffix = max(map(shared_suffix, rests), key=len)
    return "", suffix if len(suffix) > 1 else ""


def bare(items: Sequence[str]) -> list[str]:
    """The items without what they have in common: 道路, 理论 of 道路自信, 理论自信."""
    prefix, suffix = affixes(items)
    return [item.removesuffix(suffix).removeprefix(prefix) or item for item in items]


def quote(text: str, start: int, finish: int) -> str:
    """The sentences of a paragraph from `start` to `finish`, all of it where it has none."""
    touched = [span for span in sentences(text) if span.finish > start and span.start < finish]
    if not touched or touched[-1].finish < finish:
        return text
    return text[touched[0].start : touched[-1].finish].strip()
