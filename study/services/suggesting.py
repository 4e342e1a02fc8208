"""What somebody who found nothing may have meant: terms of the library that sound or look alike."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence

from study.search.folding import fold
from study.search.numbers import other_spellings
from study.search.patterns import initials_of, patterns_of, whole
from study.search.pronouncing import sounds_of_character, sounds_of_term
from study.search.resemblance import Comparison
from study.search.shapes import lookalikes
from study.search.sign import Character, signs_of
from study.search.suggestions import Guess, guess, guesses_within, in_order
from study.search.term import LONGEST, SHORTEST, Term, is_suggestible, keys, spelled
from study.storage import terms
from study.storage.database import Database, Transaction

Exists = Callable[[str], Awaitable[bool]]
"""Whether a text is found in what this person may read."""

MOST = 3
_MOST_CHECKS = 24 - MOST
"""Of suggestions; the words of a query are checked besides."""
_LONGEST_QUERY = 100
_MOST_TYPED = 48
"""Letters of a query in pinyin; longer ones are no slip of the pen."""
_AT_A_STRETCH = 8
"""Terms that are compared before others get their turn."""
_LONGEST_PIECE = 8
_NUMBER = 0.1
"""What it costs to take a number in digits for one in words, as `distance` measures."""
_BLANK = re.compile(r"\s+")
_LETTER = re.compile("[a-z]")


async def fill_tables(transaction: Transaction) -> None:
    """Store how characters sound and look, when that was not done yet (0.3 s, once)."""
    if await terms.has_characters(transaction):
        return
    shapes = lookalikes()
    characters = {chr(code) for code in range(0x4E00, 0xA000)} | {"〇"}
    simplified = [one for one in characters if fold(one) == one and sounds_of_character(one)]
    await terms.insert_characters(
        transaction,
        {one: Character(sounds_of_character(one), shapes.get(one, "")) for one in simplified},
    )


async def learn(
    transaction: Transaction, words: Mapping[str, int], phrases: Mapping[str, int]
) -> None:
    """Take words and key phrases into the library's terms, each with how often it was met now.

    Only those that are new cost anything to speak of.
    """
    # A segmenter leaves signs on some words (保税+).
    plain = {text: times for text, times in words.items() if text.isalnum()}
    met = [Term(text, times, text in phrases) for text, times in {**plain, **phrases}.items()]
    known = await terms.known(transaction, [term.text for term in met])
    await terms.meet_again(transaction, [term for term in met if term.text in known])
    new = [term for term in met if term.text not in known and is_suggestible(term.text)]
    await terms.insert(
        transaction, [(term, keys(sounds_of_term(spelled(term.text)))) for term in new]
    )


async def near_terms(database: Database, query: str, exists: Exists) -> list[str]:
    """Up to three texts that somebody who typed `query` may have meant and that `exists`, the
    likeliest first: a term, the query with one of its words replaced by a term, or with its
    numbers in the other script.

    Empty for what is no slip of the pen: one character, or very many.
    """
    if len(query) > _LONGEST_QUERY:
        return []
    parts = [folded for part in _BLANK.split(query) if (folded := fold(part))]
    typed = "".join(parts)
    if not SHORTEST <= len(typed) <= _MOST_TYPED:
        return []
    guesses = [Guess(_NUMBER, one) for one in other_spellings(typed)]
    guesses += await _guesses(database, typed)
    if len(parts) > 1 and not typed.isascii():
        guesses += await _with_one_part_replaced(database, parts, exists)
    else:
        guesses += await _with_one_piece_replaced(database, typed)
    return await _verified(in_order(guesses, typed), exists)


async def _guesses(database: Database, typed: str) -> list[Guess]:
    """The terms that all of a query may stand for."""
    characters = await _characters(database, typed)
    ways = [signs for signs in signs_of(typed, characters) if len(signs) <= LONGEST]
    patterns = [one for signs in ways for one in patterns_of(signs, characters)]
    found = await terms.matching(database, patterns) if patterns else []
    if _LETTER.search(typed):
        found += await terms.beginning_with(database, {initials_of(signs) for signs in ways})
    characters |= await terms.characters(database, "".join(spelled(term.text) for term in found))
    comparison = Comparison(characters)
    return [one async for term in _in_turns(found) if (one := guess(ways, term, comparison))]


async def _characters(database: Database, typed: str) -> dict[str, Character]:
    """What is known of the characters of a query, and of those that look like them."""
    # The digits of typed numbers may be read one by one, or with 十.
    written = await terms.characters(database, typed + "".join(other_spellings(typed)))
    others = "".join(one.lookalikes for one in written.values())
    return await terms.characters(database, others) | written


async def _with_one_part_replaced(
    database: Database, parts: Sequence[str], exists: Exists
) -> list[Guess]:
    """A query of several words with each of those that are not found replaced by a term."""
    guesses: list[Guess] = []
    for place, part in enumerate(parts[:MOST]):
        if len(part) >= SHORTEST and not await exists(part):
            guesses += [
                Guess(one.cost, " ".join([*parts[:place], one.text, *parts[place + 1 :]]))
                for one in await _guesses(database, part)
            ]
    return guesses


async def _with_one_piece_replaced(database: Database, typed: str) -> list[Guess]:
    """A query written in one with each piece replaced that sounds like a term."""
    characters = await terms.characters(database, typed)
    signs = signs_of(typed, characters)[0]
    # Only where each sign is the character that was typed.
    if "".join(sign.text for sign in signs) != typed or len(typed) > LONGEST:
        return []
    patterns = [
        pattern
        for start in range(len(signs))
        for finish in range(start + SHORTEST, min(len(signs), start + _LONGEST_PIECE) + 1)
        for pattern in whole(signs[start:finish])
        if finish - start < len(signs)
    ]
    if not patterns:
        return []
    found = await terms.matching(database, patterns)
    characters |= await terms.characters(database, "".join(spelled(term.text) for term in found))
    comparison = Comparison(characters)
    return [
        one async for term in _in_turns(found) for one in guesses_within(signs, term, comparison)
    ]


async def _in_turns(found: Sequence[Term]) -> AsyncIterator[Term]:
    """The terms, with the turn given to others in between."""
    for number, term in enumerate(found):
        if number % _AT_A_STRETCH == 0:
            await asyncio.sleep(0)
        yield term


async def _verified(texts: Sequence[str], exists: Exists) -> list[str]:
    """The first of `texts` that exist."""
    found: list[str] = []
    for text in texts[:_MOST_CHECKS]:
        if await exists(text):
            found.append(text)
        if len(found) == MOST:
            break
    return found
