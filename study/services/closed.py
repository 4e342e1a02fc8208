"""Materials that somebody names and may not read."""

from study.services.reader import Reader
from study.storage import materials
from study.storage.database import Database


class MembersOnly(Exception):
    """The material is one of the members' part that is not open to the reader; `year` is when it
    was spoken, '' where that is not known. No more of it is told."""

    def __init__(self, year: str) -> None:
        super().__init__(year)
        self.year = year


class ExcerptsOnly(Exception):
    """Groups read no more than excerpts of members' materials; where somebody wanted to read on."""

    def __init__(self, material: int, paragraph: int) -> None:
        super().__init__(material, paragraph)
        self.material, self.paragraph = material, paragraph


async def refuse_closed(database: Database, reader: Reader, number: int) -> None:
    """Raise MembersOnly for a material that is there and not open to a reader."""
    year = await materials.year_of_closed(database, number, window=reader.window)
    if year is not None:
        raise MembersOnly(year)
