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
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import log2

from study.phrases.vocabulary import (
    ACTS,
    BINDING_WORDS,
    BLAND_PAIRS,
    BREAKING_WORDS,
    CONCRETE_ENDS,
    LEAD_WORDS,
    PROGRAMME_ENDS,
    TAKING_WORDS,
    TRAILING_WORDS,
)

Gram = tuple[str, ...]

_AND = ("和", "与", "及")
_PREDICATES = frozenset(
    """
    实现 保持 取得 呈现 接受 坚持 推进 推动 加强 提高 促进 完善 健全 构建 打造 落实 贯彻 加快 增强
    """.split()
)
_BINDERS = BINDING_WORDS | {*_AND}
"""What may stand before such a verb inside a phrase: 全面推进依法治国, 坚持和完善."""
_DEGREES = ("很大", "新", "大", "我国", "自己", "这样")
_BREAK = ""
_JOINT = "\n"
"""Between the words of a sequence while it is counted: strings cost less than tuples."""
_TAKING = TAKING_WORDS | LEAD_WORDS
_LEADERS = _TAKING | {*_AND}
_ALONE = _TAKING | {_BREAK, "的", *_AND}
_LEADING = _TAKING | BREAKING_WORDS
_BORDERS = _TAKING - BINDING_WORDS | {_BREAK}
_LONGEST = 8
"""Words of a phrase at most."""
_LEAST_TIMES = 2
_LEAST_CHARACTERS = 4
_LEAST_FREEDOM = 0.9
"""Bits of entropy on either side: two neighbours about as often as each other give 1."""
_LEAST_VALUE = 3.5
_TAKEN = 0.25
_TAKEN_LOOSE = 0.4
"""Share of its places at which a verb takes a phrase; more where 的 holds it loosely together."""
_LONGEST_BOUND = 4
"""Characters behind a verb, for the verb to be part of the phrase."""
_LEAST_ALONE = 0.3
_BOUND = 0.75
"""Share of a phrase's places at which the verb before it stands, for the verb to be part of it."""


def repeated(words: Iterable[Sequence[str]]) -> dict[str, str]:
    """The set phrases of a material, given the words of its paragraphs, and for each in Chinese
    what shows that it is more than a term."""
    flat = _flat(words)
    counts: dict[Gram, int] = {}
    free: dict[Gram, list[int]] = {}
    for gram, places in _grams(flat):
        counts[gram] = len(places)
        enough = _weight(gram) * len(places) >= _LEAST_VALUE
        if enough and _is_whole(gram) and _is_free(flat, gram, places):
            free[gram] = places
    bound = {gram: places for gram, places in free.items() if _is_bound(gram, counts)}
    company = {
        gram: _company(flat, gram, bound[gram])
        for gram, value in _values(bound).items()
        if value >= _LEAST_VALUE
    }
    return {"".join(gram): reason for gram, reason in company.items() if reason}


def _flat(words: Iterable[Sequence[str]]) -> list[str]:
    """All words in order, `_BREAK` where no phrase can go on."""
    kinds = _Kinds()
    flat = [_BREAK]
    for paragraph in words:
        flat.extend([kinds[word] for word in paragraph])
        flat.append(_BREAK)
    return flat


class _Kinds(dict[str, str]):
    """Word → itself or `_BREAK`, worked out when it is first met."""

    def __missing__(self, word: str) -> str:
        inside = "\u4e00" <= word[:1] <= "\u9fff" and word not in BREAKING_WORDS
        self[word] = word if inside and not _is_double(word) else _BREAK
        return self[word]


def _is_double(word: str) -> bool:
    """Whether a word is two that take a formulation: 大力加强, 认真贯彻."""
    return len(word) == 4 and word[:2] in _LEADING and word[2:] in _LEADING


def _grams(flat: Sequence[str]) -> Iterator[tuple[Gram, list[int]]]:
    """The sequences that stand at least `_LEAST_TIMES` times and where, the shorter first.

    A longer one can only be repeated where the two that it begins and ends with are.
    """
    starts = [place for place, word in enumerate(flat) if word]
    keys = [flat[place] for place in starts]
    for size in range(1, _LONGEST + 1):
        times = Counter(keys)
        level: dict[str, list[int]] = defaultdict(list)
        for key, place in zip(keys, starts, strict=True):
            if times[key] >= _LEAST_TIMES:
                level[key].append(place)
        yield from ((tuple(key.split(_JOINT)), places) for key, places in level.items())
        here = {place for places in level.values() for place in places}
        longer = {
            place: f"{key}{_JOINT}{flat[place + size]}"
            for key, places in level.items()
            for place in places
            if place + 1 in here
        }
        starts, keys = list(longer), list(longer.values())


def _is_whole(gram: Gram) -> bool:
    """Whether it can be a formulation by the words at its ends, and says something."""
    text = "".join(gram)
    return (
        len(text) >= _LEAST_CHARACTERS
        and gram[0] not in ("的", "和", "与", "及", "不")
        and gram[-1] not in TRAILING_WORDS
        and not (gram[-2:-1] == ("的",) and gram[-1] in BLAND_PAIRS)
        and not (gram[1:2] == ("的",) and gram[0] in _DEGREES)
        and not text.endswith(CONCRETE_ENDS)
        and not (len(gram) == 3 and len(text) == 5 and gram[1] in _AND)
        and not any(
            word in _PREDICATES and before not in _BINDERS for before, word in pairwise(gram)
        )
        and not BLAND_PAIRS.issuperset(text[at : at + 2] for at in range(0, len(text), 2))
    )


def _is_bound(gram: Gram, counts: dict[Gram, int]) -> bool:
    """Whether the verbs that begin it belong to it, as where the rest is short and hardly stands
    without them: 转变政府职能, 保障和改善民生."""
    if gram[0] not in _TAKING or gram[1:2] == ("的",):
        return True
    rest = gram
    while rest and rest[0] in _LEADERS:
        rest = rest[1:]
    verbs = len(gram) - len(rest)
    return (
        gram[0] in BINDING_WORDS
        and 0 < sum(map(len, rest)) <= (_LONGEST_BOUND if verbs == 1 else 2)
        and counts[gram] >= _BOUND * counts[rest]
    )


def _is_free(flat: Sequence[str], gram: Gram, places: Sequence[int]) -> bool:
    """Whether its neighbours vary on both sides, and it often enough stands by itself."""
    size = len(gram)
    return all(
        _freedom(neighbours) >= _LEAST_FREEDOM and _alone(neighbours) >= _LEAST_ALONE
        for neighbours in (
            [flat[place - 1] for place in places],
            [flat[place + size] for place in places],
        )
    )


def _alone(neighbours: Sequence[str]) -> float:
    """In which share of places there is nothing that could belong to the same noun phrase."""
    return sum(word in _ALONE for word in neighbours) / len(neighbours)


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
        gram: _weight(gram) * (len(places) - _mean(nesting[gram])) for gram, places in free.items()
    }


def _weight(gram: Gram) -> float:
    """What a phrase counts by its length: characters, of which words have one to four."""
    return log2(1 + sum(map(len, gram)) / 2)


def _parts(gram: Gram) -> set[Gram]:
    """The shorter sequences in `gram`."""
    sizes = range(1, len(gram))
    return {gram[at : at + size] for size in sizes for at in range(len(gram) - size + 1)}


def _mean(numbers: Sequence[int]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0


def _company(flat: Sequence[str], gram: Gram, places: Sequence[int]) -> str:
    """What shows that it is a formulation: the verbs that take it, or its last word."""
    taking = Counter(word for place in places if (word := flat[place - 1]) in TAKING_WORDS)
    share = _TAKEN_LOOSE if "的" in gram else _TAKEN
    if taking.total() >= 2 and taking.total() >= share * len(places):
        return "常作“" + "”“".join(word for word, _ in taking.most_common(2)) + "”的对象"
    if [len(word) for word in gram] == [2, 2] and ACTS.issuperset(word[0] for word in gram):
        return "两个动宾短语并列"
    text = "".join(gram)
    if "的" in gram or not text.endswith(PROGRAMME_ENDS):
        return ""
    ending = max((end for end in PROGRAMME_ENDS if text.endswith(end)), key=len)
    return f"“{ending}”的名称" if len(places) > 2 or len(text) >= 6 else ""
