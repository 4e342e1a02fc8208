"""Whether something stands in the library: what no wrong choice of a question may do.

Everything counts, members' materials too: a choice that is true there is true.
"""

from collections.abc import Sequence

from study.members.entitlement import EVERYTHING
from study.search.folding import fold
from study.search.query import Query, Term
from study.services.finding import exists, places_of
from study.storage.database import Database

_MOST = 500
"""Paragraphs that are counted at most."""


async def stands(database: Database, text: str) -> bool:
    """Whether any paragraph has `text`, compared in search form; a text of signs alone has none."""
    return await stand_together(database, (text,))


async def stand_together(database: Database, pieces: Sequence[str]) -> bool:
    """Whether any paragraph has all of `pieces`, in whatever order."""
    query = _all(pieces)
    return bool(query.terms) and await exists(database, query, window=EVERYTHING)


async def frequency(database: Database, text: str) -> int:
    """How many paragraphs have `text`; of very many only the newest 500 are counted."""
    query = _all((text,))
    if not query.terms:
        return 0
    return len(await places_of(database, query, window=EVERYTHING, most=_MOST))


def _all(pieces: Sequence[str]) -> Query:
    return Query(tuple(Term(piece, (form,)) for piece in pieces if (form := fold(piece))))
