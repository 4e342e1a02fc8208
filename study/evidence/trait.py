"""By what two reports can be seen to be about the same thing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trait:
    """A value in its plain, normalised form.

    `kind` is qq, group, link or name; text for a whole text, sketch for a clause of it; picture for
    a mark of a picture; content for the SHA-256 of a piece; mentioned for any number that may be
    somebody's: it only keeps the case from him.
    """

    kind: str
    value: str

    @property
    def compared_as(self) -> str:
        """The kind as which the value is compared: who is mentioned is found like who is
        suspected."""
        return "qq" if self.kind == "mentioned" else self.kind
