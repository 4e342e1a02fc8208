"""Words of a paragraph that can carry a question: whole sentences that are understood alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from study.materials.marks import begins_with_ordinal, is_article, mark_length
from study.materials.paragraph import Paragraph
from study.materials.sentences import Span, is_balanced, sentences
from study.materials.standalone import closing_objection, objection, opening_objection
from study.materials.worth import is_statistics, merit

SHORTEST, LONGEST = 16, 120
"""Characters of a passage."""
_BLANK = " \t\u3000"
_POINT = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,2}(?:是|要|则|者|方面|来)，?"
    r"|第[一二三四五六七八九十]{1,2}[，,、]|首先[，,]|其次[，,]|再次[，,]|最后[，,])"
)
_PASSING = re.compile(
    r"今年|去年|明年|前年|上年|本届|近[几两三一]?年来|目前|当前|现在|前一段|快要过去|(?:过去|这)[一二三四五]年|年多来|[几多十]年来|[一三五]年来|下半年|上半年"
)
"""Times that mean something only to who knows when it was said."""
_SPOKEN = re.compile(
    r"我们(?:看到|知道|讲|说)|我(?:想|认为|相信|希望)|大家|同志们|请问|难道|什么|怎样|[？?]"
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
                for sentence in sentences(paragraph.text)
                for span in _parts(_unmarked(sentence))
                if _can_stand(span, paragraph.text)
            ]
    return found


def _unmarked(sentence: Span) -> Span:
    """A sentence without the blanks around it and the sign of the point that it begins."""
    text = sentence.text.strip(_BLANK)
    start = sentence.start + sentence.text.find(text)
    size = mark_length(text)
    if not size and (begins_with_ordinal(text)):
        point = _POINT.match(text)
        size = point.end() if point else 0
    rest = text[size:].lstrip(_BLANK)
    return Span(start + len(text) - len(rest), rest)


def _parts(sentence: Span) -> Iterator[Span]:
    """The sentence, or of a very long one the parts between semicolons."""
    if len(sentence.text) <= LONGEST:
        yield sentence
        return
    start = sentence.start
    for part in re.split(r"(?<=；)", sentence.text):
        yield _unmarked(Span(start, part))
        start += len(part)


def _can_stand(span: Span, paragraph: str) -> bool:
    """Whether a reader who has nothing else understands it, and it is worth a question."""
    text = span.text
    if not SHORTEST <= len(text) <= LONGEST or not is_balanced(text):
        return False
    following = paragraph[span.finish : span.finish + 8].lstrip(_BLANK)
    return not (
        opening_objection(text)
        or objection(text)
        or closing_objection(text, following)
        or is_statistics(merit(text))
        or _PASSING.search(text)
        or _SPOKEN.search(text)
    )
