"""Where a row of the index stands: date, material and paragraph in one number.

Places in descending order are newest speech first; those of a year lie together.
"""

_PARAGRAPH_BITS = 20
_MATERIAL_BITS = 18
LAST_PARAGRAPH = (1 << _PARAGRAPH_BITS) - 1
LAST_MATERIAL = (1 << _MATERIAL_BITS) - 1
TITLE = 0
"""The paragraph number under which a material's title is indexed."""


def place(spoken_on: str, material: int, paragraph: int) -> int:
    """The place of a paragraph of a material; `spoken_on` as in `study.materials.dates`.

    Raises ValueError when the material or paragraph number is too large.
    """
    if not (0 <= material <= LAST_MATERIAL and 0 <= paragraph <= LAST_PARAGRAPH):
        raise ValueError(f"no place for paragraph {paragraph} of material {material}")
    return (_day(spoken_on) << _MATERIAL_BITS | material) << _PARAGRAPH_BITS | paragraph


def material_of(place: int) -> int:
    """The material of a place."""
    return place >> _PARAGRAPH_BITS & LAST_MATERIAL


def paragraph_of(place: int) -> int:
    """The paragraph number of a place."""
    return place & LAST_PARAGRAPH


def places_between(first_year: int, last_year: int) -> tuple[int, int]:
    """The lowest place of `first_year`, and the first one after `last_year`."""
    return place(f"{first_year:04}", 0, 0), place(f"{last_year + 1:04}", 0, 0)


def _day(spoken_on: str) -> int:
    """2026-01 → 20260100; 0 for an unknown date."""
    return int(spoken_on.replace("-", "").ljust(8, "0"))


MATERIAL_SQL = f"(({{place}} >> {_PARAGRAPH_BITS}) & {LAST_MATERIAL})"
PARAGRAPH_SQL = f"({{place}} & {LAST_PARAGRAPH})"
"""The same two, for a query: `MATERIAL_SQL.format(place="gram.rowid")`."""
