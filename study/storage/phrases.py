"""Rows of key phrases and their items."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from study.members.entitlement import Window
from study.phrases.key_phrase import KeyPhrase, Kind
from study.search.folding import fold
from study.storage.database import Database, Transaction, single
from study.storage.readable import READABLE, window_values


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A formulation with its items, as one material has them; items verbatim and in order."""

    text: str
    items: tuple[str, ...]
    material: int
    title: str
    spoken_on: str
    paragraph: int


async def put(transaction: Transaction, material: int, phrases: Iterable[KeyPhrase]) -> None:
    """Store the key phrases of a material, in the place of those it had."""
    await transaction.write(
        "delete from key_phrase_item where phrase_id in"
        " (select id from key_phrase where material_id = ?)",
        (material,),
    )
    await transaction.write("delete from key_phrase where material_id = ?", (material,))
    first = int(single(await transaction.read("select coalesce(max(id), 0) + 1 from key_phrase")))
    numbered = list(enumerate(phrases, first))
    await transaction.write_many(
        "insert into key_phrase"
        " (id, material_id, paragraph, start, text, folded, kind, reason, times)"
        " values (?,?,?,?,?,?,?,?,?)",
        [
            (number, material, one.paragraph, one.start, one.text, fold(one.text), one.kind,
             one.reason, one.times)
            for number, one in numbered
        ],
    )  # fmt: skip
    await transaction.write_many(
        "insert into key_phrase_item (phrase_id, position, text) values (?,?,?)",
        [(number, place, item) for number, one in numbered for place, item in enumerate(one.items)],
    )


async def enumerations(
    database: Database, forms: Sequence[str], *, window: Window
) -> list[Enumeration]:
    """The enumerations of formulations (search forms) that a reader may read, oldest first."""
    marks = ",".join("?" * len(forms))
    rows = await database.read(
        "select k.id, k.text, m.id, m.title, m.spoken_on, k.paragraph, i.text from key_phrase k"
        " join material m on m.id = k.material_id join key_phrase_item i on i.phrase_id = k.id"
        f" where k.folded in ({marks}) and k.kind = ? and {READABLE}"
        " order by m.spoken_on, m.id, k.paragraph, k.id, i.position",
        (*forms, Kind.ENUMERATION, *window_values(window)),
    )
    found: dict[int, Enumeration] = {}
    for phrase, text, material, title, spoken_on, paragraph, item in map(tuple, rows):
        before = found[phrase].items if phrase in found else ()
        found[phrase] = Enumeration(text, (*before, item), material, title, spoken_on, paragraph)
    return list(found.values())


async def known(database: Database, forms: Sequence[str], *, window: Window) -> set[str]:
    """Those of `forms` (search forms, at most a few hundred) in which a number stands for items
    somewhere that a reader may read."""
    marks = ",".join("?" * len(forms))
    rows = await database.read(
        "select distinct k.folded from key_phrase k join material m on m.id = k.material_id"
        f" where k.folded in ({marks}) and k.kind in (?,?) and {READABLE}",
        (*forms, Kind.NUMERAL, Kind.ENUMERATION, *window_values(window)),
    )
    return {row[0] for row in rows}
