"""The glossary as the library keeps it: layers, and what they come to."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from study.phrases.glossary import Formulation, Wording
from study.search.folding import fold
from study.storage.database import Database, Transaction


async def digest(source: Database | Transaction, origin: str) -> str:
    """By what a layer is known again, '' when there is none."""
    rows = await source.read("select digest from glossary_layer where origin = ?", (origin,))
    return rows[0][0] if rows else ""


async def layer(source: Database | Transaction, origin: str) -> list[Formulation]:
    """The formulations of a layer."""
    rows = await source.read("select content from glossary_layer where origin = ?", (origin,))
    return [_formulation(one) for row in rows for one in json.loads(row[0])]


async def put_layer(
    transaction: Transaction, origin: str, digest: str, formulations: Iterable[Formulation]
) -> None:
    """Put a layer in the place of the one of its origin."""
    content = json.dumps([asdict(one) for one in formulations], ensure_ascii=False)
    await transaction.write(
        "insert into glossary_layer (origin, digest, content) values (?,?,?)"
        " on conflict (origin) do update set digest = excluded.digest, content = excluded.content",
        (origin, digest, content),
    )


async def settle(transaction: Transaction, formulations: Sequence[Formulation]) -> None:
    """Keep what the layers come to, to be looked up by every name."""
    await transaction.write("delete from formulation")
    await transaction.write_many(
        "insert into formulation (folded, name, content) values (?,?,?) on conflict do nothing",
        [
            (fold(name), name, json.dumps(asdict(one), ensure_ascii=False))
            for one in formulations
            for name in one.names
        ],
    )


async def find(database: Database, folded: str) -> Formulation | None:
    """The formulation of a name or alias in search form."""
    rows = await database.read("select content from formulation where folded = ?", (folded,))
    return _formulation(json.loads(rows[0][0])) if rows else None


async def names(source: Database | Transaction) -> list[str]:
    """Every name and alias."""
    return [row[0] for row in await source.read("select name from formulation order by folded")]


async def formulations(database: Database) -> list[Formulation]:
    """All formulations."""
    rows = await database.read("select distinct content from formulation")
    return [_formulation(json.loads(row[0])) for row in rows]


async def known(database: Database, forms: Sequence[str]) -> set[str]:
    """Those of `forms` (search forms, at most a few hundred) that are names or aliases."""
    marks = ",".join("?" * len(forms))
    rows = await database.read(f"select folded from formulation where folded in ({marks})", forms)
    return {row[0] for row in rows}


def _formulation(found: dict[str, Any]) -> Formulation:
    wordings = tuple(
        Wording(one["since"], one["source"], tuple(one["items"]), one["note"])
        for one in found["wordings"]
    )
    return Formulation(found["name"], tuple(found["aliases"]), found["field"], wordings)
