"""Rows of pictures in evidence, by which their copies are found."""

import json
from collections.abc import Iterable

from study.storage.database import Database, Transaction, single

Source = Database | Transaction


async def add(transaction: Transaction, digest: str, marks: bytes, keys: Iterable[int]) -> None:
    """Write down the marks of a picture and their keys, once."""
    rows = await transaction.read(
        "insert into picture (digest, marks) values (?,?) on conflict do nothing returning id",
        (digest, marks),
    )
    if rows:
        picture = int(single(rows))
        await transaction.write_many(
            "insert into picture_key (key, picture) values (?,?)", [(key, picture) for key in keys]
        )


async def sharing(source: Source, keys: Iterable[int], fewest: int, most: int) -> list[int]:
    """The pictures that have most of these keys: at least `fewest`, and `most` pictures at most."""
    rows = await source.read(
        "select picture from picture_key where key in (select value from json_each(?))"
        " group by picture having count(*) >= ? order by count(*) desc, picture limit ?",
        (json.dumps(list(keys)), fewest, most),
    )
    return [row["picture"] for row in rows]


async def marks(source: Source, pictures: Iterable[int]) -> list[tuple[str, bytes]]:
    """Digest and marks of some pictures."""
    rows = await source.read(
        "select digest, marks from picture where id in (select value from json_each(?))",
        (json.dumps(list(pictures)),),
    )
    return [(row["digest"], row["marks"]) for row in rows]
