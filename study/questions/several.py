"""Which of several belong to an enumeration, and which does not."""

from hashlib import sha256

from study.questions import stems
from study.questions.enumeration import Enumeration
from study.questions.question import Choice, Kind
from study.questions.strangers import Stranger, doubt, strangers
from study.questions.supply import Supply
from study.questions.unverified import Unverified
from study.search.folding import fold

_MOST_RIGHT = 4
_LEAST_WRONG = 2
_OPTIONS = 6
_KNOWN = 2.0
"""The score of an enumeration that has a name."""
_TRIED = 4
"""Strangers that are tried one after the other where one is needed."""


def drafts(one: Enumeration, supply: Supply) -> list[Unverified]:
    """Both questions about an enumeration, for which the library has strangers."""
    found = strangers(one, supply)
    return [*_which(one, found, supply), *_which_not(one, found, supply)]


def _which(one: Enumeration, found: list[Stranger], supply: Supply) -> list[Unverified]:
    """Asked of what is known by its name: of other lists a stranger is often as good as an item."""
    right = sorted(_drawn(one), key=one.items.index)
    tried = found[: _OPTIONS - len(right)]
    if len(tried) < _LEAST_WRONG or one.score < _KNOWN:
        return []
    choices = [Choice(item, is_right=True) for item in right]
    choices += [Choice(each.text, is_right=False, material=each.material) for each in tried]
    doubts = tuple(
        doubt(index, one, stranger.text, supply)
        for index, stranger in enumerate(tried, start=len(right))
    )
    made = one.asked(Kind.SEVERAL, stems.which(one), tuple(choices))
    return [Unverified(made, doubts, least=_LEAST_WRONG)]


def _which_not(one: Enumeration, found: list[Stranger], supply: Supply) -> list[Unverified]:
    """The same question with one stranger after the other, until one holds."""
    items = [Choice(item, is_right=False) for item in one.items]
    stem = stems.which_not(one)
    about = f"{Kind.CHOICE} {one.paragraph} {fold(''.join(one.items))}"
    drafts: list[Unverified] = []
    for stranger in found[:_TRIED]:
        right = Choice(stranger.text, is_right=True, material=stranger.material)
        made = one.asked(Kind.CHOICE, stem, (right, *items))
        what = doubt(None, one, stranger.text, supply)
        drafts.append(Unverified(made, (what,), about=about))
    return drafts


def _drawn(one: Enumeration) -> list[str]:
    """Two to four of its items, how many and which by lot: all of them, or not."""
    lots = [sha256(f"{item}{one.quote}".encode()).hexdigest() for item in one.items]
    most = min(len(one.items), _MOST_RIGHT)
    count = 2 + int(lots[0][:8], 16) % (most - 1)
    return [item for _, item in sorted(zip(lots, one.items, strict=True))][:count]
