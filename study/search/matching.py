"""Whether a paragraph holds what is asked for, and where."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from study.search.folding import fold, fold_with_places
from study.search.query import Query, Term

_WITHIN_WORDS = frozenset(" \u3000\t\r\n\u200b\u200c\u200d\u2060\ufeff“”‘’\"'「」『』《》〈〉·-—")
"""Signs that may stand inside a word: they part nothing."""
_ENDS = frozenset("。！？!?；;：:…（）()【】")
_BESIDE_SIGN, _BESIDE_END = 2, 4
"""Characters of a hit on both sides of a sign, or of the end of a clause: “六稳”“六保” is
六稳六保, but 第六，保证 is not 六保, and 需要政治、意识形态 is none of 治意."""


def holds(text: str, query: Query) -> bool:
    """Whether `text` has all of the query's terms and none that it is to be without."""
    return all(has(text, term) for term in query.terms) and not any(
        has(text, term) for term in query.without
    )


def has(text: str, term: Term) -> bool:
    """Whether a text has one of the term's forms.

    Nearly always it shows the words as they were typed; to fold it costs much more.
    """
    if term.text in text or any(form in text for form in term.forms):
        return True
    folded = fold(text)
    inside = [form for form in term.forms if form in folded]
    return bool(inside) and any(True for _ in _standing(text, inside))


def comparable(text: str, query: Query) -> str:
    """`text` itself where that shows any term as it is looked for, else its search form."""
    shown = any(form in text for term in query.terms for form in term.forms)
    return text if shown else fold(text)


def spans(text: str, forms: Sequence[str]) -> list[tuple[int, int]]:
    """Where `forms` stand in `text`, first index and the one behind the last, in order and apart.

    Signs and blanks inside a hit belong to it; those around it do not. `text` is no longer than
    a person reads at once.
    """
    return _apart(sorted(_standing(text, forms), key=lambda span: (span[0], -span[1])))


def _standing(text: str, forms: Sequence[str]) -> Iterator[tuple[int, int]]:
    folded, places = fold_with_places(text)
    for form in forms:
        start = folded.find(form)
        while form and start >= 0:
            hit = places[start : start + len(form)]
            is_one = _is_one(text, hit)
            if is_one:
                yield hit[0], hit[-1] + 1
            start = folded.find(form, start + (len(form) if is_one else 1))


def _is_one(text: str, hit: Sequence[int]) -> bool:
    """Whether no sign between the characters of a hit makes two things of it."""
    return all(
        after - before <= 1 or _may_part(text[before + 1 : after], min(index, len(hit) - index))
        for index, (before, after) in enumerate(pairwise(hit), start=1)
    )


def _may_part(signs: str, beside: int) -> bool:
    """Whether signs may stand in a hit with so many characters on their shorter side."""
    if beside >= _BESIDE_END:
        return True
    hard = [sign for sign in signs if sign not in _WITHIN_WORDS]
    return not hard or (beside >= _BESIDE_SIGN and _ENDS.isdisjoint(hard))


def _apart(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that touch or overlap made one."""
    joined: list[tuple[int, int]] = []
    for start, finish in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], finish))
        else:
            joined.append((start, finish))
    return joined
