"""Formulations that a material repeats word for word: 高质量发展, 全面从严治党.

Sequences of words are ranked by C-value: how often one stands, less what it owes to the longer
ones it is part of, times the logarithm of its length. What always has the same neighbour is a
fragment: it must be free on both sides, by the entropy of its neighbours. As NC-value does, the
company counts too: a formulation is what 坚持, 推进, 贯彻 take as their object, or is called a
policy or a doctrine by its last word.

Frantzi, Ananiadou, Mima: Automatic recognition of multi-word terms: the C-value/NC-value method
(2000). Jin, Tanaka-Ishii: Unsupervised segmentation of Chinese text by use of branching entropy
(2006).
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log2

from study.phrases.repeats import (
    AND,
    BREAK,
    LEAST_CHARACTERS,
    TAKING,
    Gram,
    Repeats,
    in_a_row,
    repeats,
)
from study.phrases.vocabulary import (
    ACTS,
    BINDING_WORDS,
    BLAND_PAIRS,
    TAKING_WORDS,
    TRAILING_WORDS,
    is_concrete,
    programme,
)

_DEGREES = ("很大", "新", "大", "我国", "自己", "这样")
_LEADERS = TAKING | {*AND}
_ALONE = TAKING | {BREAK, "的", *AND}
_BORDERS = TAKING - BINDING_WORDS | {BREAK}
_LEAST_FREEDOM = 0.9
"""Bits of entropy on either side: two neighbours about as often as each other give 1."""
_LEAST_VALUE = 3.5
_TAKEN = 0.25
_TAKEN_LOOSE = 0.4
"""Share of its places at which a verb takes a phrase; more where 的 holds it loosely together."""
_LONGEST_BOUND = 4
"""Characters behind a verb, for the verb to be part of the phrase; half of it behind several."""
_LEAST_ALONE = 0.3
_BOUND = 0.75
"""Share of a phrase's places at which the verb before it stands, for the verb to be part of it."""


def repeated(words: Sequence[Sequence[str]]) -> dict[str, str]:
    """The set phrases of a material, given the words of its paragraphs, and for each in Chinese
    what shows that it is more than a term."""
    row = in_a_row(words)
    times = Counter(row)
    standing = repeats(row, times)
    bound = {
        gram: places
        for gram, places in standing.items()
        if _is_whole(gram, len(places))
        and _is_free(row, gram, places)
        and _is_bound(gram, standing, times)
    }
    valued = [gram for gram, value in _values(bound).items() if value >= _LEAST_VALUE]
    # Where the same characters are cut in two ways, the last and most frequent stays.
    valued.sort(key=lambda gram: len(bound[gram]))
    company = [(gram, _company(row, gram, bound[gram])) for gram in valued]
    return {"".join(gram): reason for gram, reason in company if reason}


def _is_whole(gram: Gram, times: int) -> bool:
    """Whether it can be a formulation by the words at its ends, stands often enough for its
    length, and says something."""
    if gram[0] == "不" or gram[-1] in TRAILING_WORDS:
        return False
    text = "".join(gram)
    return (
        len(text) >= LEAST_CHARACTERS
        and _weight(text) * times >= _LEAST_VALUE
        and not is_concrete(text)
        and not _is_bland(text)
        and not ("的" in gram and _is_loose(gram))
        and not (len(gram) == 3 and len(text) == 5 and gram[1] in AND)
    )


def _is_bland(text: str) -> bool:
    """Whether it is made of words of two characters that make no formulation."""
    return BLAND_PAIRS.issuperset([text[at : at + 2] for at in range(0, len(text), 2)])


def _is_loose(gram: Gram) -> bool:
    """Whether 的 only joins a degree or what says nothing: 很大的提高, 经济的发展."""
    begins = gram[1:2] == ("的",) and gram[0] in _DEGREES
    return begins or (gram[-2:-1] == ("的",) and gram[-1] in BLAND_PAIRS)


def _is_bound(gram: Gram, standing: Repeats, times: Mapping[str, int]) -> bool:
    """Whether the verbs that begin it belong to it, as where the rest is short and hardly stands
    without them: 转变政府职能, 保障和改善民生."""
    if gram[0] not in TAKING or gram[1:2] == ("的",):
        return True
    rest = gram
    while rest and rest[0] in _LEADERS:
        rest = rest[1:]
    longest = _LONGEST_BOUND if len(gram) - len(rest) == 1 else _LONGEST_BOUND // 2
    if not 0 < sum(map(len, rest)) <= longest:
        return False
    alone = len(standing[rest]) if len(rest) > 1 else times["".join(rest)]
    return len(standing[gram]) >= _BOUND * alone


def _is_free(row: Sequence[str], gram: Gram, places: Sequence[int]) -> bool:
    """Whether it often enough stands by itself, and its neighbours vary on both sides."""
    size = len(gram)
    return _is_border([row[place - 1] for place in places]) and _is_border(
        [row[place + size] for place in places]
    )


def _is_border(neighbours: Sequence[str]) -> bool:
    """Whether a phrase ends beside such words: enough of them could not belong to its noun
    phrase, and they vary."""
    alone = len([word for word in neighbours if word in _ALONE])
    return alone / len(neighbours) >= _LEAST_ALONE and _freedom(neighbours) >= _LEAST_FREEDOM


def _freedom(neighbours: Sequence[str]) -> float:
    """The entropy in bits; each border of a clause, and each verb that takes the phrase, counts as
    a neighbour of its own."""
    total = len(neighbours)
    inner = [word for word in neighbours if word not in _BORDERS]
    if len(set(inner)) == len(inner):
        return log2(total)
    single = (total - len(inner)) * log2(total) / total
    return single - sum(times / total * log2(times / total) for times in Counter(inner).values())


def _values(free: dict[Gram, list[int]]) -> dict[Gram, float]:
    """The C-value of each."""
    nesting: dict[Gram, list[int]] = defaultdict(list)
    for gram, places in free.items():
        for part in _parts(gram):
            if part in free:
                nesting[part].append(len(places))
    return {
        gram: _weight("".join(gram)) * (len(places) - _mean(nesting[gram]))
        for gram, places in free.items()
    }


def _weight(text: str) -> float:
    """What a phrase counts by its length: characters, of which words have one to four."""
    return log2(1 + len(text) / 2)


def _parts(gram: Gram) -> set[Gram]:
    """The shorter sequences in `gram`."""
    sizes = range(1, len(gram))
    return {gram[at : at + size] for size in sizes for at in range(len(gram) - size + 1)}


def _mean(numbers: Sequence[int]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0


def _company(row: Sequence[str], gram: Gram, places: Sequence[int]) -> str:
    """What shows that it is a formulation: the verbs that take it, or its last word."""
    taking = [word for place in places if (word := row[place - 1]) in TAKING_WORDS]
    share = _TAKEN_LOOSE if "的" in gram else _TAKEN
    if len(taking) >= 2 and len(taking) >= share * len(places):
        return "常作“" + "”“".join(word for word, _ in Counter(taking).most_common(2)) + "”的对象"
    if [len(word) for word in gram] == [2, 2] and ACTS.issuperset(word[0] for word in gram):
        return "两个动宾短语并列"
    text = "".join(gram)
    kind = "" if "的" in gram else programme(text)
    return f"“{kind}”的名称" if kind and (len(places) > 2 or len(text) >= 6) else ""
