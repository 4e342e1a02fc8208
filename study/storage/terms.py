"""Rows of terms and characters: what people may have meant who found nothing."""

import json
from collections.abc import Iterable, Mapping, Sequence

from study.search.patterns import Pattern
from study.search.sign import Character
from study.search.term import Keys, Term
from study.storage.database import Database, Transaction, Value, single

MOST_CANDIDATES = 160
_AFTER_ALL = chr(0x10FFFF)
_PATTERN = (
    "select value ->> 0 as length, value ->> 1 as first, value ->> 2 as behind,"
    " value ->> 3 as last from json_each(?)"
)


async def clear(transaction: Transaction) -> None:
    """Forget all terms and characters, to work out anew what they are found by."""
    await transaction.write("delete from term")
    await transaction.write("delete from character")


async def known(transaction: Transaction, texts: Iterable[str]) -> set[str]:
    """Those of `texts` that are terms already."""
    rows = await transaction.read(
        "select text from term where text in (select value from json_each(?))",
        (json.dumps(list(texts)),),
    )
    return {row[0] for row in rows}


async def insert(transaction: Transaction, terms: Iterable[tuple[Term, Keys]]) -> None:
    """Store new terms."""
    await transaction.write_many(
        "insert into term (text, times, is_phrase, length, sound, backwards, initials)"
        " values (?,?,?,?,?,?,?)",
        [_values(term, found_by) for term, found_by in terms],
    )


async def meet_again(transaction: Transaction, terms: Iterable[Term]) -> None:
    """Count terms that are stored; a word may turn out a key phrase."""
    await transaction.write_many(
        "update term set times = times + ?, is_phrase = max(is_phrase, ?) where text = ?",
        [(term.times, term.is_phrase, term.text) for term in terms],
    )


async def has_characters(transaction: Transaction) -> bool:
    """Whether the table of characters is filled."""
    return bool(single(await transaction.read("select exists (select 1 from character)")))


async def insert_characters(transaction: Transaction, characters: Mapping[str, Character]) -> None:
    """Fill the table of characters."""
    await transaction.write_many(
        "insert into character (text, sounds, lookalikes) values (?,?,?)",
        [(text, " ".join(one.sounds), one.lookalikes) for text, one in characters.items()],
    )


async def characters(database: Database, texts: Iterable[str]) -> dict[str, Character]:
    """What is known of those of `texts` that are in the table."""
    rows = await database.read(
        "select text, sounds, lookalikes from character"
        " where text in (select value from json_each(?))",
        (json.dumps(sorted(set(texts))),),
    )
    return {row[0]: Character(tuple(row[1].split()), row[2]) for row in rows}


async def matching(database: Database, patterns: Sequence[Pattern]) -> list[Term]:
    """The terms that fit one of `patterns`, those met most often when they are very many."""
    forward = [_forward(one) for one in patterns if len(one.beginning) >= len(one.ending)]
    backward = [_backward(one) for one in patterns if len(one.beginning) < len(one.ending)]
    rows = await database.read(_MATCHING, (json.dumps(forward), json.dumps(backward)))
    return [Term(row[0], row[1], bool(row[2])) for row in rows]


async def beginning_with(database: Database, initials: Iterable[str]) -> list[Term]:
    """The terms whose sounds have these first letters, those met most often when very many."""
    rows = await database.read(
        "select text, times, is_phrase from term"
        " where initials in (select value from json_each(?))"
        f" order by is_phrase desc, times desc limit {MOST_CANDIDATES}",
        (json.dumps(list(initials)),),
    )
    return [Term(row[0], row[1], bool(row[2])) for row in rows]


def _fitting(column: str) -> str:
    """The terms of patterns that are looked up by `column` and verified by its other end."""
    return (
        f"select text, times, is_phrase from {column}_pattern as pattern cross join term"
        " on term.length = pattern.length and {0} >= first and {0} <= behind"
        " and substr({0}, term.length - length(last) + 1) = last"
    ).format(column)


_MATCHING = (
    # Materialized: otherwise the JSON is read again for every row.
    f"with sound_pattern as materialized ({_PATTERN}),"
    f" backwards_pattern as materialized ({_PATTERN})"
    f" select distinct text, times, is_phrase from ({_fitting('sound')} union all"
    f" {_fitting('backwards')}) order by is_phrase desc, times desc limit {MOST_CANDIDATES}"
)


def _forward(pattern: Pattern) -> list[Value]:
    return _range(pattern.length, pattern.beginning, pattern.ending)


def _backward(pattern: Pattern) -> list[Value]:
    return _range(pattern.length, pattern.ending[::-1], pattern.beginning[::-1])


def _range(length: int, first: str, last: str) -> list[Value]:
    """The bounds of an index's range, and what its rows must end in."""
    return [length, first, first + _AFTER_ALL, last]


def _values(term: Term, found_by: Keys) -> tuple[Value, ...]:
    length = len(found_by.sound)
    far = length > 2
    return (
        *(term.text, term.times, term.is_phrase, length, found_by.sound),
        *((found_by.sound[::-1], found_by.initials) if far else (None, None)),
    )
