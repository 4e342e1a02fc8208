"""The key phrases of a material, by all rules together."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from study.materials.paragraph import Paragraph
from study.phrases.clauses import clauses
from study.phrases.coordination import Run, comma_runs, runs
from study.phrases.enumerations import enumerations
from study.phrases.key_phrase import KeyPhrase, Kind
from study.phrases.names import names
from study.phrases.numerals import numerals
from study.phrases.overlaps import one_each, without_overlaps
from study.phrases.parallels import parallels
from study.phrases.places import Standing, places
from study.phrases.principles import principles
from study.phrases.programmes import programmes
from study.phrases.quoted import quoted
from study.phrases.set_phrases import repeated
from study.phrases.worded import Worded, worded


def key_phrases(
    paragraphs: Sequence[Paragraph],
    words: Sequence[Sequence[str]],
    known: Collection[str] = (),
) -> list[KeyPhrase]:
    """The key phrases of a material in the order of its text, each at its first place.

    `words[n]` are the words of `paragraphs[n]`, in order and without loss; `known` are names of
    curated formulations, taken wherever they stand, also inside longer phrases. There is one for
    each distinct text and items.
    """
    found = [_by_rules(worded(*pair)) for pair in zip(paragraphs, words, strict=True)]
    company = repeated(words)
    texts = [paragraph.text for paragraph in paragraphs]
    wanted = {phrase.text for each in found for phrase in each}
    standing = places(texts, wanted.union(company, known))
    for index, phrase in _repeated(paragraphs, company, standing):
        found[index].append(phrase)
    kept = [without_overlaps(each, len(text)) for each, text in zip(found, texts, strict=True)]
    for index, phrase in _known(paragraphs, known, standing):
        kept[index].append(phrase)
    distinct = one_each(phrase for each in kept for phrase in sorted(each, key=_start))
    return [replace(phrase, times=len(standing[phrase.text])) for phrase in distinct]


def _by_rules(paragraph: Worded) -> list[KeyPhrase]:
    """What the rules find that need to see no more than a paragraph."""
    between = clauses(paragraph.text)
    listed, by_comma = runs(paragraph, between), comma_runs(paragraph, between)
    found = [*quoted(paragraph), *numerals(paragraph)]
    if found:
        headed = list(enumerations(paragraph, found, listed))
        listed = _untold(listed, found, headed)
        found += headed
    if listed or by_comma:
        found += parallels(paragraph, listed, by_comma)
    found += names(paragraph)
    found += principles(paragraph)
    found += programmes(paragraph)
    return found


def _untold(
    found: Sequence[Run], heads: Sequence[KeyPhrase], headed: Sequence[KeyPhrase]
) -> list[Run]:
    """The runs whose items no head names, and that are not made of formulations with numbers."""
    told = {item for phrase in headed for item in phrase.items}
    numbers = sorted(head.start for head in heads if head.kind is Kind.NUMERAL)
    return [
        run
        for run in found
        if told.isdisjoint(run.items[1:])
        and bisect_left(numbers, run.start) == bisect_left(numbers, run.finish)
    ]


def _repeated(
    paragraphs: Sequence[Paragraph], company: Mapping[str, str], standing: Standing
) -> Iterator[tuple[int, KeyPhrase]]:
    """All places of the set phrases, with the index of the paragraph."""
    for text, shown in company.items():
        reason = f"全文出现{len(standing[text])}次，{shown}"
        for index, start in standing[text]:
            number = paragraphs[index].number
            yield index, KeyPhrase(number, start, text, Kind.SET_PHRASE, reason)


def _known(
    paragraphs: Sequence[Paragraph], known: Collection[str], standing: Standing
) -> Iterator[tuple[int, KeyPhrase]]:
    """The first place of each known name, with the index of the paragraph."""
    curated = frozenset(known)
    for text in (text for text in standing if text in curated):
        index, start = standing[text][0]
        number = paragraphs[index].number
        yield index, KeyPhrase(number, start, text, Kind.SET_PHRASE, "词表里的提法")


def _start(phrase: KeyPhrase) -> int:
    return phrase.start
