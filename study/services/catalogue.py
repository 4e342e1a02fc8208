"""The list of materials."""

from dataclasses import dataclass

from study.members.entitlement import Window
from study.storage import materials
from study.storage.database import Database
from study.storage.materials import Material

PAGE = 10


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the catalogue; `years` and `tags` are what one can narrow it by."""

    materials: list[Material]
    total: int
    number: int
    pages: int
    years: list[str]
    tags: dict[str, int]


async def catalogue(
    database: Database, *, window: Window, year: str = "", tag: str = "", page: int = 1
) -> Page:
    """A page of the materials a reader may read, newest first. A page too far is the last."""
    years, tags = await materials.years_and_tags(database, window=window)

    async def read(offset: int) -> tuple[int, list[Material]]:
        return await materials.catalogue(
            database, window=window, year=year, tag=tag, limit=PAGE, offset=offset
        )

    total, found = await read((page - 1) * PAGE)
    pages = max(1, -(-total // PAGE))
    if page > pages:
        total, found = await read((pages - 1) * PAGE)
    return Page(found, total, min(page, pages), pages, years, tags)
