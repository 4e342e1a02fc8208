"""What of a passage could be blanked: key phrases, items of enumerations, what frames hold."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from study.phrases.coordination import shared_prefix, shared_suffix
from study.phrases.key_phrase import KeyPhrase, Kind
from study.phrases.numerals import NUMERALS
from study.questions.frames import framed, numbers
from study.questions.passages import Passage
from study.questions.target import Sort, Target

SHORTEST, LONGEST = 2, 14
"""Characters of a target."""
_REST = 12
"""Characters of a passage that must be left beside the blank."""
SORTS = {
    Kind.NUMERAL: Sort.NUMERAL,
    Kind.QUOTED: Sort.QUOTED,
    Kind.NAME: Sort.NAME,
    Kind.SET_PHRASE: Sort.PHRASE,
}
"""What key phrases are as targets, but for those with items."""
_JOINT = re.compile(r"[、，]|(?<=..)(?:以及|和|与)(?=..)")
_CLAUSE = re.compile(r"进行|被|应当|可以|的人$|^由|除外|必须|不得")
"""What a formulation does not have in it: it is a piece of a sentence that laws repeat."""
_DIGITS = re.compile(r"[\d０-９%％]|[零〇百千万亿]")


@dataclass(frozen=True, slots=True)
class Known:
    """A formulation that may stand in a passage, with the items of an enumeration or a run."""

    text: str
    kind: Kind
    reason: str
    items: tuple[str, ...] = ()


def known(phrase: KeyPhrase) -> Known:
    """A key phrase as it may stand anywhere."""
    items = phrase.items or (_JOINT.split(phrase.text) if phrase.kind is Kind.SLOGAN else ())
    return Known(phrase.text, phrase.kind, phrase.reason, tuple(items))


def targets(passage: Passage, knowns: Iterable[Known], title: str = "") -> list[Target]:
    """What of `passage` could be blanked, each stretch once, by the strongest rule; nothing that
    the title of its material tells."""
    text = passage.text
    found: list[Target] = []
    for one in knowns:
        found += _standing(text, one)
    found += framed(text)
    if passage.is_law:
        found += numbers(text)
    distinct: dict[tuple[int, str], Target] = {}
    for one in found:
        if _is_fit(text, one) and one.text not in title:
            distinct.setdefault((one.start, one.text), one)
    return _whole(list(distinct.values()))


def _standing(text: str, one: Known) -> Iterator[Target]:
    """A known formulation, and its items, where a passage has them."""
    if one.items and one.items[0] in text and all(item in text for item in one.items):
        yield from _items(text, one)
    if one.text in text and (sort := _sort(one)):
        yield Target(text.find(one.text), one.text, sort, one.reason)


def _sort(one: Known) -> Sort | None:
    """What a known formulation is as a target, None for a run of items without a name."""
    if not one.items:
        return SORTS.get(one.kind)
    return Sort.NUMERAL if _is_named(one) else None


def _is_named(one: Known) -> bool:
    return len(one.text) <= LONGEST and one.items[0] not in one.text


def _items(text: str, one: Known) -> Iterator[Target]:
    head = one.text if _is_named(one) else ""
    for item in one.items:
        siblings = tuple(other for other in one.items if other != item)
        yield Target(text.find(item), item, Sort.ITEM, one.reason, siblings, head)


def _is_fit(text: str, target: Target) -> bool:
    """Whether it has the length of an option, no figures, and the rest does not give it away."""
    rest = text[: target.start] + "\n" + text[target.finish :]
    return (
        SHORTEST <= len(target.text) <= LONGEST
        and len(rest) >= _REST
        and "\n" not in target.text
        and not _DIGITS.search(target.text)
        and not _CLAUSE.search(target.text)
        and not _is_told(target, rest)
    )


def _is_told(target: Target, rest: str) -> bool:
    """Whether half of its pairs of characters stand in the rest of the passage.

    What all items of a run end with stands in every option as well and tells nothing.
    """
    if target.text in rest or _is_half_told(target):
        return True
    if target.sort is Sort.NUMERAL and len(target.text) <= 3:
        return any(sign in rest for sign in re.sub(f"[{NUMERALS}]", "", target.text))
    pairs = [target.text[at : at + 2] for at in range(len(target.text) - 1)]
    shared = [pair for pair in pairs if pair in rest]
    return len(shared) >= len(pairs) / 2


def _is_half_told(target: Target) -> bool:
    """Whether all that a short item has for itself is one character: 农业、农村、农民."""
    items = (target.text, *target.siblings)
    return (
        len(target.text) == 2
        and len(items) > 1
        and bool(shared_prefix(items) or shared_suffix(items))
    )


def _whole(found: Sequence[Target]) -> list[Target]:
    """Without what is only a part of another formulation: 社会主义 of 社会主义核心价值观."""
    return [one for one in found if not any(_is_part(one, other) for other in found)]


def _is_part(one: Target, other: Target) -> bool:
    if one is other or one.sort in (Sort.ITEM, Sort.NUMBER, Sort.ROLE, Sort.VERDICT):
        return False
    inside = other.start <= one.start and one.finish <= other.finish
    named = other.sort in (Sort.PHRASE, Sort.NAME, Sort.NUMERAL, Sort.QUOTED)
    return inside and named and len(other.text) > len(one.text)
