"""The lexicon of the commands that read materials."""

from study.phrases.lexicon import Lexicon
from study.search.words import cutter
from study.settings import Settings


def lexicon(settings: Settings) -> Lexicon:
    """What the importer knows; made once in a process."""
    return Lexicon(cutter(settings.database.parent))
