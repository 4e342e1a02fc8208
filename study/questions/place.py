"""Where a material lists the items of a key phrase."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from study.phrases.key_phrase import KeyPhrase
from study.questions.enumeration import quote

_REACH = 250
"""Characters between a formulation and the end of its items."""


@dataclass(frozen=True, slots=True)
class Place:
    """Items from `start` to `finish` of a paragraph with its number and text."""

    paragraph: int
    text: str
    start: int
    finish: int

    @property
    def run(self) -> str:
        """The items as they stand, with their signs."""
        return self.text[self.start : self.finish]

    @property
    def before(self) -> str:
        """What stands before the items."""
        return self.text[: self.start]

    @property
    def after(self) -> str:
        """What stands behind them."""
        return self.text[self.finish :]

    def quote(self, start: int | None = None, finish: int | None = None) -> str:
        """The sentences that have the items and, where that is given, what stands from `start` to
        `finish`."""
        first = self.start if start is None else min(start, self.start)
        last = self.finish if finish is None else max(finish, self.finish)
        return quote(self.text, first, last)


def places(texts: Mapping[int, str], phrase: KeyPhrase, items: Sequence[str]) -> Iterator[Place]:
    """Where a material, whose paragraphs are `texts` by their numbers, lists the items in the same
    words; first where the key phrase stands."""
    own = _near(texts[phrase.paragraph], phrase, items)
    if not own:
        return
    yield own
    for number, text in texts.items():
        start = text.find(own.run)
        if start >= 0 and number != phrase.paragraph:
            yield Place(number, text, start, start + len(own.run))


def _near(text: str, phrase: KeyPhrase, items: Sequence[str]) -> Place | None:
    """The items not far from the key phrase, where they stand closest together."""
    found: list[Place] = []
    start = text.find(items[0], max(0, phrase.start - _REACH))
    while start >= 0:
        if finish := _finish(text, start, items):
            found.append(Place(phrase.paragraph, text, start, finish))
        start = text.find(items[0], start + 1)
    return min(found, key=lambda one: len(one.run), default=None)


def _finish(text: str, start: int, items: Sequence[str]) -> int:
    """Where the last item ends if they follow one another from `start`, otherwise 0."""
    finish = start
    for item in items:
        place = text.find(item, finish, start + _REACH)
        if place < 0:
            return 0
        finish = place + len(item)
    return finish
