"""Making materials findable: index, words and key phrases."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from study.materials.paragraph import Paragraph
from study.phrases.extraction import key_phrases
from study.phrases.key_phrase import KeyPhrase
from study.phrases.lexicon import Lexicon
from study.search.folding import fold
from study.services import suggesting
from study.storage import phrases, search, words
from study.storage.database import Transaction
from study.storage.search import Entry


@dataclass(frozen=True, slots=True)
class Findable:
    """What a material is found by, worked out before anything is written.

    `words` counts the paragraphs that have each word, in search form.
    """

    words: Counter[str]
    phrases: list[KeyPhrase]


def findable(paragraphs: Sequence[Paragraph], lexicon: Lexicon) -> Findable:
    """Work out what a material is found by."""
    cut = [lexicon.cut(paragraph.text) for paragraph in paragraphs]
    return Findable(_words(cut), key_phrases(paragraphs, cut, lexicon.known))


async def index(transaction: Transaction, entry: Entry, found: Findable) -> None:
    """Write what a material is found by, in the transaction that writes the material."""
    await search.put(transaction, entry)
    await words.add(transaction, found.words)
    await note(transaction, entry.material, found)


async def note(transaction: Transaction, material: int, found: Findable) -> None:
    """Write the key phrases of a material, and the terms that people may mean by what they type."""
    await phrases.put(transaction, material, found.phrases)
    times: Counter[str] = Counter()
    for phrase in found.phrases:
        times[fold(phrase.text)] += phrase.times
    await suggesting.fill_tables(transaction)
    await suggesting.learn(transaction, found.words, times)


def _words(cut: Iterable[Sequence[str]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for paragraph in cut:
        counts.update(set(paragraph))
    folded: Counter[str] = Counter()
    for word, times in counts.items():
        if 0 < len(form := fold(word)) <= words.LONGEST:
            folded[form] += times
    return folded
