"""Which of several key phrases stays where they overlap, and where they are the same words."""

from collections.abc import Iterable, Sequence

from study.phrases.key_phrase import KeyPhrase, Kind

_RANKS = {
    kind: rank
    for rank, kind in enumerate(
        (Kind.ENUMERATION, Kind.NUMERAL, Kind.NAME, Kind.SLOGAN, Kind.QUOTED, Kind.SET_PHRASE)
    )
}
"""The more a kind says, the earlier."""


def without_overlaps(found: Sequence[KeyPhrase], length: int) -> list[KeyPhrase]:
    """Those of one paragraph of `length` characters that stay: the longer, then the one that says
    more."""
    if len(found) < 2:
        return list(found)
    taken = bytearray(length)
    kept: list[KeyPhrase] = []
    for phrase in sorted(found, key=lambda one: (-len(one.text), _RANKS[one.kind], one.start)):
        finish = phrase.start + len(phrase.text)
        if taken.find(1, phrase.start, finish) < 0:
            taken[phrase.start : finish] = b"\1" * len(phrase.text)
            kept.append(phrase)
    return kept


def one_each(found: Iterable[KeyPhrase]) -> list[KeyPhrase]:
    """The first of each text and items, in the order of `found`.

    Where the same words are of several kinds, the kind that says most stays. Items that a head
    names are not told again as a run of their own.
    """
    phrases = list(found)
    best: dict[str, int] = {}
    for phrase in phrases:
        best[phrase.text] = min(best.get(phrase.text, len(_RANKS)), _RANKS[phrase.kind])
    headed = {phrase.items for phrase in phrases if phrase.items and not _is_run(phrase)}
    kept: dict[tuple[str, tuple[str, ...]], KeyPhrase] = {}
    for phrase in phrases:
        told = _is_run(phrase) and phrase.items in headed
        if not told and _RANKS[phrase.kind] == best[phrase.text]:
            kept.setdefault((phrase.text, phrase.items), phrase)
    return list(kept.values())


def _is_run(phrase: KeyPhrase) -> bool:
    """Whether it is an enumeration without a head: its text is its items."""
    return bool(phrase.items) and phrase.text.startswith(phrase.items[0])
