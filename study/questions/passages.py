"""Words of a paragraph that can carry a question: whole sentences that are understood alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from study.materials.marks import begins_with_ordinal, is_article, mark_length
from study.materials.paragraph import Paragraph
from study.materials.sentences import Span, is_balanced, sentences
from study.materials.standalone import closing_objection, objection, opening_objection
from study.materials.worth import is_statistics, merit
from study.questions.alone import is_alone

SHORTEST, LONGEST = 16, 120
"""Characters of a passage."""
_BLANK = " \t\u3000"
_ENDS = "。！”"
"""What ends a sentence; a part of one leaves the rest to be guessed."""
_POINT = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,2}(?:是|要|则|者|方面|来)，?"
    r"|第[一二三四五六七八九十]{1,2}[，,、]|首先[，,]|其次[，,]|再次[，,]|最后[，,])"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """Verbatim words of paragraph `paragraph`, from `start`; `is_law` says that it is an article
    or belongs to one."""

    paragraph: int
    start: int
    text: str
    is_law: bool = False


def passages(paragraphs: Sequence[Paragraph]) -> list[Passage]:
    """The passages of a document in its order, none overlapping."""
    found: list[Passage] = []
    is_law = False
    for paragraph in paragraphs:
        is_law = is_article(paragraph.text) or (is_law and paragraph.level == 0)
        if paragraph.level == 0:
            found += [
                Passage(paragraph.number, span.start, span.text, is_law)
                for span in map(_unmarked, sentences(paragraph.text))
                if _can_stand(span, paragraph.text)
            ]
    return found


def _unmarked(sentence: Span) -> Span:
    """A sentence without the blanks around it, the sign of the point that it begins, and quotation
    marks around the whole of it."""
    text = sentence.text.strip(_BLANK)
    start = sentence.start + sentence.text.find(text)
    size = mark_length(text)
    if not size and (begins_with_ordinal(text)):
        point = _POINT.match(text)
        size = point.end() if point else 0
    rest = text[size:].lstrip(_BLANK)
    start += len(text) - len(rest)
    if rest[:1] == "“" and rest[-1:] == "”" and is_balanced(rest[1:-1]):
        return Span(start + 1, rest[1:-1])
    return Span(start, rest)


def _can_stand(span: Span, paragraph: str) -> bool:
    """Whether a reader who has nothing else understands it, and it is worth a question."""
    text = span.text
    if not SHORTEST <= len(text) <= LONGEST or not is_balanced(text) or text[-1] not in _ENDS:
        return False
    following = paragraph[span.finish :].lstrip(_BLANK)
    return is_alone(text, following) and not (
        opening_objection(text)
        or objection(text)
        or closing_objection(text, following[:8])
        or is_statistics(merit(text))
    )
