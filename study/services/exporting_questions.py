"""Taking questions along: as a table that can be taken in again, and as cards for Anki."""

from study.quiz.posed import Question
from study.storage import banks, questions
from study.storage.database import Database

_AT_ONCE = 500


async def exported(database: Database, word: str, bank: str, *, everything: bool) -> list[Question]:
    """The live questions with `word` in stem or answer, from the bank of this name ('' for any);
    members' ones only with `everything`."""
    numbers = await banks.exported(database, word, bank, everything=everything)
    found: dict[int, Question] = {}
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        read = await questions.drawn(database, some, everything=everything)
        found |= {one.number: one for one in read}
    return [found[number] for number in numbers if number in found]
