"""What is said of each part of a quotation, in verbatim text."""

from collections.abc import Callable, Iterable

from study.quotations.change import Change
from study.quotations.findings import Finding
from study.quotations.sources import shifted, source_of
from study.quotations.text import Text, text_of
from study.quotations.verdict import Difference, Form, Kind, Part, Source
from study.quotations.windows import Window

_WEIGHT = (
    Kind.OTHER_YEAR,
    Kind.MISSING,
    Kind.EXTRA,
    Kind.LEFT_OUT,
    Kind.ADDED,
    Kind.ORDER,
    Kind.WORDING,
    Kind.NUMERALS,
)
"""Which of several kinds of difference a part is called by."""

Elsewhere = Callable[[Change], Source | None]


def found_part(quoted: Text, finding: Finding, elsewhere: Elsewhere) -> Part:
    """A part that stands in a source, as it is or with differences."""
    text, near = finding.text, finding.match
    source, offset = source_of(near.window.stretch, text, near.start, near.finish)
    differences = tuple(
        _difference(quoted, text, change, offset, elsewhere(change)) for change in finding.changes
    )
    kinds = {one.kind for one in differences}
    kind = next((kind for kind in _WEIGHT if kind in kinds), Kind.SAME)
    span = quoted.span(finding.start, finding.finish)
    form = _form(span.text, text.span(near.start, near.finish).text)
    return Part(kind, span, form, source, finding.similarity, differences)


def nowhere(quoted: Text, start: int, finish: int) -> Part:
    """A part that stands in no source."""
    return Part(Kind.NOT_FOUND, quoted.span(start, finish))


def excerpt(window: Window, start: int, finish: int) -> Source:
    """The source around a place of a window."""
    text = text_of(*window.stretch.paragraphs)
    return source_of(window.stretch, text, start, finish)[0]


def distinct(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Sources without those whose words came before."""
    return tuple({source.text: source for source in reversed(list(sources))}.values())[::-1]


def _difference(
    quoted: Text, text: Text, change: Change, offset: int, elsewhere: Source | None
) -> Difference:
    return Difference(
        kind=Kind.OTHER_YEAR if elsewhere else change.kind,
        quoted=quoted.span(change.a, change.b),
        sourced=shifted(text.span(change.c, change.d), offset),
        elsewhere=elsewhere,
    )


def _form(quoted: str, sourced: str) -> Form:
    if quoted == sourced:
        return Form.EXACT
    return Form.SIGNS if _letters(quoted) == _letters(sourced) else Form.LETTERS


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
