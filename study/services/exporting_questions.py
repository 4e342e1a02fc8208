"""Taking questions along: as a table that can be taken in again, and as cards for Anki."""

from dataclasses import dataclass

from study.quiz.posed import Question
from study.storage import banks
from study.storage.database import Database


@dataclass(frozen=True, slots=True)
class Exported:
    """Questions to take along, and the numbers of those that only members may see."""

    questions: list[Question]
    for_members: frozenset[int]


async def exported(database: Database, word: str, bank: str, *, everything: bool) -> Exported:
    """The live questions with `word` in stem or answer, from the bank of this name ('' for any);
    members' ones only with `everything`."""
    found = await banks.exported(database, word, bank, everything=everything)
    numbers = [number for number, _ in found]
    return Exported(
        await banks.drawn(database, numbers, everything=everything),
        frozenset(number for number, is_open in found if not is_open),
    )
