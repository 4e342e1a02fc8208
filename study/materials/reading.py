"""Reading on in a material, passage by passage."""

from collections.abc import Sequence
from dataclasses import dataclass

from study.materials.paragraph import Paragraph
from study.materials.sentences import Span, sentences

LONGEST = 180
"""Characters of a passage, as of an excerpt; a longer sentence comes whole."""
_ENOUGH = 60
"""A passage takes in the next paragraphs until it has so many characters."""


@dataclass(frozen=True, slots=True)
class Reach:
    """A passage to read: the headings it stands under, its verbatim text (a line a paragraph),
    the first and last paragraph, and where in the last one it ends."""

    headings: tuple[str, ...]
    text: str
    first: int
    last: int
    finish: int


def next_reach(paragraphs: Sequence[Paragraph], finish: int) -> Reach | None:
    """The passage after character `finish` of the first of `paragraphs`; None at the end.

    Whole sentences up to LONGEST characters, at least one; short paragraphs go together, and
    headings go before what they stand over, or alone when nothing follows them.
    """
    headings: list[Paragraph] = []
    taken: list[tuple[int, Span]] = []
    for paragraph in paragraphs:
        rest = Span(finish, paragraph.text[finish:])
        finish = 0
        size = sum(len(span.text) for _, span in taken)
        if not rest.text.strip():
            continue
        if taken and (paragraph.level or size >= _ENOUGH or size + len(rest.text) > LONGEST):
            break
        if paragraph.level:
            headings.append(paragraph)
            continue
        taken.append((paragraph.number, _whole_sentences(rest)))
        if taken[-1][1].finish < rest.finish:
            break  # Its own rest comes before the next paragraph.
    if taken:
        return _reach(tuple(heading.text for heading in headings), taken)
    return _reach((), [(one.number, Span(0, one.text)) for one in headings]) if headings else None


def _reach(headings: tuple[str, ...], taken: list[tuple[int, Span]]) -> Reach:
    text = "\n".join(span.text.strip() for _, span in taken)
    return Reach(headings, text, taken[0][0], taken[-1][0], taken[-1][1].finish)


def _whole_sentences(rest: Span) -> Span:
    """As many sentences from the start of `rest` as fit; one that is too long comes whole."""
    if len(rest.text) <= LONGEST:
        return rest
    length = 0
    for sentence in sentences(rest.text):
        if length and sentence.finish > LONGEST:
            break
        length = sentence.finish
    return Span(rest.start, rest.text[: length or len(rest.text)])
