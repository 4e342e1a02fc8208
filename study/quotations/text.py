"""A text beside its search form, and the signs that divide it."""

from dataclasses import dataclass

from study.materials.sentences import Span
from study.search.folding import fold_with_places

SENTENCE_SIGNS = frozenset("。！？!?\n")
CLAUSE_SIGNS = SENTENCE_SIGNS | frozenset("；;，,：:")
ENUMERATION_SIGNS = frozenset("、")
ITEM_SIGNS = CLAUSE_SIGNS | ENUMERATION_SIGNS
_NEIGHBOURS = ("”“", "》《", "」「", "’‘")
"""Quoted or titled items may stand beside each other without a sign between them."""


@dataclass(frozen=True, slots=True)
class Text:
    """`folded` is the search form of `verbatim`; its character `i` stands at `places[i]`."""

    verbatim: str
    folded: str
    places: list[int]

    def span(self, start: int, finish: int) -> Span:
        """The verbatim text of `folded[start:finish]`; an empty one where it would stand."""
        if start >= finish:
            return Span(self.places[start - 1] + 1 if start else 0, "")
        first, last = self.places[start], self.places[finish - 1]
        return Span(first, self.verbatim[first : last + 1])

    def is_divided(self, index: int, signs: frozenset[str]) -> bool:
        """Whether one of `signs` stands before `folded[index]`; always true at both ends."""
        if index <= 0 or index >= len(self.folded):
            return True
        between = self.verbatim[self.places[index - 1] + 1 : self.places[index]]
        return bool(between) and (
            not signs.isdisjoint(between)
            or ("、" in signs and any(pair in between for pair in _NEIGHBOURS))
        )

    def around(self, start: int, finish: int, signs: frozenset[str]) -> tuple[int, int]:
        """`folded[start:finish]` widened to the nearest of `signs` on both sides."""
        while not self.is_divided(start, signs):
            start -= 1
        while not self.is_divided(finish, signs):
            finish += 1
        return start, finish

    def divided(self, start: int, finish: int, signs: frozenset[str]) -> list[tuple[int, int]]:
        """`folded[start:finish]` cut wherever one of `signs` stands."""
        cuts = [index for index in range(start + 1, finish) if self.is_divided(index, signs)]
        return list(zip([start, *cuts], [*cuts, finish], strict=True)) if start < finish else []


def text_of(*paragraphs: str) -> Text:
    """Paragraphs, a line for each, with their search form."""
    folded: list[str] = []
    places: list[int] = []
    offset = 0
    for paragraph in paragraphs:
        form, found = fold_with_places(paragraph)
        folded.append(form)
        places += [offset + place for place in found]
        offset += len(paragraph) + 1
    return Text("\n".join(paragraphs), "".join(folded), places)
