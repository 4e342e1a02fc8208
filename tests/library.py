"""A speech, and a way to put it into a library."""

import tempfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from study.materials.draft import Draft, draft
from study.materials.source import Line, Source
from study.phrases.lexicon import Lexicon
from study.search.words import by_jieba
from study.services.importing import Intake, Taken, take_in
from study.storage.database import Database

MONDAY = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
"""09:00 on Monday, 23 November 2026, in Shanghai."""

SPEECH = """\
在全市作风建设推进会上的讲话
（2026年9月18日）
X书记
同志们：
一、认识要深
作风建设永远在路上，必须以钉钉子精神抓下去，一锤接着一锤敲，直到把每一件群众关心的小事办成、办好、办出实效。
干部的作风，群众看得最清楚。办一件实事胜过开十次会议，解决一个难题胜过写百份材料，这是各级干部都应当记住的道理。
二、措施要硬
要把监督检查贯穿始终，坚持问题导向，既查办事的效率，也查办事的态度，让懒政怠政没有藏身之处，让实干担当成为风气。
谢谢大家！"""


def a_draft(text: str = SPEECH, name: str = "讲话.txt") -> Draft:
    """What the importer makes of `text`."""
    return draft(name, Source(tuple(Line(line) for line in text.splitlines())))


@cache
def lexicon() -> Lexicon:
    """What an importer knows with jieba alone, and with no glossary."""
    return Lexicon(by_jieba(Path(tempfile.gettempdir()), ()))


async def add(
    database: Database, text: str = SPEECH, at: datetime = MONDAY, intake: Intake | None = None
) -> int:
    """Put a speech into the library; return its number."""
    [outcome] = await take_in(database, [a_draft(text)], intake or Intake(), at, lexicon())
    assert isinstance(outcome, Taken)
    return outcome.number
