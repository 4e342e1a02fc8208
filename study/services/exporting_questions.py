"""Taking questions along: as a table that can be taken in again, and as cards for Anki."""

from dataclasses import dataclass

from study.members.entitlement import Window
from study.quiz.posed import Question
from study.storage import banks
from study.storage.database import Database


@dataclass(frozen=True, slots=True)
class Exported:
    """Questions to take along, and the numbers of those that only members may see."""

    questions: list[Question]
    for_members: frozenset[int]


async def exported(database: Database, word: str, bank: str, *, window: Window) -> Exported:
    """The live questions with `word` in stem or answer, from the bank of this name ('' for any);
    those of members only in their `window`."""
    found = await banks.exported(database, word, bank, window=window)
    numbers = [number for number, _ in found]
    return Exported(
        await banks.drawn(database, numbers, window=window),
        frozenset(number for number, is_open in found if not is_open),
    )
