"""The next question of a quiz: drawn from what the chat may read and was not asked lately."""

from datetime import datetime, timedelta
from random import Random

from study.clock import stamp
from study.members.entitlement import EVERYTHING
from study.questions.question import Kind
from study.quiz.attempt import Occasion
from study.quiz.choosing import Eligible, Played, in_turn
from study.quiz.claims import false_claims
from study.quiz.posed import Posed, Question
from study.quiz.posing import pose
from study.quiz.scope import Scope
from study.search.folding import fold
from study.search.query import Query, Term
from study.services.finding import exists, places_of
from study.services.numerals import in_either_script
from study.services.reader import Reader
from study.storage import drawing, questions
from study.storage.database import Database
from study.storage.drawing import Wanted

NOT_AGAIN = timedelta(days=30)
"""A question does not come to a chat again before this time, unless it is asked for."""
_AT_ONCE = 60
"""Questions that one is chosen from."""
_TRIED = 12
"""Of these, how many are tried before the quiz does without."""
_PLACES = 100
"""Paragraphs with all words, the newest, whose questions are about them."""
_OF_WORDS = 500
"""Questions about words that are looked at; a play has twenty rounds at most."""


async def draw(
    database: Database,
    reader: Reader,
    scope: Scope,
    played: Played,
    occasion: Occasion,
    now: datetime,
    random: Random,
) -> Posed | None:
    """A question within `scope` that was not `played`, None when there is none.

    What a group names together is asked in a race only, for people take it from each other. What
    the chat was asked within 30 days comes again only where the scope names something in
    particular and nothing else is left of it: longest ago first.
    """
    kinds = tuple(kind for kind in Kind if occasion is Occasion.RACE or kind is not Kind.TOGETHER)
    numbers = await _about(database, reader, scope, random) if scope.words else None
    since, years = stamp(now - NOT_AGAIN), scope.years
    wanted = Wanted(reader.window, kinds, reader.chat, since, scope.materials, years, numbers)
    fresh = await drawing.eligible(database, wanted, random.random(), _AT_ONCE)
    if posed := await _first(database, reader, in_turn(fresh, played, random), random):
        return posed
    if scope.is_open:
        return None
    known = await drawing.asked_longest_ago(database, wanted, _AT_ONCE)
    again = [one for one in known if one.identity not in played.identities]
    return await _first(database, reader, again, random)


async def _about(
    database: Database, reader: Reader, scope: Scope, random: Random
) -> tuple[int, ...]:
    """Questions about all words: those that have them all, and from paragraphs with all of them
    those that have any. Of very many some, drawn by lot."""
    terms = tuple(Term(word, (fold(word),)) for word in scope.words)
    query = await in_either_script(database, reader, Query(terms, years=scope.years))
    places = await places_of(
        database,
        query,
        window=reader.window,
        most=_PLACES,
        materials=scope.materials,
    )
    having = [
        {number for form in term.forms for number in await drawing.about(database, form)}
        for term in query.terms
    ]
    forms = [form for term in query.terms for form in term.forms]
    where = [(one.material, one.paragraph) for one in places]
    found = having[0].intersection(*having[1:])
    found.update(await drawing.from_places(database, forms, where))
    return tuple(random.sample(sorted(found), min(len(found), _OF_WORDS)))


async def _first(
    database: Database, reader: Reader, eligible: list[Eligible], random: Random
) -> Posed | None:
    """The first of `eligible` that can be put as it is meant."""
    numbers = [one.number for one in eligible[:_TRIED]]
    found = await questions.drawn(database, numbers, window=reader.window)
    by_number = {one.number: one for one in found}
    for number in numbers:
        question = by_number.get(number)
        posed = pose(question, random) if question else None
        if posed and await still_right(database, posed.question):
            return posed
    return None


async def still_right(database: Database, question: Question) -> bool:
    """Whether nothing that is shown as wrong became true by a material that came in later."""
    for text in false_claims(question):
        form = fold(text)
        if await exists(database, Query((Term(text, (form,)),)), window=EVERYTHING):
            return False
    return True
