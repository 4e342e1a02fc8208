"""A question of the library, and the way it is put to a chat."""

from dataclasses import dataclass

from study.questions.question import Kind


@dataclass(frozen=True, slots=True)
class Option:
    """A choice in the library. `number` is its identity wherever it is shown; `position` its place
    in the source."""

    number: int
    position: int
    text: str
    is_right: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the library, with those of its choices that the reader may see.

    `answer`, `quote` and `phrase` as in `study.questions.question.Made`, `folded` is the phrase in
    search form. `material`, `title`, `spoken_on` and `paragraph` cite the source of one that was
    made, `bank` names where another comes from; what does not apply is None or ''.
    `identity` is that of `study.questions.identity`.
    """

    number: int
    kind: Kind
    stem: str
    choices: tuple[Option, ...]
    answer: tuple[str, ...]
    quote: str
    phrase: str
    folded: str
    score: float
    state: str
    material: int | None = None
    title: str = ""
    spoken_on: str = ""
    paragraph: int | None = None
    bank: str = ""
    identity: str = ""

    @property
    def right(self) -> tuple[Option, ...]:
        """The right choices; of an ordering and an enumeration all, in their order."""
        return tuple(choice for choice in self.choices if choice.is_right)


@dataclass(frozen=True, slots=True)
class Posed:
    """A question as a chat sees it: `options` in the order in which they stand below A, B, C …

    None for a question that is answered in words.
    """

    question: Question
    options: tuple[Option, ...]
