"""Sequences of words that a material repeats, as far as a formulation can go."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from study.phrases.vocabulary import BINDING_WORDS, BREAKING_WORDS, LEAD_WORDS, TAKING_WORDS

Gram = tuple[str, ...]
Repeats = dict[Gram, list[int]]
"""Sequences of words, and for each the places where it begins, ascending."""

BREAK = ""
"""Stands in a row of words where no formulation goes on: a sign, some words, an end."""
AND = ("和", "与", "及")
TAKING = TAKING_WORDS | LEAD_WORDS
LEAST_CHARACTERS = 4
"""Characters of a formulation at least."""

_LEADING = TAKING | BREAKING_WORDS
_ONLY_TAKING = TAKING - BINDING_WORDS
_LINKS = frozenset(("的", *AND))
_PREDICATES = frozenset(
    """
    实现 保持 取得 呈现 接受 坚持 推进 推动 加强 提高 促进 完善 健全 构建 打造 落实 贯彻 加快 增强
    """.split()
)
_BINDERS = BINDING_WORDS | {*AND}
"""What may stand before such a verb inside a phrase: 全面推进依法治国, 坚持和完善."""
_LONGEST = 8
"""Words of a sequence at most."""


def in_a_row(paragraphs: Sequence[Sequence[str]]) -> list[str]:
    """The words of all paragraphs in one row, with `BREAK` at its ends, between paragraphs and for
    the words that no formulation goes across."""
    # Equal words become one object: they are compared many times.
    kinds = {word: BREAK if _is_break(word) else word for word in set[str]().union(*paragraphs)}
    row = [BREAK]
    for words in paragraphs:
        row += [kinds[word] for word in words]
        row.append(BREAK)
    return row


def _is_break(word: str) -> bool:
    """Whether no formulation goes across it; nor across two verbs in one: 大力加强, 认真贯彻."""
    if not "\u4e00" <= word < "\ua000" or word in BREAKING_WORDS:
        return True
    return len(word) == 4 and word[:2] in _LEADING and word[2:] in _LEADING


def repeats(row: Sequence[str], times: Mapping[str, int]) -> Repeats:
    """The sequences that stand in `row` twice or more and that a formulation can begin with, the
    shorter first; of single words only long ones. `times` counts the words.

    A longer one is looked for only where it is repeated without its last word, and its last two
    words are too.
    """
    often = {word for word, count in times.items() if count > 1 and word}
    pairs = _pairs(row, often)
    joined = {place for places in pairs.values() for place in places}
    level = {pair: places for pair, places in pairs.items() if _can_begin(*pair)}
    found = _words(row, {word for word in often if len(word) >= LEAST_CHARACTERS}) | level
    for size in range(2, _LONGEST):
        level = _longer(row, level, size, joined)
        found |= level
    return found


def _words(row: Sequence[str], wanted: Collection[str]) -> Repeats:
    """The places of each word."""
    found: Repeats = defaultdict(list)
    for place in [place for place, word in enumerate(row) if word in wanted]:
        found[(row[place],)].append(place)
    return found


def _pairs(row: Sequence[str], often: Collection[str]) -> dict[tuple[str, str], list[int]]:
    """The sequences of two of the words that stand `often`."""
    first: dict[tuple[str, str], int] = {}
    again: dict[tuple[str, str], list[int]] = defaultdict(list)
    before = BREAK
    for place, word in enumerate(row, -1):
        if word not in often:
            before = BREAK
            continue
        if before and first.setdefault((before, word), place) != place:
            again[before, word].append(place)
        before = word
    return {pair: [first[pair], *places] for pair, places in again.items() if _are_joined(*pair)}


def _longer(row: Sequence[str], level: Repeats, size: int, joined: Collection[int]) -> Repeats:
    """The sequences that have a word more than those of `level`, of `size` words; `joined` are
    the places of all pairs."""
    found: Repeats = defaultdict(list)
    for gram, places in level.items():
        for place in places:
            if place + size - 1 in joined:
                found[(*gram, row[place + size])].append(place)
    return {gram: places for gram, places in found.items() if len(places) > 1}


def _are_joined(word: str, following: str) -> bool:
    """Whether both can stand in one formulation, one behind the other."""
    return following not in _PREDICATES or word in _BINDERS


def _can_begin(word: str, following: str) -> bool:
    """Whether a formulation can begin with both: the first does more than link it or take it."""
    return word not in _LINKS and (word not in _ONLY_TAKING or following == "的")
