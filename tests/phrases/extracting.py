"""What the rules find in a short text."""

import tempfile
from functools import cache
from pathlib import Path

from study.materials.paragraph import Paragraph
from study.phrases.extraction import key_phrases
from study.phrases.key_phrase import KeyPhrase, Kind
from study.search.words import Cut, cutter


@cache
def cut() -> Cut:
    return cutter(Path(tempfile.gettempdir()))


def paragraphs(*texts: str) -> list[Paragraph]:
    return [Paragraph(number, 0, text) for number, text in enumerate(texts, 1)]


def extracted(*texts: str, known: tuple[str, ...] = ()) -> list[KeyPhrase]:
    """The key phrases of a material whose paragraphs are `texts`."""
    return key_phrases(paragraphs(*texts), [cut()(text) for text in texts], known)


def of_kind(kind: Kind, *texts: str) -> list[str]:
    """Those of one kind."""
    return [phrase.text for phrase in extracted(*texts) if phrase.kind is kind]
