"""Who reads."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reader:
    """A chat as the library sees it. `chat` is its key, `everything` whether members' materials
    are open to it."""

    chat: str
    everything: bool
