"""What teachers blanked: the questions of human banks whose words stand in the library.

A question counts when the clause of its blank, with the right answer put back and at least four
more characters, stands in a paragraph. Half of them are for tuning, the others are measured.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from study.banks.reading import parse
from study.questions.context import context
from study.questions.question import Kind
from study.questions.target import Sort, Target
from study.search.folding import fold
from tests.corpus import CORPUS

_BLANK = re.compile(r"（\s*）|\(\s*\)|_{2,}")
_LEAST_CONTEXT = 4
_SAME, _COVERED = 0.5, 0.8


@dataclass(frozen=True, slots=True)
class Human:
    """A question with its answer put back: `text`, of which `start` to `finish` was blank."""

    text: str
    start: int
    finish: int

    @property
    def clause(self) -> str:
        """What must stand in the library, in search form."""
        target = Target(self.start, self.text[self.start : self.finish], Sort.PHRASE, "")
        beside = context(self.text, target)
        near = len(fold(beside.left)) + len(fold(beside.right))
        return fold(beside.left + target.text + beside.right) if near >= _LEAST_CONTEXT else ""

    def is_met(self, best: list[Target]) -> bool:
        """Whether one of `best` is the teacher's blank; quotes and 的 make no difference."""
        blank = _plain(self.text[self.start : self.finish])
        return any(_plain(one.text) == blank for one in best)

    def is_nearly_met(self, best: list[Target]) -> bool:
        """Whether one of `best` has half of its characters with the teacher's blank in common, or
        several of them make it up."""
        blank = {*range(self.start, self.finish)}
        spans = [{*range(one.start, one.finish)} for one in best]
        inside = {place for span in spans if span <= blank for place in span}
        return len(inside) >= _COVERED * len(blank) or any(
            len(span & blank) >= _SAME * len(span | blank) for span in spans
        )


def humans(library: str) -> list[Human]:
    """The questions of all banks whose words stand in `library`, the search form of everything."""
    found = {fold(one.text): one for one in _all()}
    return [one for one in found.values() if one.clause and one.clause in library]


def _all() -> Iterator[Human]:
    for path in sorted((CORPUS / "question_banks").rglob("*.*")):
        for item in parse(path.suffix[1:], path.read_bytes(), {}).items:
            blanks = list(_BLANK.finditer(item.stem))
            right = [choice.text.strip(" 。") for choice in item.choices if choice.is_right]
            if item.kind is Kind.CHOICE and len(blanks) == len(right) == 1:
                before, after = item.stem[: blanks[0].start()], item.stem[blanks[0].end() :]
                size = len(before)
                yield Human(before + right[0] + after, size, size + len(right[0]))


def _plain(text: str) -> str:
    return fold(text).replace("的", "")
