"""Passages that can stand alone: verbatim runs of whole sentences from one paragraph.

A passage is taken only when a reader who has never seen the document understands it; the rules
for single sentences are in `standalone`, the order of what is left in `worth`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from study.materials.marks import is_article
from study.materials.paragraph import Paragraph
from study.materials.sentences import Span, is_balanced, sentences
from study.materials.standalone import closing_objection, objection, opening_objection
from study.materials.worth import Merit, is_statistics, merit, worth

SHORTEST = 40
LONGEST = 180
"""Characters of a passage."""
LEAST_WORTH = 1.5
"""Passages below are lists of measures and figures: true, but nothing to keep in mind."""

_BLANK = " \t\u3000"
_BEFORE_POINT = "。；，：！？;,:“ \u3000"
_POINT = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,2}(?:是|要|则|者|方面|来)|第[一二三四五六七八九十]{1,2}[，,、]|首先[，,]|其次[，,]|再次[，,]|最后[，,])"
)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage of paragraph `paragraph`, verbatim from `start`; a higher `score` is better."""

    paragraph: int
    start: int
    text: str
    score: float


def excerpts(paragraphs: Sequence[Paragraph]) -> list[Excerpt]:
    """The passages of a document that can stand alone, in reading order, none overlapping.

    The later paragraphs of an article of a law lean on its first one and give none.
    """
    found: list[Excerpt] = []
    in_article = False
    for paragraph in paragraphs:
        begins = is_article(paragraph.text)
        in_article = begins or (in_article and paragraph.level == 0)
        if paragraph.level == 0 and begins == in_article and len(paragraph.text) >= SHORTEST:
            found += _best_of(paragraph)
    return found


def _best_of(paragraph: Paragraph) -> list[Excerpt]:
    """The passages of one paragraph that are worth showing and do not overlap, best ones first
    taken."""
    taken: list[Excerpt] = []
    rated = [
        Excerpt(paragraph.number, span.start, span.text, score)
        for span, score in passages(paragraph.text)
        if score >= LEAST_WORTH
    ]
    for passage in sorted(rated, key=lambda passage: (-passage.score, passage.start)):
        if all(_apart(passage, other) for other in taken):
            taken.append(passage)
    return sorted(taken, key=lambda passage: passage.start)


def _apart(one: Excerpt, other: Excerpt) -> bool:
    before, after = sorted((one, other), key=lambda passage: passage.start)
    return before.start + len(before.text) <= after.start


def passages(paragraph: str) -> list[tuple[Span, float]]:
    """Every run of neighbouring sentences that has a fitting length and no objection, with its
    worth."""
    parts = [_looked_over(part, paragraph) for part in sentences(paragraph)]
    points = _points(paragraph)
    found: list[tuple[Span, float]] = []
    for first, opening in enumerate(parts):
        if not opening.may_open:
            continue
        total, start = Merit(), opening.start
        for part in parts[first:]:
            if part.is_spoilt or part.finish - start > LONGEST:
                break
            total += part.merit
            if not part.may_close or part.finish - start < SHORTEST or is_statistics(total):
                continue
            run = Span(start, paragraph[start : part.finish])
            if is_balanced(run.text) and not _breaks_enumeration(run, points):
                ends = {"opens": first == 0, "closes": part is parts[-1]}
                found.append((run, worth(total, **ends)))
    return found


@dataclass(frozen=True, slots=True)
class _Part:
    """A sentence, at `start` to `finish` of its paragraph, with what the rules say of it alone."""

    start: int
    finish: int
    may_open: bool
    may_close: bool
    is_spoilt: bool
    merit: Merit


def _looked_over(sentence: Span, paragraph: str) -> _Part:
    text = sentence.text.strip(_BLANK)
    start = sentence.start + len(sentence.text) - len(sentence.text.lstrip(_BLANK))
    finish = start + len(text)
    if objection(text):
        return _Part(start, finish, may_open=False, may_close=False, is_spoilt=True, merit=Merit())
    following = paragraph[finish : finish + 8].lstrip(_BLANK)
    return _Part(
        start=start,
        finish=finish,
        may_open=not opening_objection(text),
        may_close=not closing_objection(text, following),
        is_spoilt=False,
        merit=merit(text),
    )


def _points(paragraph: str) -> list[int]:
    """Where the points 一是 二是 三是 of a paragraph begin; clauses only, no words inside."""
    return [
        match.start()
        for match in _POINT.finditer(paragraph)
        if match.start() == 0 or paragraph[match.start() - 1] in _BEFORE_POINT
    ]


def _breaks_enumeration(run: Span, points: Sequence[int]) -> bool:
    """Whether the points of the paragraph stand only in part in `run`, or without their lead."""
    if not points:
        return False
    inside = [start for start in points if run.start <= start < run.finish]
    if not inside:
        return False
    return len(inside) < len(points) or len(inside) == 1 or run.start == inside[0]
