"""Questions in running text: 1. … A. … B. … 答案：A."""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from study.banks import options
from study.banks.kinds import WORDS
from study.banks.row import Place, Row
from study.banks.tidy import tidy

_SECTION = re.compile(
    rf"(?:第?[一二三四五六七八九十]+\s*(?:部分|[、.．]))?\s*[【\[]?(?P<kind>(?:{WORDS.pattern})题?)[】\]]?"
    r"\s*(?:[（(：:，,共].{0,60})?$"
)
_QUESTION = re.compile(
    r"(?:第\s*(\d{1,4})\s*题|[（(]?(\d{1,4})[)）]?\s*(?:[、．:：)）]|\.(?!\d)))\s*\S"
)
_ANSWER = re.compile(
    r"[【\[（(]?(?:正确|参考|标准)?答案(?:[】\])）]\s*[:：]?|\s*[:：]|\s+(?=\S))\s*"
)
_ANSWER_WITHIN = re.compile(r"[\s。；;][【\[（(]?(?:正确|参考|标准)?答案[】\])）]?\s*[:：]\s*")
_EXPLANATION = re.compile(
    r"[【\[（(]?(?:答案|试题)?(?:解析|详解|分析|解释)(?:[】\])）]\s*[:：]?|\s*[:：])\s*"
)


@dataclass(slots=True)
class _Question:
    """A question while its lines are read."""

    line: int
    number: int
    kind: str
    body: list[str] = field(default_factory=list[str])
    answer: list[str] = field(default_factory=list[str])
    explanation: list[str] = field(default_factory=list[str])
    part: list[str] = field(init=False)
    """The part that a further line belongs to."""

    def __post_init__(self) -> None:
        self.part = self.body


def rows(lines: Iterable[tuple[int, str]], unit: str) -> Iterator[Row]:
    """The questions in `lines` (number and text); the numbers count in `unit`.

    A question begins with its number, which is higher than the last one unless a heading
    (二、多选题) or an answer stands before it; what stands before the first one is none.
    """
    current: _Question | None = None
    kind, is_new = "", True
    found = [(line, text) for line, said in lines if (text := tidy(said))]
    for place, (line, text) in enumerate(found):
        if section := _SECTION.fullmatch(text):
            kind, is_new = section["kind"], True
            continue
        number = _number_of(text)
        before = None if is_new else current
        if number is not None and (before is None or _follows(before, number, found[place:])):
            if current:
                yield _row(current, unit)
            current, is_new = _Question(line, number, kind), False
        if current:
            _take(current, text)
    if current:
        yield _row(current, unit)


def _number_of(text: str) -> int | None:
    match = _QUESTION.match(text)
    return int(match[1] or match[2]) if match else None


def _follows(current: _Question, number: int, lines: list[tuple[int, str]]) -> bool:
    """Whether the number at the head of `lines` begins the next question, and is not that of a
    point in the stem or the explanation of this one."""
    if not current.explanation:
        return number > current.number or bool(current.answer)
    is_counted = number - 1 in map(_number_of, current.explanation)
    return number > current.number and (not is_counted or _can_be_answered(lines))


def _can_be_answered(lines: list[tuple[int, str]]) -> bool:
    """Whether there is something to choose from, or an answer, before the next number."""
    rest = itertools.takewhile(lambda line: _number_of(line[1]) is None, lines[1:])
    own = [lines[0][1], *(text for _, text in rest)]
    return any(_ANSWER.match(text) or options.split_off(text)[1] for text in own)


def _take(current: _Question, text: str) -> None:
    """Put a line where it belongs."""
    if current.body and (match := _EXPLANATION.match(text)):
        current.part = current.explanation
        current.explanation.append(text[match.end() :])
        return
    if current.body and (match := _ANSWER.match(text)):
        current.part = current.answer
        current.answer.append(text[match.end() :])
        return
    if current.part is current.body and (match := _ANSWER_WITHIN.search(text)):
        current.body.append(text[: match.start()])
        current.part = current.answer
        current.answer.append(text[match.end() :])
        return
    current.part.append(text)


def _row(current: _Question, unit: str) -> Row:
    stem, found = options.split_off("\n".join(current.body))
    return Row(
        Place("", current.line, unit),
        stem=stem,
        options=found,
        answers=("\n".join(current.answer),) if current.answer else (),
        kind=current.kind,
        explanation="\n".join(current.explanation),
    )
