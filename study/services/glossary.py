"""Keeping the glossary: what ships, a group's own file, and what admins add from chat."""

import hashlib
from dataclasses import replace
from datetime import datetime

from study.clock import stamp
from study.phrases.glossary import Formulation, Wording, merge, parse
from study.search.folding import fold
from study.storage import audit, glossary
from study.storage.database import Database, Transaction

_LAYERS = ("shipped", "file", "admin")


class UnknownFormulation(Exception):
    """No formulation of that name was added by an admin."""


async def bring_in_shipped(database: Database, text: str) -> None:
    """Take the shipped glossary in, when it is another than last time."""
    await _bring_in(database, "shipped", text)


async def bring_in_file(database: Database, text: str) -> int:
    """Put a group's own file in the place of its last one; how many formulations it has.

    Raises BadGlossary.
    """
    return await _bring_in(database, "file", text)


async def entry(database: Database, name: str) -> Formulation | None:
    """The formulation of a name or alias, None when the glossary has none."""
    return await glossary.find(database, fold(name))


async def add(
    database: Database, name: str, field: str, wording: Wording, by: str, now: datetime
) -> tuple[Formulation, bool]:
    """Add a wording to a formulation, in the place of one of the same date, or a formulation of
    this one wording; which comes of it, and whether there was one."""
    before = await glossary.find(database, fold(name))
    others = [one for one in before.wordings if one.since != wording.since] if before else []
    wordings = tuple(sorted([*others, wording], key=lambda one: one.since))
    kept = before or Formulation(name, (), field, ())
    after = replace(kept, wordings=wordings)
    async with database.transaction() as transaction:
        layer = await _without(transaction, after.name)
        await glossary.put_layer(transaction, "admin", "", [*layer, after])
        await _settle(transaction)
        await audit.note(transaction, stamp(now), by, "词典 加", repr(before or ""), repr(after))
    return after, before is not None


async def remove(database: Database, name: str, by: str, now: datetime) -> Formulation | None:
    """Take back what an admin added; what the glossary still has of that name.

    Raises UnknownFormulation.
    """
    async with database.transaction() as transaction:
        found = await glossary.layer(transaction, "admin")
        others = await _without(transaction, name)
        if len(others) == len(found):
            raise UnknownFormulation
        await glossary.put_layer(transaction, "admin", "", others)
        await _settle(transaction)
        gone = [one for one in found if one not in others]
        await audit.note(transaction, stamp(now), by, "词典 删", repr(gone), "")
    return await glossary.find(database, fold(name))


async def _without(transaction: Transaction, name: str) -> list[Formulation]:
    """What admins added, but for one name."""
    found = await glossary.layer(transaction, "admin")
    return [one for one in found if fold(name) not in map(fold, one.names)]


async def _bring_in(database: Database, origin: str, text: str) -> int:
    digest = hashlib.sha256(text.encode()).hexdigest()
    if digest == await glossary.digest(database, origin):
        return len(await glossary.layer(database, origin))
    formulations = parse(text)
    async with database.transaction() as transaction:
        await glossary.put_layer(transaction, origin, digest, formulations)
        await _settle(transaction)
    return len(formulations)


async def _settle(transaction: Transaction) -> None:
    """Work out what the layers come to, the later over the earlier."""
    merged: list[Formulation] = []
    for origin in _LAYERS:
        merged = merge(merged, await glossary.layer(transaction, origin))
    await glossary.settle(transaction, merged)
