"""By what two reports can be seen to be about the same thing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trait:
    """A value in its plain, normalised form.

    `kind` is qq, group, link or name; text for a whole text, sketch for a clause of it; picture for
    a mark of a picture; content for the SHA-256 of a piece.
    """

    kind: str
    value: str
