"""The words of the library, each with the number of paragraphs that have it."""

from collections.abc import Mapping, Sequence

from study.storage.database import Database, Transaction

LONGEST = 12
"""Characters of a word that is kept: longer ones are numbers, links and noise."""


async def add(transaction: Transaction, counts: Mapping[str, int]) -> None:
    """Add the paragraphs of new materials to the counts of their words."""
    await transaction.write_many(
        "insert into word (text, paragraphs) values (?,?)"
        " on conflict (text) do update set paragraphs = paragraphs + excluded.paragraphs",
        counts.items(),
    )


async def clear(transaction: Transaction) -> None:
    """Forget all words."""
    await transaction.write("delete from word")


async def counts(database: Database, texts: Sequence[str]) -> dict[str, int]:
    """Of `texts` (at most a few hundred), those that are words, with their paragraphs."""
    marks = ",".join("?" * len(texts))
    rows = await database.read(f"select text, paragraphs from word where text in ({marks})", texts)
    return {row[0]: row[1] for row in rows}
