"""A question that may be put only when the library bears it out."""

from dataclasses import dataclass

from study.questions.question import Made


@dataclass(frozen=True, slots=True)
class Doubt:
    """What would make a wrong choice, or a changed statement, right.

    None of the texts in `forbidden` may stand in the library, and no group of `apart` may stand
    together in one of its paragraphs. `choice` is the index in `Made.choices` of the wrong choice
    that falls when it does; None: the question falls.
    """

    choice: int | None
    forbidden: tuple[str, ...] = ()
    apart: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Unverified:
    """A question with what must be verified first.

    Of its wrong choices those that hold are kept; with less than `least` the question falls. Of
    several questions with one `about` only the first that holds is taken ('' for one that stands by
    itself).
    """

    made: Made
    doubts: tuple[Doubt, ...] = ()
    least: int = 0
    about: str = ""
