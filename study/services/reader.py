"""Who reads."""

from dataclasses import dataclass

from study.members.entitlement import Window


@dataclass(frozen=True, slots=True)
class Reader:
    """A chat as the library sees it. `chat` is its key, `window` what of the members' part is open
    to it now."""

    chat: str
    window: Window

    @property
    def in_group(self) -> bool:
        """Whether what is said there is read by many."""
        return self.chat.startswith("group:")
