"""A change that makes a true statement false."""

from dataclasses import dataclass

from study.questions.substitution import in_context


@dataclass(frozen=True, slots=True)
class Change:
    """In a statement `before`, which stands at `start`, becomes `after`.

    `phrase` is the formulation that it concerns ('' for none), `reason` says in Chinese why to know
    it. Nothing of `forbidden` may stand in the library and no group of `apart` together in one of
    its paragraphs, or the statement might be true nevertheless.
    """

    start: int
    before: str
    after: str
    phrase: str
    reason: str
    score: float
    forbidden: tuple[str, ...] = ()
    apart: tuple[tuple[str, ...], ...] = ()

    def applied(self, statement: str) -> str:
        """The statement with the change."""
        return statement[: self.start] + self.after + statement[self.start + len(self.before) :]

    def claim(self, statement: str) -> str:
        """What the changed clause says."""
        finish = self.start + len(self.before)
        return in_context(statement[: self.start], self.after, statement[finish:])
