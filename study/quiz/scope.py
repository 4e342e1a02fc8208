"""What a quiz is asked for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asks a quiz to be about, in his own words.

    `numbers` and `titles` name materials, `tags` what they must have, `years` (first and last) when
    they were spoken; `words` are what the questions are to be about.
    """

    words: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    titles: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    years: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """The questions that a quiz may draw from: those about all of `words`, from `materials` (newest
    first), from speeches of `years` (first and last). Everything when nothing is given.

    `called` is how people name those materials: M0012, 《title》, #tag.
    """

    words: tuple[str, ...] = ()
    materials: tuple[int, ...] | None = None
    years: tuple[int, int] | None = None
    called: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether nothing in particular was asked for."""
        return not self.words and self.materials is None and self.years is None
