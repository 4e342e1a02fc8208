"""What a quiz is asked for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scope:
    """The questions that a quiz may draw from: about a `word`, from one `material`, from speeches
    of `years` (first and last); everything when nothing is given."""

    word: str = ""
    material: int | None = None
    years: tuple[int, int] | None = None

    @property
    def is_open(self) -> bool:
        """Whether nothing in particular was asked for."""
        return not self.word and self.material is None and self.years is None
