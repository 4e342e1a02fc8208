"""What is shown of a source: whole clauses around the place that a quotation stands in."""

from itertools import accumulate

from study.materials.sentences import Span
from study.quotations.stretch import Stretch
from study.quotations.text import CLAUSE_SIGNS, SENTENCE_SIGNS, Text
from study.quotations.verdict import Place, Source
from study.search.folding import fold

_WIDEST = 60
"""Characters that a source is widened by on one side at most, to begin and end with a sentence;
with a clause when that is too far."""
_CLOSERS = '。！？!?；;，,：:、”’」』）》】)"'


def place_of(stretch: Stretch, start: int, finish: int) -> Place:
    """The paragraphs of `folded[start:finish]` of a stretch."""
    if len(stretch.paragraphs) == 1:
        first = stretch.first
        return Place(stretch.material, stretch.title, stretch.spoken_on, first, first)
    ends = list(accumulate(len(fold(paragraph)) for paragraph in stretch.paragraphs))
    first = sum(end <= start for end in ends)
    last = sum(end < finish for end in ends)
    return Place(
        stretch.material,
        stretch.title,
        stretch.spoken_on,
        stretch.first + first,
        stretch.first + last,
    )


def source_of(stretch: Stretch, text: Text, start: int, finish: int) -> tuple[Source, int]:
    """The source around `folded[start:finish]` of a stretch, whose text is `text`, and where it
    begins in that text."""
    start, finish = _widened(text, start, finish)
    span = text.span(start, finish)
    opened = span.start - _openers(text.verbatim[: span.start])
    closed = span.finish
    while closed < len(text.verbatim) and text.verbatim[closed] in _CLOSERS:
        closed += 1
    return Source(place_of(stretch, start, finish), text.verbatim[opened:closed]), opened


def shifted(span: Span, offset: int) -> Span:
    """A span of a text as one of what begins at `offset` of it."""
    return Span(span.start - offset, span.text)


def _openers(before: str) -> int:
    """How many quotes and brackets open right before a place."""
    return len(before) - len(before.rstrip("“‘「『（《【("))


def _widened(text: Text, start: int, finish: int) -> tuple[int, int]:
    first, last = text.around(start, finish, SENTENCE_SIGNS)
    clause_first, clause_last = text.around(start, finish, CLAUSE_SIGNS)
    return (
        _near(start, first, clause_first),
        _near(finish, last, clause_last),
    )


def _near(place: int, *choices: int) -> int:
    """The first of `choices` that is not too far from `place`, or the place itself."""
    return next((choice for choice in choices if abs(choice - place) <= _WIDEST), place)
